"""Where the quotes of one claim were found, without the claim: what a later run need not look for.

Only of a claim whose every quote was found; its words are taken from the texts again.
"""

from collections.abc import Mapping
from typing import NamedTuple

from recoupe.anchoring.anchored import (
    AnchoredAccount,
    AnchoredClaim,
    AnchoredQuote,
    AnchoredSource,
)
from recoupe.model import Claim, ExactQuote
from recoupe.text import Span


class FoundQuote(NamedTuple):
    """Code points into the captured file, and what the words are called."""

    start: int
    end: int
    name: str


class LinkedQuote(NamedTuple):
    """Words that a link in Markdown names, by the id of their source."""

    source: str
    typed: ExactQuote
    found: FoundQuote


class FoundQuotes(NamedTuple):
    """The quotes of a claim by account, in its order, and those that its Markdown names."""

    accounts: tuple[tuple[FoundQuote, ...], ...]
    linked: tuple[LinkedQuote, ...]


def found_quote(quote: AnchoredQuote) -> FoundQuote:
    """Where `quote` stands."""
    return FoundQuote(*quote.span, quote.name)


def claim_as_found(
    claim: Claim, found: FoundQuotes, sources: Mapping[str, AnchoredSource]
) -> AnchoredClaim:
    """`claim` with its quotes where they were found; the texts must be those of then."""
    return AnchoredClaim(
        claim,
        tuple(
            AnchoredAccount(
                account,
                tuple(
                    AnchoredQuote(quote, *_words(place, sources[account.source.id]))
                    for quote, place in zip(account.quotes, places, strict=False)
                ),
            )
            for account, places in zip(claim.accounts, found.accounts, strict=True)
        ),
    )


def link_as_found(
    link: LinkedQuote, sources: Mapping[str, AnchoredSource]
) -> tuple[tuple[str, str], AnchoredQuote]:
    """A quote that a link names, where it was found, by its source and the words as typed."""
    words = _words(link.found, sources[link.source])
    return (link.source, link.typed.exact), AnchoredQuote(link.typed, *words)


def _words(found: FoundQuote, source: AnchoredSource) -> tuple[Span, str, str]:
    span = Span(found.start, found.end)
    return span, source.source.captured[found.start : found.end], found.name
