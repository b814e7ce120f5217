"""Pictures are small, of the right size, the same every time, and show what they are given."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from recoupe.pages.views.pictures import PictureView
from recoupe.picturing.drawing import drawing

PICTURE_PNG = drawing()
CLAIM = PictureView(
    page="/claims/x/",
    heading="Parler compte 20\u202f000\u202f000 d’utilisateurs à son retour\u00a0: « Œuvre » 🔥",
    site="Parler, débranché puis rebranché",
    stamp="À nuancer",
    given=True,
    note=None,
)
SHORT = replace(CLAIM, heading="Parler est de retour.")
SITE = PictureView("/", "Parler, débranché", None, None, given=False, note="Cinq articles. " * 30)
TITLED = replace(SITE, heading="Un titre de site qui ne veut pas finir, et qui finit tout de même")
LONG = replace(CLAIM, heading="C’est l’attaque du Capitole, dit-on, qui a tout décidé. " * 30)
ARABIC = replace(CLAIM, heading="عاد الموقع")


def drawn(view: PictureView) -> Image.Image:
    return Image.open(BytesIO(PICTURE_PNG(view)))


@pytest.mark.parametrize("view", [CLAIM, SITE, LONG, ARABIC], ids=["claim", "site", "long", "odd"])
def test_picture_is_a_small_png_of_the_size_that_pages_name(view: PictureView) -> None:
    content = PICTURE_PNG(view)

    picture = Image.open(BytesIO(content))
    assert (picture.format, picture.size) == ("PNG", (1200, 630))
    assert len(content) < 30_000


def test_same_view_gives_the_same_bytes() -> None:
    assert drawing()(CLAIM) == PICTURE_PNG(CLAIM)


@pytest.mark.parametrize(
    "changed",
    [
        replace(SHORT, heading="Autre chose."),
        replace(SHORT, site="Un autre site"),
        replace(SHORT, stamp="Recoupé"),
        replace(SHORT, given=False),
        replace(SHORT, note="Une note."),
    ],
    ids=["heading", "site", "stamp", "given", "note"],
)
def test_everything_in_the_view_is_drawn(changed: PictureView) -> None:
    assert PICTURE_PNG(changed) != PICTURE_PNG(SHORT)


def test_claim_that_cannot_be_written_has_the_sites_title_and_no_verdict() -> None:
    assert PICTURE_PNG(ARABIC) == PICTURE_PNG(replace(ARABIC, stamp=None))
    assert PICTURE_PNG(ARABIC) == PICTURE_PNG(
        PictureView("/", CLAIM.site or "", None, None, given=False, note=None)
    )


def test_picture_is_ink_on_paper_with_a_yellow_band() -> None:
    colours = drawn(CLAIM).convert("RGB").getcolors(16)

    assert colours is not None
    found = {colour for _, colour in colours}
    assert {(0xF4, 0xF5, 0xF1), (0x15, 0x18, 0x1C), (0xFF, 0xF0, 0x6B)} <= found


@pytest.mark.parametrize(
    "view", [CLAIM, SITE, TITLED, LONG], ids=["claim", "site", "long-title", "long"]
)
def test_no_text_runs_into_the_strands_or_over_the_margin(view: PictureView) -> None:
    empty = drawn(PictureView("/", "", None, None, given=False, note=None)).convert("L")
    written = drawn(view).convert("L")

    changed = Image.frombytes("L", (1200, 630), bytes(map(abs_difference, *pixels(empty, written))))
    left, top, right, bottom = changed.getbbox() or (0, 0, 0, 0)
    assert left >= 60
    assert right <= 1200 - 60
    assert top > 20
    assert bottom < 518


def pixels(*pictures: Image.Image) -> tuple[bytes, ...]:
    return tuple(picture.tobytes() for picture in pictures)


def abs_difference(one: int, other: int) -> int:
    return abs(one - other)
