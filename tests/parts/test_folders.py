"""Where a part is written, and what of the folder is never touched."""

from pathlib import Path

import pytest

from recoupe.parts.building import build_part
from recoupe.parts.markers import MARKER
from recoupe.parts.shards import Shard
from recoupe.pipeline import build
from recoupe.runs import Run
from recoupe.writing.refusals import OutputFailedError, OutputRefusedError
from tests.making.test_kept_pages import EDITS, PAGES_MADE, tree
from tests.parts.conftest import merged, whole_site

ONLY = Shard(1, 1)


def built(root: Path, output: Path | None = None) -> Path:
    return build_part(root, ONLY, output, quick=True, run=Run(1)).output


def test_part_goes_to_a_folder_of_its_own_and_no_site_is_published(root: Path) -> None:
    part = build_part(root, Shard(2, 3), quick=True, run=Run(1))

    assert part.output == root / "part-2-of-3"
    assert (part.output / MARKER).is_file()
    assert part.share is not None
    assert (part.share.pages, part.share.whole) == (PAGES_MADE // 3, PAGES_MADE)
    assert not (root / "site").exists()


def test_site_that_stands_is_left_alone(root: Path) -> None:
    build(root, quick=True, run=Run(1))
    before = tree(root / "site")
    EDITS["a page is longer"](root)

    built(root)

    assert tree(root / "site") == before


def test_part_of_before_is_replaced(root: Path) -> None:
    before = tree(built(root))
    EDITS["a claim is new"](root)

    part = built(root)

    assert not {path for path in before if path.endswith(".pack")} & tree(part).keys()
    assert merged(root, [part]).anew == 0
    assert tree(root / "site") == whole_site(root)


def test_part_that_was_interrupted_is_replaced(root: Path) -> None:
    part = built(root)
    (part / MARKER).unlink()
    (part / "pictures").mkdir()
    (part / "pictures" / f"{'0' * 64}.new").write_bytes(b"half a pic")

    assert merged(root, [built(root)]).anew == 0


@pytest.mark.parametrize(
    "path", ["notes.txt", "pictures/mine.png", "index.html", "x.pack", "pages/record"]
)
def test_folder_that_holds_anything_else_is_refused_and_left_as_it_is(
    root: Path, path: str
) -> None:
    part = built(root)
    (part / path).parent.mkdir(exist_ok=True)
    (part / path).write_text("somebody's own", "utf-8")
    before = tree(part)

    with pytest.raises(OutputRefusedError, match=f"holds {path.removesuffix('/record')}, which"):
        built(root)

    assert tree(part) == before


def test_link_where_a_part_has_a_file_is_refused(root: Path) -> None:
    part = built(root)
    (part / MARKER).rename(root / "mine")
    (part / MARKER).symlink_to(root / "mine")

    with pytest.raises(OutputRefusedError, match=f"holds {MARKER}"):
        built(root)

    assert (root / "mine").is_file()


@pytest.mark.parametrize("place", ["facts/part", ".", ".."])
def test_part_never_lies_in_facts_nor_around_them(root: Path, place: str) -> None:
    with pytest.raises(OutputRefusedError, match="choose a folder of its own"):
        built(root, root / place)


def test_mistake_in_the_facts_leaves_the_part_of_before(root: Path) -> None:
    before = tree(built(root))
    EDITS["a quote is wrong"](root)

    part = build_part(root, ONLY, quick=True, run=Run(1))

    assert part.share is None
    assert tree(part.output) == before


def test_folder_that_cannot_be_made_is_the_machines_fault(root: Path) -> None:
    (root / "taken").write_text("a file", "utf-8")

    with pytest.raises(OutputFailedError, match="taken"):
        built(root, root / "taken" / "part")
