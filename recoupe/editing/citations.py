"""Every place in a project's facts where words of a source are given, with the way to write there.

Quotes of accounts are one kind of several: a change of a text can also break a link that names
words, a silence that searched for some, and the bounds of the article's body.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from recoupe.editing.trees import Where
from recoupe.model import (
    Claim,
    Discrepancy,
    ExactQuote,
    PassageQuote,
    Project,
    Prose,
    Quote,
    Source,
)
from recoupe.prose import links


class CitedAs(StrEnum):
    """What words of a source are given for."""

    QUOTE = "quote"
    LINK = "link"
    SEARCHED = "searched"
    BEGIN = "from"
    END = "to"


@dataclass(frozen=True, slots=True)
class Citation:
    """Words of `source` as a fact file gives them.

    `where` is the quote's, or the text's in which a link stands; None where that cannot be told, as
    in a file with mistakes. For a page in Markdown it is empty. `published` tells whether readers
    are shown what the file's history says.
    """

    source: str
    kind: CitedAs
    quote: Quote
    where: Where | None
    published: bool = False

    @property
    def path(self) -> str:
        """The fact file, POSIX and relative to the root."""
        return self.quote.place.path


def citations(project: Project) -> Iterator[Citation]:
    """All of `project`: bounds of bodies, then claims, discrepancies and pages, each by id."""
    for source in project.sources.values():
        yield from _bounds(source)
    for claim in project.claims.values():
        yield from _of_claim(claim)
    for discrepancy in project.discrepancies.values():
        yield from _of_discrepancy(discrepancy)
    for page in project.pages.values():
        yield from _linked(page.prose, (), published=False)


def _bounds(source: Source) -> Iterator[Citation]:
    if source.bounds is None:
        return
    bounds = source.bounds
    for kind, words, place in (
        (CitedAs.BEGIN, bounds.start, bounds.start_place),
        (CitedAs.END, bounds.end, bounds.end_place),
    ):
        if words is not None:
            yield Citation(source.id, kind, ExactQuote(words, place), ("body", kind.value))


def _of_claim(claim: Claim) -> Iterator[Citation]:
    published = not claim.record.draft
    for number, account in enumerate(claim.accounts):
        where: Where = ("accounts", number)
        for at, quote in enumerate(account.quotes):
            there = (*where, "quotes", at) if claim.whole else None
            yield Citation(account.source.id, CitedAs.QUOTE, quote, there, published)
        for at, words in enumerate(account.searched):
            there = (*where, "searched", at) if claim.whole else None
            typed = ExactQuote(words.text, words.place)
            yield Citation(account.source.id, CitedAs.SEARCHED, typed, there, published)
        noted = (*where, "note") if claim.whole else None
        yield from _linked(account.note, noted, published=published)
    yield from _linked(claim.explanation, ("explanation",), published=published)


def _of_discrepancy(discrepancy: Discrepancy) -> Iterator[Citation]:
    published = not discrepancy.record.draft
    yield from _linked(discrepancy.explanation, ("explanation",), published=published)
    yield from _linked(discrepancy.resolution, ("resolution",), published=published)


def _linked(prose: Prose | None, where: Where | None, *, published: bool) -> Iterator[Citation]:
    for link in links(prose) if prose else ():
        if link.target is not None and link.target.quote:
            quote = ExactQuote(link.target.quote, link.place)
            yield Citation(link.target.id, CitedAs.LINK, quote, where, published)


def typed_words(quote: Quote) -> str:
    """The words of `quote` as its file has them, for people."""
    if isinstance(quote, PassageQuote):
        return f"{quote.start} […] {quote.end}"
    return quote.exact
