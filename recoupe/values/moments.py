"""When two accounts speak of the same moment, and which moment is earlier.

A moment that is not known (None) may be any: it is the same as every other and before none, so a
missing date never hides a conflict and never excuses a silence.
"""

from datetime import date

from recoupe.values.dates import DateValue
from recoupe.values.intervals import Interval
from recoupe.values.partial_dates import PartialDate

Moment = DateValue | PartialDate


def same_moment(a: Moment | None, b: Moment | None) -> bool:
    """Whether the two may be the same day; always, where either is not known."""
    return a is None or b is None or _days(a).overlaps(_days(b))


def wholly_before(a: Moment | None, b: Moment | None) -> bool:
    """Whether every day of `a` comes before every day of `b`; never, where either is not known."""
    return a is not None and b is not None and _days(a).precedes(_days(b))


def later(a: Moment | None, b: Moment | None) -> Moment | None:
    """Whichever begins later, `a` where both begin on the same day; the known one of two.

    A moment without a beginning (`before 2021-02`) begins earlier than every other. What is wholly
    before the one that is returned is wholly before its beginning, so no other measure is needed.
    """
    if a is None or b is None:
        return b if a is None else a
    return b if _beginning(b) > _beginning(a) else a


def _beginning(moment: Moment) -> date:
    return _days(moment).lower or date.min


def _days(moment: Moment) -> Interval[date]:
    if isinstance(moment, DateValue):
        return moment
    return Interval(moment.first_day, moment.last_day, lower_open=False, upper_open=False)
