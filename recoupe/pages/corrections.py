"""What was corrected and updated on this site: corrections first, each newest first, by month.

The page is there even while nothing had to be corrected, since saying so is what readers look for,
and since the pages that announce it need an address that holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from recoupe.model import History, HistoryKind, Record
from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.list_frames import list_frame
from recoupe.pages.lists import PAGE_LENGTH, Leaf, leaves
from recoupe.pages.moments import moment
from recoupe.pages.planned import PlannedPage
from recoupe.pages.records import history_anchors, history_view
from recoupe.pages.source_labels import label_link
from recoupe.pages.views.frame import Frame, Link
from recoupe.pages.views.overviews import CorrectionEntry, CorrectionGroup, CorrectionsView
from recoupe.values import PartialDate


@dataclass(frozen=True, slots=True)
class Change:
    """An entry of the history of `fact`; `anchor` is that of its element on the fact's page."""

    fact: Link
    family: str
    id: str
    entry: History
    anchor: str


def corrections_pages(edition: Edition) -> Iterator[PlannedPage]:
    """The pages of the list of corrections and updates; there is always a first one."""
    changes = sorted(_changes(edition), key=lambda one: one.entry.date.order, reverse=True)
    corrected = [one for one in changes if one.entry.kind is HistoryKind.CORRECTED]
    updated = [one for one in changes if one.entry.kind is HistoryKind.UPDATED]
    first_update = urls.list_page(urls.CORRECTIONS, len(corrected) // PAGE_LENGTH + 1)
    for leaf in leaves(urls.CORRECTIONS, [*corrected, *updated]):
        counts = len(corrected), len(updated)
        yield PlannedPage(leaf.url, _view, (leaf, counts, first_update))


def _view(
    edition: Edition, leaf: Leaf[Change], counts: tuple[int, int], first_update: str
) -> CorrectionsView:
    corrections, updates = counts
    return CorrectionsView(
        frame=_frame(edition, leaf),
        corrections=corrections,
        updates=updates,
        updates_url=f"{first_update}#updated" if updates else None,
        corrected=_by_month(edition, leaf.items, HistoryKind.CORRECTED),
        updated=_by_month(edition, leaf.items, HistoryKind.UPDATED),
        pager=leaf.pager,
    )


def _frame(edition: Edition, leaf: Leaf[Change]) -> Frame:
    return list_frame(
        edition,
        leaf,
        title=edition.interface.gettext("Corrections"),
        description=edition.interface.gettext(
            "What was wrong and has been put right, and what has been brought up to date."
        ),
    )


def _by_month(
    edition: Edition, changes: Sequence[Change], kind: HistoryKind
) -> tuple[CorrectionGroup, ...]:
    of_kind = [one for one in changes if one.entry.kind is kind]
    months = groupby(of_kind, key=lambda one: _month(one.entry.date))
    return tuple(
        CorrectionGroup(
            moment(month, edition.interface), tuple(_entry(edition, one) for one in dated)
        )
        for month, dated in months
    )


def _month(date: PartialDate) -> PartialDate:
    return PartialDate(date.year, date.month)


def _entry(edition: Edition, change: Change) -> CorrectionEntry:
    view = history_view(change.entry, change.anchor, edition.interface)
    anchor = f"{change.family}-{change.id}-{change.anchor}"
    return CorrectionEntry(change.fact, change.family, anchor, view)


def _changes(edition: Edition) -> Iterator[Change]:
    """What has happened since facts were published; most have no more than that."""
    addresses = edition.addresses
    for claim in (anchored.claim for anchored in edition.claims):
        if _has_changed(claim.record):
            link = Link(claim.statement, addresses.claim(claim.id))
            yield from _of(claim.record, link, "claim")
    for one in edition.discrepancies:
        if _has_changed(one.record):
            link = Link(one.title, addresses.discrepancy(one.id))
            yield from _of(one.record, link, "discrepancy")
    for source in (anchored.source for anchored in edition.sources):
        if _has_changed(source.record):
            link = label_link(edition.labels[source.id], addresses.source(source.id))
            yield from _of(source.record, link, "source")


def _has_changed(record: Record) -> bool:
    return any(entry.kind is not HistoryKind.PUBLISHED for entry in record.history)


def _of(record: Record, fact: Link, family: str) -> Iterator[Change]:
    for entry, anchor in zip(record.history, history_anchors(record), strict=True):
        if entry.kind is not HistoryKind.PUBLISHED:
            yield Change(fact, family, record.id, entry, anchor)
