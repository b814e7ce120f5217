"""Markdown to the HTML of a page: what the text makes anywhere, with the page's own put in."""

from collections.abc import Callable

from markupsafe import Markup

from recoupe.model import Prose
from recoupe.prose.engine import Target
from recoupe.prose.parsed import Gap, Piece
from recoupe.prose.parsing import parsed

LinkUrl = Callable[[Target], str]


def html(
    prose: Prose,
    *,
    page_url: str,
    link_url: LinkUrl,
    prefix: str = "",
    heading: int = 1,
    backlink: str = "Back to the text",
) -> Markup:
    """The HTML of `prose`, safe to put into the page at `page_url`.

    `link_url` gives the site URL of one of our own links; `prefix` makes the ids of footnotes
    unique on the page; `heading` is the level of the headings that stand under no other, and no
    level is skipped below them; `backlink` names the way back from a footnote to screen readers.
    Pictures are left out, as are other schemes.
    """
    gaps = {Gap.PREFIX: prefix and f"{prefix}-", Gap.BACKLINK: backlink}

    def filled(piece: Piece) -> str:
        if isinstance(piece, str):
            return piece
        if isinstance(piece, Gap):
            return _attribute(gaps[piece])
        return _attribute(_relative(link_url(piece), page_url))

    pieces = parsed(prose.text, heading).pieces
    return Markup("".join(map(filled, pieces)))  # noqa: S704  cleaned, or escaped right here


def _attribute(value: str) -> str:
    """`value` as nh3 writes it between quotation marks."""
    for sign, written in (
        *(("&", "&amp;"), ("\xa0", "&nbsp;"), ('"', "&quot;")),
        *(("<", "&lt;"), (">", "&gt;")),
    ):
        value = value.replace(sign, written)
    return value


def _relative(url: str, page_url: str) -> str:
    path, _, fragment = url.partition("#")
    here, there = _folders(page_url), _folders(path)
    shared = 0
    while shared < min(len(here), len(there)) and here[shared] == there[shared]:
        shared += 1
    up_and_down = [".."] * (len(here) - shared) + there[shared:]
    relative = "/".join(up_and_down or ["."])
    return f"{relative}/#{fragment}" if fragment else f"{relative}/"


def _folders(url: str) -> list[str]:
    return [folder for folder in url.split("/") if folder]
