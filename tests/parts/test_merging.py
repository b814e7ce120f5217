"""That parts together are the whole, and that what cannot be one is refused."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recoupe.folders import PAGES, PICTURES
from recoupe.parts.markers import MARKER, marker_json, read_marker
from recoupe.parts.merging import merge
from recoupe.pipeline import build
from recoupe.runs import Run
from recoupe.writing.refusals import PartRefusedError
from tests.making.test_kept_pages import EDITS, PAGES_MADE, altered, tree, truncated
from tests.parts.conftest import Works, built_parts, merged, whole_site


@pytest.mark.parametrize("count", [1, 2, 3, PAGES_MADE + 2])
def test_parts_together_are_the_whole(root: Path, works: Works, count: int) -> None:
    built = merged(root, works.parts(count))

    assert tree(root / "site") == works.site()
    assert built.anew == 0


def without_index(site: dict[str, bytes]) -> dict[str, bytes]:
    """All but Pagefind's own files, which no two of its runs write alike."""
    return {path: content for path, content in site.items() if "/index/" not in path}


def test_parts_have_pictures_and_what_a_search_finds(root: Path, works: Works) -> None:
    drawn = [path for path in works.site(quick=False) if path.startswith("assets/pictures/")]

    built = merged(root, works.parts(2, quick=False), quick=False)

    assert without_index(tree(root / "site")) == without_index(works.site(quick=False))
    assert built.anew == 0
    assert built.indexed is not None
    assert built.indexed.documents == 9
    assert drawn


def test_order_of_parts_does_not_matter(root: Path, works: Works) -> None:
    built = merged(root, works.parts(3)[::-1])

    assert tree(root / "site") == works.site()
    assert built.anew == 0


@pytest.mark.parametrize(
    ("edit", "anew"),
    [
        pytest.param("a page is longer", 1, id="a page of the site's own"),
        pytest.param("a discrepancy is stronger", 10, id="a discrepancy, and what names it"),
        pytest.param("the site has another title", PAGES_MADE, id="what all pages share"),
    ],
)
def test_pages_that_no_part_has_as_they_must_be_are_made_anew(
    root: Path, works: Works, edit: str, anew: int
) -> None:
    EDITS[edit](root)

    built = merged(root, works.parts(2))

    assert built.anew == anew
    assert tree(root / "site") == whole_site(root)


def test_merging_into_a_site_that_stands_makes_it_what_the_parts_are(
    root: Path, works: Works
) -> None:
    merged(root, works.parts(2))
    EDITS["a claim is new"](root)

    built = merged(root, built_parts(root, 2, root.parent))

    assert built.anew == 0
    assert tree(root / "site") == whole_site(root)


def test_mistake_in_the_facts_forbids_to_publish_what_parts_have(root: Path, works: Works) -> None:
    EDITS["a quote is wrong"](root)

    built = merged(root, works.parts(2))

    assert built.published is None
    assert built.report.failed
    assert not (root / "site").exists()


Choice = Callable[[list[Path], list[Path]], list[Path]]


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        pytest.param(lambda three, _: three[:2], "^part 3 of 3 is missing$", id="one missing"),
        pytest.param(lambda three, _: three[1:2], "^parts 1, 3 of 3 are", id="two missing"),
        pytest.param(
            lambda three, _: [*three, three[0]],
            "is named twice; name each part once$",
            id="one twice",
        ),
        pytest.param(lambda three, two: [*three, *two], "different wholes$", id="of two wholes"),
    ],
)
def test_parts_that_are_not_one_whole_are_refused(
    root: Path, works: Works, choice: Choice, message: str
) -> None:
    parts = choice(works.parts(3), works.parts(2))

    with pytest.raises(PartRefusedError, match=message):
        merged(root, parts)

    assert not (root / "site").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param({}, "with `--quick`, and is to be merged with none of", id="quick"),
        pytest.param({"quick": True, "drafts": True}, "with `--drafts --quick`", id="drafts"),
        pytest.param(
            {"quick": True, "base_url": "https://example.org"},
            "with `--base-url https://example.org/ --quick`",
            id="address",
        ),
    ],
)
def test_parts_that_were_built_with_other_options_are_refused(
    root: Path, works: Works, options: dict[str, Any], message: str
) -> None:
    with pytest.raises(PartRefusedError, match=message):
        merge(root, works.parts(1), run=Run(1), **options)


def test_parts_of_other_templates_are_refused(root: Path, works: Works) -> None:
    EDITS["a template is the project's own"](root)

    with pytest.raises(PartRefusedError, match="part-1-of-1 was made by another program, or with"):
        merged(root, works.parts(1))


def parts_around(root: Path, works: Works, edit: str) -> list[Path]:
    """The first of two parts, made before an edit, and the second, made after it."""
    EDITS[edit](root)
    return [works.parts(2)[0], built_parts(root, 2, root.parent)[1]]


