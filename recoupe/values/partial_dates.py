"""Plain ISO 8601 dates, as precise as they are known: `2021`, `2021-02`, `2021-02-15`.

A date that is known to the month is not the first of that month: the missing parts stay None, and
whoever needs days asks for the first or the last one.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import Literal

from recoupe.values.mistakes import ValueMistake, echo

Precision = Literal["year", "month", "day"]

_MOST_REMEMBERED = 4096  # texts; the dates of eleven years, each to the day
_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_FORMS = "write it as `2021`, `2021-02` or `2021-02-15`"


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month or a day of the Gregorian calendar.

    Dates sort by their first day, a coarser one first: 2021, 2021-01, 2021-01-01. Making one that
    no calendar has raises ValueError.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a date with a day needs a month")
        date(
            self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day
        )

    def __lt__(self, other: "PartialDate") -> bool:
        return self.order < other.order

    def __str__(self) -> str:
        return self.isoformat()

    @property
    def precision(self) -> Precision:
        """The smallest part that is known."""
        if self.day is not None:
            return "day"
        return "year" if self.month is None else "month"

    @property
    def first_day(self) -> date:
        """The first day that the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that the date may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def order(self) -> tuple[int, int, int]:
        """What dates sort by, for those who sort many."""
        return self.year, self.month or 0, self.day or 0

    def isoformat(self) -> str:
        """The date as ISO 8601 writes it, with the parts that are known."""
        if self.day is not None:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return f"{self.year:04}" if self.month is None else f"{self.year:04}-{self.month:02}"


@lru_cache(maxsize=_MOST_REMEMBERED)
def parse_date(text: str) -> PartialDate:
    """The plain date that `text` writes; `ValueMistake` where it is none or no calendar has it."""
    parts = _PLAIN.fullmatch(text.strip())
    if parts is None:
        raise ValueMistake(
            f"{echo(text)} is not a date" if text.strip() else "there is no date", help=_FORMS
        )
    year, month, day = (None if part is None else int(part) for part in parts.groups())
    try:
        return PartialDate(year or 0, month, day)
    except ValueError:
        raise _impossible(text, year or 0, month) from None


def _impossible(text: str, year: int, month: int | None) -> ValueMistake:
    message = f"{echo(text)} is in no calendar"
    if year == 0:
        return ValueMistake(message, help="years run from `0001` to `9999`")
    if month is None or not 1 <= month <= 12:
        return ValueMistake(message, help="months run from `01` to `12`")
    last_day = PartialDate(year, month).last_day
    return ValueMistake(
        message, help=f"the days of that month run from `01` to `{last_day.day}`: `{last_day}`"
    )
