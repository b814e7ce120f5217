"""What a Markdown text makes, once for all pages: clean HTML with gaps, and the links in it.

A page fills the gaps: where a link leads to from there, what makes ids its own. So a text is read
and cleaned once, however many pages show it, and it is proved by the links of that very reading.
"""

from dataclasses import dataclass
from enum import Enum

from recoupe.prose.engine import Target


class Gap(Enum):
    """What a page puts in beside the addresses of links."""

    PREFIX = "prefix"
    BACKLINK = "backlink"


Piece = str | Target | Gap


@dataclass(frozen=True, slots=True)
class Address:
    """A link, or a picture, as the text has it."""

    href: str
    title: str | None
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Parsed:
    """The HTML, clean where it is text, and the addresses in the order of the text."""

    pieces: tuple[Piece, ...]
    addresses: tuple[Address, ...]
