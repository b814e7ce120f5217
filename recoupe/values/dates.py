"""Dates as sets of days: `2021-01`, `after 2021-01-06`, `from 2021-01-10 to 2021-02-15`.

The ends are days that belong to the set, also with `after` and `before`: days can be counted, so
"open" means to begin on the next one or to end on the one before. A reader who looks for an open
end finds it in `form`.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import ClassVar, Literal

from recoupe.values.intervals import Interval
from recoupe.values.mistakes import ValueMistake, echo
from recoupe.values.partial_dates import PartialDate, parse_date

DateForm = Literal["exact", "after", "before", "about", "range"]

_MOST_REMEMBERED = 4096  # texts; most accounts of a claim speak of one moment
_DAY = timedelta(days=1)
_FORMS = (
    "write `2021-01-10`, `2021-01`, `2021`, `after 2021-01`, `before 2021-01`, `about 2021-01` "
    "or `from 2021-01-10 to 2021-02-15`"
)


class DateValue(Interval[date], frozen=True, tag=True):
    """The days that a typed value allows.

    `stated` are the dates as they stand in the text: two for a range, else one. So `about 2021-01`
    states January 2021 and allows December to February.
    """

    kind: ClassVar[Literal["date"]] = "date"

    typed: str
    form: DateForm
    stated: tuple[PartialDate, ...]

    @property
    def approximate(self) -> bool:
        """Whether it was typed with `about`."""
        return self.form == "about"


@lru_cache(maxsize=_MOST_REMEMBERED)
def parse_date_value(text: str) -> DateValue:
    """The days that `text` allows; `ValueMistake` where it is none of the forms."""
    match text.split():
        case ["after", word]:
            return _after(text, parse_date(word))
        case ["before", word]:
            return _before(text, parse_date(word))
        case ["about", word]:
            return _about(text, parse_date(word))
        case ["from", first, "to", last]:
            return _range(text, parse_date(first), parse_date(last))
        case [word] if word[0].isdigit():
            stated = parse_date(word)
            return _days(text, "exact", (stated,), stated.first_day, stated.last_day)
        case words:
            raise _mistake(words)


def _days(
    typed: str,
    form: DateForm,
    stated: tuple[PartialDate, ...],
    lower: date | None,
    upper: date | None,
) -> DateValue:
    return DateValue(
        lower=lower,
        upper=upper,
        lower_open=False,
        upper_open=False,
        typed=typed,
        form=form,
        stated=stated,
    )


def _after(typed: str, stated: PartialDate) -> DateValue:
    if stated.last_day == date.max:
        raise ValueMistake(f"nothing comes {echo(typed)}", help=f"years run to {date.max.year}")
    return _days(typed, "after", (stated,), stated.last_day + _DAY, None)


def _before(typed: str, stated: PartialDate) -> DateValue:
    if stated.first_day == date.min:
        raise ValueMistake(f"nothing comes {echo(typed)}", help="years begin with `0001`")
    return _days(typed, "before", (stated,), None, stated.first_day - _DAY)


def _about(typed: str, stated: PartialDate) -> DateValue:
    lower, upper = stated.first_day, stated.last_day
    if lower > date.min:
        lower = _as_precise(lower - _DAY, like=stated).first_day
    if upper < date.max:
        upper = _as_precise(upper + _DAY, like=stated).last_day
    return _days(typed, "about", (stated,), lower, upper)


def _as_precise(day: date, *, like: PartialDate) -> PartialDate:
    month = None if like.month is None else day.month
    return PartialDate(day.year, month, None if like.day is None else day.day)


def _range(typed: str, first: PartialDate, last: PartialDate) -> DateValue:
    if last.last_day < first.first_day:
        raise ValueMistake(
            f"the range {echo(typed)} ends before it begins",
            help="write the earlier date first, as in `from 2021-01-10 to 2021-02-15`",
        )
    return _days(typed, "range", (first, last), first.first_day, last.last_day)


def _mistake(words: list[str]) -> ValueMistake:
    if not words:
        return ValueMistake("there is no date", help=_FORMS)
    return ValueMistake(f"{echo(' '.join(words))} is not a date", help=_FORMS)
