"""Dates of the facts as pages show them: words, and ISO 8601 where HTML has a form for it."""

from recoupe.locale import Interface
from recoupe.pages.views.frame import Moment
from recoupe.values import DateValue, PartialDate


def moment(date: DateValue | PartialDate, interface: Interface) -> Moment:
    """The words for a date; `iso` where it is one year, month or day."""
    if isinstance(date, PartialDate):
        return Moment(interface.date(date), date.isoformat())
    exact = date.form == "exact"
    return Moment(interface.moment(date), date.stated[0].isoformat() if exact else None)


def known_moment(date: DateValue | PartialDate | None, interface: Interface) -> Moment | None:
    """The same, for a date that may not be known."""
    return None if date is None else moment(date, interface)
