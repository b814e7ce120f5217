"""A Markdown text to clean HTML with gaps: by Python-Markdown and nh3, unless it is simple.

Our own links, the ids of footnotes and the classes of tables are marked in the tree that Markdown
makes, which holds no raw HTML; where a mark stands in the cleaned HTML there is a gap for the page.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

from recoupe.prose.cleaning import clean
from recoupe.prose.engine import Target, engine, target, token
from recoupe.prose.parsed import Address, Gap, Parsed, Piece
from recoupe.prose.simple import simple

_MOST_REMEMBERED = 2048  # texts of some 3 KB each; a text is read when it is proved, then shown
_LOWEST_HEADING = 6
_HEADING = re.compile(r"h([1-6])")


def parsed(text: str, heading: int = 1) -> Parsed:
    """What `text` makes, with its uppermost headings on the level `heading`."""
    return simple(text) or read(text, heading)


@lru_cache(maxsize=_MOST_REMEMBERED)
def read(text: str, heading: int) -> Parsed:
    """What Python-Markdown and nh3 make of any `text`; `parsed` says the same, and sooner."""
    tree = _Tree(token(text), heading)
    raw = engine().run(text, tree.prepare)
    return Parsed(tuple(tree.pieces(clean(raw, tree.mark))), tuple(tree.addresses))


class _Tree:
    """The tree of one text: its addresses, and the marks at which its HTML has gaps."""

    def __init__(self, mark: str, heading: int) -> None:
        self.mark = mark
        self.addresses: list[Address] = []
        self._heading = heading
        self._targets: list[Target] = []

    def prepare(self, root: Element) -> None:
        """Take the addresses down, and mark what a page fills in or nh3 would take out."""
        _fit_headings(root, self._heading)
        for element in root.iter():
            if element.tag in ("a", "img"):
                self._take_address(element)
            if element.tag == "a":
                self._prepare_link(element)
            if name := element.get("id"):
                element.set("id", f"{self.mark}p{_id(name)}")
            self._mark_class(element)

    def pieces(self, cleaned: str) -> Iterator[Piece]:
        """The cleaned HTML, parted at the marks."""
        text, *rest = re.split(rf"{self.mark}(p|b|l[0-9]+;)", cleaned)
        yield text
        for gap, after in zip(rest[::2], rest[1::2], strict=True):
            if gap == "p":
                yield Gap.PREFIX
            else:
                yield Gap.BACKLINK if gap == "b" else self._targets[int(gap[1:-1])]
            yield after

    def _take_address(self, element: Element) -> None:
        if not _of_footnote(element):
            href = _as_written(element.get("href") or element.get("src") or "")
            self.addresses.append(Address(href, element.get("title"), element.tag == "img"))

    def _prepare_link(self, element: Element) -> None:
        href = element.get("href") or ""
        own = target(href, element.get("title"))
        if own is not None:
            element.set("href", f"{self.mark}l{len(self._targets)};")
            self._targets.append(own)
            element.attrib.pop("title", None)
        elif _of_footnote(element):
            element.set("href", f"#{self.mark}p{_id(href.removeprefix('#'))}")
            element.attrib.pop("title", None)
            if element.get("class") == "footnote-backref":
                element.set("aria-label", f"{self.mark}b")

    def _mark_class(self, element: Element) -> None:
        names = element.attrib.pop("class", "")
        if align := element.attrib.pop("align", ""):
            names = f"align-{align}"
        if names:
            element.set("class", self.mark + names)


def _fit_headings(root: Element, highest: int) -> None:
    """Readers who go from heading to heading take a skipped level for something they missed."""
    above: list[int] = []
    for element in root.iter():
        if found := _HEADING.fullmatch(element.tag):
            level = int(found[1])
            above = [*(one for one in above if one < level), level]
            element.tag = f"h{min(highest + len(above) - 1, _LOWEST_HEADING)}"


def _of_footnote(element: Element) -> bool:
    return (element.get("class") or "").startswith("footnote-")


def _as_written(address: str) -> str:
    """Python-Markdown spells the letters of `<a@b.org>` out, to hide the address from robots."""
    return unescape(address.replace(AMP_SUBSTITUTE, "&")) if AMP_SUBSTITUTE in address else address


def _id(name: str) -> str:
    """The id of a footnote; Python-Markdown writes `fn:1`, and a colon needs escaping in CSS."""
    return name.replace(":", "-")
