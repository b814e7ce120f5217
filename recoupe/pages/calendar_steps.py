"""Steps of a calendar axis: days, weeks that begin on Monday, months, quarters, years.

The steps are those of D3's time scale, which readers know from most charts on the web; those below
a day are left out, as facts know no hours.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from recoupe.locale.ticks import DateStep
from recoupe.pages.nice_numbers import nice_number

_DAYS_OF_A_MONTH = 30.44  # on average
_DAYS_OF_A_YEAR = 365.25
_LAST_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class CalendarStep:
    """So many days, months or years; the steps of a calendar are counted by an index."""

    unit: DateStep
    size: int

    @property
    def days(self) -> float:
        """About how many days it has."""
        lengths = {"day": 1.0, "month": _DAYS_OF_A_MONTH, "year": _DAYS_OF_A_YEAR}
        return self.size * lengths[self.unit]

    def index(self, ordinal: int) -> int:
        """The step in which a day lies; days before the first of the calendar lie in its step."""
        day = date.fromordinal(min(max(ordinal, 1), _LAST_DAY))
        months = day.year * 12 + day.month - 1
        counted = {"day": day.toordinal() - 1, "month": months, "year": day.year}
        return counted[self.unit] // self.size

    def ordinal(self, index: int) -> int:
        """The day on which a step begins; where the calendar has none, its first or its last."""
        count = index * self.size
        if self.unit == "day":
            return min(max(count + 1, 1), _LAST_DAY)
        year, month = (count, 0) if self.unit == "year" else divmod(count, 12)
        if year < date.min.year:
            return 1
        return _LAST_DAY if year > date.max.year else date(year, month + 1, 1).toordinal()


def calendar_step(span: int, *, most: int) -> CalendarStep:
    """The smallest step of which `most` or fewer make `span` days."""
    return next(step for step in _steps(span, most) if span <= step.days * most)


def _steps(span: int, most: int) -> Iterator[CalendarStep]:
    yield from (CalendarStep("day", size) for size in (1, 2, 7))  # the first day was a Monday
    yield from (CalendarStep("month", size) for size in (1, 3))
    years = Fraction(max(span, 1)) / Fraction(_DAYS_OF_A_YEAR) / most
    yield CalendarStep("year", max(int(nice_number(years)), 1))
