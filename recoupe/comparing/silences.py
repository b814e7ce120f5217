"""Silences: the searched words must be absent, and must be words that would have been found."""

from collections.abc import Callable, Mapping
from functools import cache

from recoupe.anchoring.anchored import AnchoredClaim, AnchoredSource
from recoupe.anchoring.search import occurrences, occurs
from recoupe.anchoring.seed_places import seed_place
from recoupe.diagnostics import Related, Report
from recoupe.model import Account, Claim, SearchedWords, Source, Stance
from recoupe.text import bare
from recoupe.values import PartialDate, later, wholly_before


def report_silences(
    anchored: AnchoredClaim, sources: Mapping[str, AnchoredSource], report: Report
) -> None:
    """Report searched words that stand in the source, and warn of those that prove little."""
    if all(one.account.stance is not Stance.SILENT for one in anchored.accounts):
        return
    quoted = _quotes_hold(anchored)
    for one in anchored.accounts:
        source = sources.get(one.account.source.id)
        if one.account.stance is Stance.SILENT and source is not None:
            for words in one.account.searched:
                _report_words(words, source, quoted, report)


def earlier_silences(claim: Claim, sources: Mapping[str, Source]) -> frozenset[str]:
    """The names of the silent accounts whose source was published wholly before the thing happened.

    What counts is `when` or the moment at which the claim was made, whichever is later.
    """
    moment = later(claim.when, claim.made_by.date if claim.made_by else None)
    return frozenset(
        account.name
        for account in claim.accounts
        if account.stance is Stance.SILENT and wholly_before(_published(account, sources), moment)
    )


def _published(account: Account, sources: Mapping[str, Source]) -> PartialDate | None:
    source = sources.get(account.source.id)
    return source.published if source else None


def _report_words(
    words: SearchedWords, source: AnchoredSource, quoted: Callable[[str], bool], report: Report
) -> None:
    entry = bare(words.text)
    if found := _places(entry, words.text, source):
        report.add(
            "searched-word-present",
            words.place,
            f"`{words.text}` stands in source `{source.source.id}`, so it proves no silence",
            help="quote what the source says of it, or search for other words",
            related=found,
        )
    elif not quoted(entry):
        report.add(
            "search-finds-nothing",
            words.place,
            f"`{words.text}` occurs in no passage that this claim quotes, so it proves little",
            help="search for words with which the other sources say it",
        )


def _places(entry: str, words: str, source: AnchoredSource) -> tuple[Related, ...]:
    """Where `words`, which are `entry` once they are bare, stand in a source."""
    found = []
    if not source.source.described and occurs(bare(source.source.title), entry):
        found.append(Related(source.source.place, "in the title"))
    if occurs(source.text.bare.text, entry):
        found += [seed_place(source, span) for span in occurrences(source.text, words)]
    return tuple(found)


def _quotes_hold(anchored: AnchoredClaim) -> Callable[[str], bool]:
    """Whether a claim quotes an entry; where a quote was not found, it may, and is said to.

    Quotes are folded once for all entries, and only as many as it takes.
    """
    whole = anchored.claim.whole and all(
        len(one.quotes) == len(one.account.quotes) for one in anchored.accounts
    )
    quotes = [quote.text for one in anchored.accounts for quote in one.quotes]
    folded = cache(bare)

    def held(entry: str) -> bool:
        return not whole or any(occurs(folded(text), entry) for text in quotes)

    return held
