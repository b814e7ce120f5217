"""An editor's Markdown on a page, with its links to claims, sources and quotes resolved."""

from functools import partial

from markupsafe import Markup

from recoupe.model import Prose
from recoupe.pages.editions import Edition
from recoupe.prose import Target, html


def prose_html(
    edition: Edition, prose: Prose, *, page_url: str, prefix: str = "", heading: int = 1
) -> Markup:
    """The clean HTML of `prose`; `heading` is the level of its uppermost heading."""
    return html(
        prose,
        page_url=page_url,
        link_url=partial(target_url, edition),
        prefix=prefix,
        heading=heading,
        backlink=edition.interface.gettext("Back to the text"),
    )


def known_html(
    edition: Edition, prose: Prose | None, *, page_url: str, prefix: str, heading: int
) -> Markup | None:
    """The same, for a text that the editor may have left out."""
    if prose is None:
        return None
    return prose_html(edition, prose, page_url=page_url, prefix=prefix, heading=heading)


def target_url(edition: Edition, target: Target) -> str:
    """Where one of our own links leads; every target was proved to exist before."""
    addresses = edition.addresses
    match target.scheme:
        case "claim":
            return addresses.claim(target.id)
        case "source":
            return addresses.source(target.id)
        case "discrepancy":
            return addresses.discrepancy(target.id)
        case "page":
            return addresses.page(target.id)
        case _:
            quote = edition.anchored.linked[target.id, target.quote or ""]
            return addresses.span(target.id, quote.span)