@pytest.mark.parametrize(
    "edit",
    [
        "a claim has another date",
        "a claim is new",
        "a verdict is another",
        "a source has another title",
        "a discrepancy is stronger",
        "a text is longer",
        "the site has another title",
        "the site is in English",
    ],
)
def test_parts_that_were_made_from_different_facts_are_refused(
    root: Path, works: Works, edit: str
) -> None:
    parts = parts_around(root, works, edit)

    with pytest.raises(
        PartRefusedError, match=r"part-1-of-2 and .*part-2-of-2 were made from different"
    ):
        merged(root, parts)

    assert not (root / "site").exists()


def test_difference_that_only_one_part_shows_is_made_good(root: Path, works: Works) -> None:
    parts = parts_around(root, works, "a page is longer")

    merged(root, parts)

    assert tree(root / "site") == whole_site(root)


def largest(part: Path, pattern: str) -> Path:
    return max(part.glob(pattern), key=lambda path: path.stat().st_size)


@pytest.mark.parametrize("pattern", ["*.json", "*.pages", "*.pack", "pictures/*"])
@pytest.mark.parametrize("harm", [truncated, altered, Path.unlink])
def test_damaged_part_is_refused_and_named(
    root: Path, works: Works, pattern: str, harm: Callable[[Path], None]
) -> None:
    first, second = works.parts(2, quick=False)
    copy = shutil.copytree(second, root.parent / "copy")
    harmed = largest(copy, pattern)

    harm(harmed)

    with pytest.raises(PartRefusedError, match=f"copy is .*{harmed.name}"):
        merged(root, [first, copy], quick=False)
    assert not (root / "site").exists()
    assert not (root / PAGES).exists()
    assert not (root / PICTURES).exists()


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_part_with_any_byte_changed_is_refused_or_gives_the_same_site(
    root: Path, works: Works, data: st.DataObject
) -> None:
    part = shutil.copytree(works.parts(1)[0], root.parent / "copy", dirs_exist_ok=True)
    path = data.draw(st.sampled_from(sorted(part.iterdir())))
    content = path.read_bytes()
    place, other = data.draw(st.integers(0, len(content) - 1)), data.draw(st.integers(0, 255))
    path.write_bytes(content[:place] + bytes([other]) + content[place + 1 :])

    try:
        merged(root, [part])
    except PartRefusedError:
        assert path.read_bytes() != content
    else:
        assert tree(root / "site") == works.site()


def test_what_is_no_part_is_refused(root: Path, works: Works) -> None:
    merged(root, works.parts(1))

    with pytest.raises(PartRefusedError, match=f"site is no part of a site: it has no {MARKER}"):
        merge(root, [root / "site"], quick=True, run=Run(1))


def test_part_of_a_later_format_is_refused(root: Path, works: Works) -> None:
    part = shutil.copytree(works.parts(1)[0], root.parent / "copy")
    marker = json.loads((part / MARKER).read_text("utf-8"))
    (part / MARKER).write_text(json.dumps(marker | {"format": 2}), "utf-8")

    with pytest.raises(PartRefusedError, match="is of format 2, and this version of Recoupe read"):
        merged(root, [part])


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="nothing"),
        pytest.param("[]", id="a list"),
        pytest.param('{"recoupe": "a whole"}', id="another kind of thing"),
        pytest.param('{"recoupe": "part of a site"}', id="no format"),
        pytest.param('{"recoupe": "part of a site", "format": 1}', id="no hash"),
        pytest.param("[" * 100_000, id="too deep"),
    ],
)
def test_marker_that_is_none_is_refused(root: Path, works: Works, content: str) -> None:
    part = shutil.copytree(works.parts(1)[0], root.parent / "copy")
    (part / MARKER).write_text(content, "utf-8")

    with pytest.raises(PartRefusedError, match=f"{MARKER} is not as it was written"):
        merged(root, [part])


@pytest.mark.parametrize("name", ["../outside.pack", "pictures/../../x", "/etc/passwd", "x.pack"])
def test_marker_that_names_what_no_part_has_is_refused(root: Path, works: Works, name: str) -> None:
    part = shutil.copytree(works.parts(1)[0], root.parent / "copy")
    marker = read_marker((part / MARKER).read_bytes())
    files = {**marker.files, name: "0" * 64}
    (part / MARKER).write_bytes(marker_json(replace(marker, files=files)))

    with pytest.raises(PartRefusedError, match=f"{MARKER} is not as it was written"):
        merged(root, [part])


def test_link_in_the_place_of_a_file_is_refused(root: Path, works: Works) -> None:
    part = shutil.copytree(works.parts(1)[0], root.parent / "copy")
    pack = largest(part, "*.pack")
    moved = pack.rename(root.parent / "elsewhere")
    pack.symlink_to(moved)

    with pytest.raises(PartRefusedError, match="is not as it was written"):
        merged(root, [part])


def test_nothing_that_came_with_parts_is_believed_by_a_later_build(
    root: Path, works: Works
) -> None:
    merged(root, works.parts(2, quick=False), quick=False)

    later = build(root, quick=True, run=Run(1))

    assert later.anew == PAGES_MADE
    assert not any((root / PICTURES).iterdir())
