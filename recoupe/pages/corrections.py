"""What was corrected and updated on this site, newest first."""

from collections.abc import Iterator

from recoupe.model import History, HistoryKind, Record
from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame
from recoupe.pages.records import history_view
from recoupe.pages.views.frame import Link
from recoupe.pages.views.overviews import CorrectionEntry, CorrectionsView


def corrections_view(edition: Edition) -> CorrectionsView | None:
    """The page; None where nothing was corrected or updated."""
    entries = sorted(_entries(edition), key=lambda one: one[0].date, reverse=True)
    shown = [one for one in entries if one[0].kind is not HistoryKind.PUBLISHED]
    if not shown:
        return None
    return CorrectionsView(
        frame=frame(
            edition,
            urls.CORRECTIONS,
            title=edition.interface.gettext("Corrections"),
            description=edition.interface.gettext(
                "What was wrong and has been put right, and what has been brought up to date."
            ),
        ),
        corrected=_of_kind(edition, shown, HistoryKind.CORRECTED),
        updated=_of_kind(edition, shown, HistoryKind.UPDATED),
    )


Entry = tuple[History, Link, str]


def _of_kind(
    edition: Edition, entries: list[Entry], kind: HistoryKind
) -> tuple[CorrectionEntry, ...]:
    return tuple(
        CorrectionEntry(fact, family, history_view(entry, edition.interface))
        for entry, fact, family in entries
        if entry.kind is kind
    )


def _entries(edition: Edition) -> Iterator[Entry]:
    for record, fact, family in _facts(edition):
        yield from ((entry, fact, family) for entry in record.history)


def _facts(edition: Edition) -> Iterator[tuple[Record, Link, str]]:
    addresses = edition.addresses
    for anchored in edition.claims:
        claim = anchored.claim
        yield claim.record, Link(claim.statement, addresses.claim(claim.id)), "claim"
    for one in edition.discrepancies:
        yield one.record, Link(one.title, addresses.discrepancy(one.id)), "discrepancy"
    for source in (anchored.source for anchored in edition.sources):
        label = edition.labels[source.id].label
        yield source.record, Link(label, addresses.source(source.id)), "source"
