"""When a fact was published, checked and by whom, and its history."""

from collections import Counter
from collections.abc import Iterator

from recoupe.locale import Interface
from recoupe.model import History, HistoryKind, Record
from recoupe.pages.moments import known_moment, moment
from recoupe.pages.urls import history_anchor
from recoupe.pages.views.frame import CheckedView, HistoryView, Moment
from recoupe.values import PartialDate


def checked_view(record: Record, interface: Interface) -> CheckedView:
    """When and by whom a fact was last checked."""
    return CheckedView(known_moment(record.checked, interface), record.by)


def history_views(record: Record, interface: Interface) -> tuple[HistoryView, ...]:
    """A fact's history, newest first."""
    anchors = history_anchors(record)
    return tuple(
        history_view(entry, anchor, interface)
        for entry, anchor in zip(record.history, anchors, strict=True)
    )


def history_view(entry: History, anchor: str, interface: Interface) -> HistoryView:
    """One entry of a history, whose element on the fact's page has the id `anchor`."""
    date = moment(entry.date, interface)
    return HistoryView(
        anchor=anchor,
        heading=Moment(_heading(entry, interface), date.iso),
        date=date,
        kind=entry.kind.value,
        note=entry.note,
        before=entry.before,
    )


def history_anchors(record: Record) -> Iterator[str]:
    """The ids of the history's entries on the fact's page, newest first.

    In the order of the file for one date, so that an entry written below renames no other.
    """
    seen: Counter[tuple[str, str]] = Counter()
    for entry in record.history:
        key = entry.kind.value, entry.date.isoformat()
        seen[key] += 1
        yield history_anchor(*key, seen[key])


def first_published(record: Record) -> PartialDate | None:
    """When a fact was first published, where its history says so."""
    dates = [entry.date for entry in record.history if entry.kind is HistoryKind.PUBLISHED]
    return min(dates, default=None)


def last_modified(record: Record) -> PartialDate | None:
    """When a fact's page last changed: its latest entry, or its check, which the page shows too."""
    checked = [record.checked] if record.checked else []
    return max([*(entry.date for entry in record.history), *checked], default=None)


def _heading(entry: History, interface: Interface) -> str:
    match entry.kind:
        case HistoryKind.PUBLISHED:
            event = interface.gettext("Publication")
        case HistoryKind.UPDATED:
            event = interface.gettext("Update")
        case HistoryKind.CORRECTED:
            event = interface.gettext("Correction")
    return interface.event(event, entry.date)
