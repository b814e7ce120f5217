"""Silences: the searched words must be absent, and must be words that would have been found."""

from collections.abc import Mapping

from recoupe.anchoring.anchored import AnchoredClaim, AnchoredSource
from recoupe.anchoring.search import occurrences
from recoupe.anchoring.seed_places import seed_place
from recoupe.diagnostics import Related, Report
from recoupe.model import Account, Claim, SearchedWords, Source, Stance
from recoupe.values import PartialDate, later, wholly_before


def report_silences(
    anchored: AnchoredClaim, sources: Mapping[str, AnchoredSource], report: Report
) -> None:
    """Report searched words that stand in the source, and warn of those that prove little."""
    for one in anchored.accounts:
        source = sources.get(one.account.source.id)
        if one.account.stance is Stance.SILENT and source is not None:
            for words in one.account.searched:
                _report_words(words, source, anchored, report)


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
    words: SearchedWords, source: AnchoredSource, anchored: AnchoredClaim, report: Report
) -> None:
    if found := _places(words.text, source):
        report.add(
            "searched-word-present",
            words.place,
            f"`{words.text}` stands in source `{source.source.id}`, so it proves no silence",
            help="quote what the source says of it, or search for other words",
            related=found,
        )
    elif _is_whole(anchored) and not _is_quoted(words.text, anchored):
        report.add(
            "search-finds-nothing",
            words.place,
            f"`{words.text}` occurs in no passage that this claim quotes, so it proves little",
            help="search for words with which the other sources say it",
        )


def _places(words: str, source: AnchoredSource) -> tuple[Related, ...]:
    title = "" if source.source.described else source.source.title
    in_title = [Related(source.source.place, "in the title")] if occurrences(title, words) else []
    in_body = [seed_place(source, span) for span in occurrences(source.text, words)]
    return tuple(in_title + in_body)


def _is_whole(anchored: AnchoredClaim) -> bool:
    """Whether every quote of the claim was found; else words may seem unquoted that are not."""
    return anchored.claim.whole and all(
        len(one.quotes) == len(one.account.quotes) for one in anchored.accounts
    )


def _is_quoted(words: str, anchored: AnchoredClaim) -> bool:
    return any(occurrences(quote.text, words) for one in anchored.accounts for quote in one.quotes)
