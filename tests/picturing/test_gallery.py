"""Which pictures a built site has: named by its pages, in its manifest, drawn only when needed."""

import html
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe import build
from recoupe.verifying import verify

FACTS = {
    "facts/site.yaml": """
title: Alpha
description: Deux articles.
language: fr
sheets: true
ratings: [{id: confirmed, label: Confirmé}]
""",
    "facts/sources/daily.yaml": "text: daily.txt\ntitle: Le Jour\n",
    "facts/claims/members.yaml": """
claim: Alpha compte « 20 » membres & plus.
accounts: [{source: daily, stance: supports, quotes: [vingt membres]}]
verdict: {rating: confirmed}
""",
    "facts/claims/open.yaml": """
claim: Alpha a rouvert.
accounts: [{source: daily, stance: neutral, quotes: [il rouvre]}]
""",
    "seeds/daily.txt": "Alpha a vingt membres, et il rouvre.",
}
ADDRESS = "https://example.org/alpha/"
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(**changed: str) -> Path:
        for name, text in FACTS.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            for old, new in changed.items():
                text = text.replace(old, new)  # noqa: PLW2901
            path.write_text(text, "utf-8")
        return tmp_path

    return written


def meta(site: Path, page: str, name: str) -> str | None:
    text = (site / page / "index.html").read_text("utf-8")
    found = re.search(rf'<meta (?:property|name)="{name}" content="([^"]*)">', text)
    return html.unescape(found[1]) if found else None


def pictures(site: Path) -> dict[str, bytes]:
    found = (site / "assets" / "pictures").rglob("*.png")
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def test_claim_has_a_picture_of_its_own_and_other_pages_share_one(write: Write) -> None:
    root = write()

    build(root, base_url=ADDRESS, quick=False)

    site = root / "site"
    own, shared = meta(site, "claims/members", "og:image"), meta(site, "", "og:image")
    assert own is not None
    assert shared is not None
    assert own.startswith(f"{ADDRESS}assets/pictures/claims/members.")
    assert meta(site, "sources/daily", "og:image") == shared
    assert meta(site, "sheets/claims/members", "og:image") == shared
    assert {url.removeprefix(ADDRESS) for url in (own, shared)} < pictures(site).keys()
    assert meta(site, "claims/members", "og:image:width") == "1200"
    assert meta(site, "claims/members", "twitter:card") == "summary_large_image"


def test_words_for_a_picture_are_those_that_are_drawn(write: Write) -> None:
    root = write()

    build(root, base_url=ADDRESS)

    told = meta(root / "site", "claims/members", "og:image:alt")
    assert told == "«\u00a0Alpha compte « 20 » membres & plus.\u00a0» Verdict\u00a0: Confirmé"
    assert (meta(root / "site", "claims/open", "og:image:alt") or "").endswith("En suspens")


def test_site_without_an_address_has_no_pictures(write: Write) -> None:
    root = write()

    build(root)

    assert meta(root / "site", "claims/members", "og:image") is None
    assert pictures(root / "site") == {}


def test_pictures_are_in_the_manifest_and_proved(write: Write) -> None:
    root = write()

    build(root, base_url=ADDRESS)

    listed = json.loads((root / "site/data/manifest.json").read_text("utf-8"))["files"]
    assert pictures(root / "site").keys() <= listed.keys()
    assert verify(root / "site").faults == ()


def test_second_build_draws_and_writes_nothing(write: Write) -> None:
    root = write()
    build(root, base_url=ADDRESS)
    kept = {path: path.stat().st_mtime_ns for path in (root / ".recoupe/pictures").iterdir()}

    again = build(root, base_url=ADDRESS)

    assert again.published is not None
    assert again.published.written == ()
    assert {path: path.stat().st_mtime_ns for path in kept} == kept


def test_spoilt_store_changes_no_picture(write: Write) -> None:
    root = write()
    build(root, base_url=ADDRESS)
    before = pictures(root / "site")
    for path in (root / ".recoupe/pictures").iterdir():
        path.write_bytes(path.read_bytes()[:100])

    again = build(root, base_url=ADDRESS)

    assert pictures(root / "site") == before
    assert again.published is not None
    assert again.published.written == ()


def test_changed_verdict_gets_a_new_url_and_the_old_picture_goes(write: Write) -> None:
    root = write()
    build(root, base_url=ADDRESS)
    before = meta(root / "site", "claims/members", "og:image")

    build(write(Confirmé="Établi"), base_url=ADDRESS)

    after = meta(root / "site", "claims/members", "og:image")
    assert before != after
    assert len(pictures(root / "site")) == 3
    assert len(list((root / ".recoupe/pictures").iterdir())) == 3


def test_quick_build_draws_nothing_and_links_what_stands(write: Write) -> None:
    root = write()
    build(root, base_url=ADDRESS)
    before = pictures(root / "site")
    linked = meta(root / "site", "claims/members", "og:image")

    build(root, base_url=ADDRESS, quick=True)

    assert pictures(root / "site") == before
    assert meta(root / "site", "claims/members", "og:image") == linked


def test_quick_build_links_no_picture_with_a_verdict_of_before(write: Write) -> None:
    root = write()
    build(root, base_url=ADDRESS)
    before = pictures(root / "site")

    build(write(Confirmé="Établi"), base_url=ADDRESS, quick=True)

    assert pictures(root / "site") == before
    shared = meta(root / "site", "", "og:image")
    assert meta(root / "site", "claims/members", "og:image") == shared
    assert verify(root / "site").faults == ()


def test_quick_build_of_a_new_site_has_no_pictures(write: Write) -> None:
    root = write()

    build(root, base_url=ADDRESS, quick=True)

    assert meta(root / "site", "claims/members", "og:image") is None
    assert not (root / ".recoupe/pictures").exists()


def test_picture_that_somebody_changed_is_not_kept_by_a_quick_build(write: Write) -> None:
    root = write()
    build(root, base_url=ADDRESS)
    url = meta(root / "site", "claims/members", "og:image") or ""
    (root / "site" / url.removeprefix(ADDRESS)).write_bytes(b"spoilt")

    build(root, base_url=ADDRESS, quick=True)

    shared = meta(root / "site", "", "og:image")
    assert meta(root / "site", "claims/members", "og:image") == shared
