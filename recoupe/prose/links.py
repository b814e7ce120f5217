"""The links and pictures in an editor's Markdown, each with the place where it was written."""

import re
from dataclasses import dataclass
from html import unescape
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

from recoupe.diagnostics import Place
from recoupe.model import Prose
from recoupe.prose.engine import Target, engine, target

# Without one of these no Markdown link, reference or autolink can be: most texts need no parsing.
_MAY_LINK = re.compile(r"\]\(|\]\[|\]:|<\w+:|<[^>\s]+@|!\[")


@dataclass(frozen=True, slots=True)
class ProseLink:
    """A link, or a picture, as it was written; `target` is None where the scheme is not ours."""

    href: str
    target: Target | None
    picture: bool
    place: Place


def links(prose: Prose) -> tuple[ProseLink, ...]:
    """The links and pictures of `prose`, in the order of the text, footnotes last.

    Python-Markdown keeps no positions; the n-th link with an address is looked up as the n-th place
    where it follows an opening bracket. Raw HTML is not searched: it carries none of our links.
    """
    if not _MAY_LINK.search(prose.text):
        return ()
    found: list[tuple[str, str | None, bool]] = []
    engine().run(prose.text, lambda root: found.extend(_addresses(root)))
    seen: dict[str, int] = {}
    return tuple(_link(prose, one, seen) for one in found)


def _addresses(root: Element) -> list[tuple[str, str | None, bool]]:
    return [
        (
            _as_written(element.get("href") or element.get("src") or ""),
            element.get("title"),
            element.tag == "img",
        )
        for element in root.iter()
        if element.tag in ("a", "img") and not _of_footnote(element)
    ]


def _as_written(address: str) -> str:
    """Python-Markdown spells the letters of `<a@b.org>` out, to hide the address from robots."""
    return unescape(address.replace(AMP_SUBSTITUTE, "&")) if AMP_SUBSTITUTE in address else address


def _of_footnote(element: Element) -> bool:
    return (element.get("class") or "").startswith("footnote-")


def _link(prose: Prose, one: tuple[str, str | None, bool], seen: dict[str, int]) -> ProseLink:
    href, title, picture = one
    nth = seen[href] = seen.get(href, -1) + 1
    return ProseLink(href, target(href, title), picture, _place(prose, href, nth))


def _place(prose: Prose, href: str, nth: int) -> Place:
    written = re.compile(r"(?:[(<]|\]:)\s*<?" + re.escape(href))
    places = list(written.finditer(prose.text))
    if not prose.literal or not places:
        return prose.place
    at = places[min(nth, len(places) - 1)].end() - len(href)
    begin = prose.text.rfind("\n", 0, at) + 1
    line = prose.text[begin:].split("\n", 1)[0].rstrip("\r")
    indent = " " * (prose.place.column - 1)
    return prose.place._replace(
        line=prose.place.line + prose.text.count("\n", 0, at),
        column=prose.place.column + at - begin,
        width=len(href),
        shown=indent + line,
    )
