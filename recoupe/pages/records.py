"""When a fact was checked and by whom, and its history."""

from recoupe.locale import Interface
from recoupe.model import History, Record
from recoupe.pages.moments import known_moment, moment
from recoupe.pages.views.frame import CheckedView, HistoryView


def checked_view(record: Record, interface: Interface) -> CheckedView:
    """When and by whom a fact was last checked."""
    return CheckedView(known_moment(record.checked, interface), record.by)


def history_views(record: Record, interface: Interface) -> tuple[HistoryView, ...]:
    """A fact's history, newest first."""
    return tuple(history_view(entry, interface) for entry in record.history)


def history_view(entry: History, interface: Interface) -> HistoryView:
    """One entry of a history."""
    return HistoryView(moment(entry.date, interface), entry.kind.value, entry.note, entry.before)
