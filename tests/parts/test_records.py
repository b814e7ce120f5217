"""What can be in the pages of a part, and what is refused before anything looks at it."""

from dataclasses import replace
from typing import Any

import pytest

from recoupe.making.kept_pages import KeptPage, Record
from recoupe.packs import Packed
from recoupe.parts.records import PartPages, decoded_pages, encoded_pages

PACK = "0123456789abcdef.pack"
PACKS = {PACK: 100}
PLACE = Packed(PACK, 10, 90, 500, bytes(32))
PAGE = KeptPage("/claims/x/", b"plan", (0, 1), PLACE, None, None, searched=False)
READS: tuple[tuple[str, Any, bytes], ...] = (
    ("claims", None, b"a"),
    ("project.claims", "x", b"b"),
    ("project.sources", "a", b"c"),
    ("anchored.linked", ("a", "words"), b"d"),
)
PAGES = PartPages("0123456789abcdef", b"version", Record(READS, (PAGE,)))


def with_page(**changes: Any) -> PartPages:
    return replace(PAGES, record=Record(READS, (replace(PAGE, **changes),)))


def with_read(*read: Any) -> PartPages:
    return replace(PAGES, record=Record((*READS, read), (PAGE,)))


def test_pages_come_back_as_they_were_written() -> None:
    pages = decoded_pages(encoded_pages(PAGES), PACKS)

    assert pages.record.pages == PAGES.record.pages
    assert [read[::2] for read in pages.record.reads] == [read[::2] for read in READS]


@pytest.mark.parametrize(
    "pages",
    [
        pytest.param(replace(PAGES, memory="../../elsewhere"), id="a memory that is elsewhere"),
        pytest.param(with_page(reads=(4,)), id="a read that is not there"),
        pytest.param(with_page(reads=(-1,)), id="a read before the first"),
        pytest.param(with_page(html=replace(PLACE, pack="../x.pack")), id="a pack elsewhere"),
        pytest.param(with_page(html=replace(PLACE, start=-1)), id="a place before the first"),
        pytest.param(with_page(html=replace(PLACE, length=-1)), id="less than nothing"),
        pytest.param(with_page(html=replace(PLACE, length=91)), id="more than there is"),
        pytest.param(with_page(html=replace(PLACE, size=-1)), id="unpacked to less than nothing"),
        pytest.param(with_page(html=replace(PLACE, size=2**63)), id="unpacked to too much"),
        pytest.param(with_page(document=replace(PLACE, start=2**63)), id="words beyond the last"),
        pytest.param(with_page(url=7), id="a page without address"),
        pytest.param(with_read("claims", {"a": 1}, b""), id="a key that is a mapping"),
        pytest.param(with_read("claims", [], b""), id="a key of nothing"),
        pytest.param(with_read("claims", [["a"]], b""), id="a key in a key"),
        pytest.param(with_read("claims", 1.5, b""), id="a key that is a number"),
        pytest.param(with_read("anchored.linked", ["a", 1], b""), id="a number in a key"),
    ],
)
def test_what_no_part_can_have_is_refused(pages: PartPages) -> None:
    content = encoded_pages(pages)

    with pytest.raises(ValueError, match=r"."):
        decoded_pages(content, PACKS)
