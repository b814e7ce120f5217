"""What was corrected and updated on this site: corrections first, each newest first, by month.

The page is there even while nothing had to be corrected, since saying so is what readers look for,
and since the pages that announce it need an address that holds.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from recoupe.model import HistoryKind, Record
from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.list_frames import list_frame
from recoupe.pages.lists import PAGE_LENGTH, Leaf, leaves
from recoupe.pages.moments import moment
from recoupe.pages.planned import PlannedPage
from recoupe.pages.records import history_views
from recoupe.pages.source_labels import label_link
from recoupe.pages.views.frame import Frame, Link
from recoupe.pages.views.overviews import CorrectionEntry, CorrectionGroup, CorrectionsView
from recoupe.values import PartialDate

Dated = tuple[PartialDate, CorrectionEntry]


def corrections_pages(edition: Edition) -> Iterator[PlannedPage]:
    """The pages of the list of corrections and updates; there is always a first one."""
    entries = sorted(_entries(edition), key=lambda one: one[0], reverse=True)
    corrected = [one for one in entries if one[1].entry.kind == HistoryKind.CORRECTED.value]
    updated = [one for one in entries if one[1].entry.kind == HistoryKind.UPDATED.value]
    first_update = urls.list_page(urls.CORRECTIONS, len(corrected) // PAGE_LENGTH + 1)
    for leaf in leaves(urls.CORRECTIONS, [*corrected, *updated]):
        counts = len(corrected), len(updated)
        yield PlannedPage(leaf.url, partial(_view, edition, leaf, counts, first_update))


def _view(
    edition: Edition, leaf: Leaf[Dated], counts: tuple[int, int], first_update: str
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


def _frame(edition: Edition, leaf: Leaf[Dated]) -> Frame:
    return list_frame(
        edition,
        leaf,
        title=edition.interface.gettext("Corrections"),
        description=edition.interface.gettext(
            "What was wrong and has been put right, and what has been brought up to date."
        ),
    )


def _by_month(
    edition: Edition, entries: Sequence[Dated], kind: HistoryKind
) -> tuple[CorrectionGroup, ...]:
    of_kind = [one for one in entries if one[1].entry.kind == kind.value]
    months = groupby(of_kind, key=lambda one: PartialDate(one[0].year, one[0].month))
    return tuple(
        CorrectionGroup(moment(month, edition.interface), tuple(entry for _, entry in dated))
        for month, dated in months
    )


def _entries(edition: Edition) -> Iterator[Dated]:
    for record, fact, family in _facts(edition):
        views = history_views(record, edition.interface)
        for entry, view in zip(record.history, views, strict=True):
            yield (
                entry.date,
                CorrectionEntry(fact, family, f"{family}-{record.id}-{view.anchor}", view),
            )


def _facts(edition: Edition) -> Iterator[tuple[Record, Link, str]]:
    addresses = edition.addresses
    for anchored in edition.claims:
        claim = anchored.claim
        yield claim.record, Link(claim.statement, addresses.claim(claim.id)), "claim"
    for one in edition.discrepancies:
        yield one.record, Link(one.title, addresses.discrepancy(one.id)), "discrepancy"
    for source in (anchored.source for anchored in edition.sources):
        label = edition.labels[source.id]
        yield source.record, label_link(label, addresses.source(source.id)), "source"
