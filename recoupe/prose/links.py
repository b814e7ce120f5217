"""The links and pictures in an editor's Markdown, each with the place where it was written."""

import re
from dataclasses import dataclass

from recoupe.diagnostics import Place
from recoupe.model import Prose
from recoupe.prose.engine import Target, target
from recoupe.prose.parsed import Address
from recoupe.prose.parsing import parsed

# Without one of these no Markdown link, reference or autolink can be: most texts need no parsing.
_MAY_LINK = re.compile(r"\]\(|\]\[|\]:|<\w+:|<[^>\s]+@|!\[")

_OPENING = re.compile(r"(?:[(<]|\]:)\s*<?")


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
    seen: dict[str, int] = {}
    return tuple(_link(prose, one, seen) for one in parsed(prose.text).addresses)


def _link(prose: Prose, one: Address, seen: dict[str, int]) -> ProseLink:
    href = one.href
    nth = seen[href] = seen.get(href, -1) + 1
    return ProseLink(href, target(href, one.title), one.picture, _place(prose, href, nth))


def _openings(text: str) -> list[int]:
    """Where addresses may begin."""
    return [opening.end() for opening in _OPENING.finditer(text)]


def _place(prose: Prose, href: str, nth: int) -> Place:
    places = [at for at in _openings(prose.text) if prose.text.startswith(href, at)]
    if not prose.literal or not places:
        return prose.place
    at = places[min(nth, len(places) - 1)]
    begin = prose.text.rfind("\n", 0, at) + 1
    line = prose.text[begin:].split("\n", 1)[0].rstrip("\r")
    indent = " " * (prose.place.column - 1)
    return prose.place._replace(
        line=prose.place.line + prose.text.count("\n", 0, at),
        column=prose.place.column + at - begin,
        width=len(href),
        shown=indent + line,
    )
