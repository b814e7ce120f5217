"""The axis of a timeline: days to thousandths of its length.

A year 2018 on the page of two months in 2021 would leave both months the width of a finger. So the
axis is to scale where something is known to the month or the day, and condensed, which is drawn,
where at most a year is known, or nothing: between the stretches, before them and after.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from recoupe.pages.calendar_steps import CalendarStep
from recoupe.values import DateValue

LENGTH = 1000  # positions are thousandths of the axis
_CONDENSED = 80  # thousandths of each condensed part: enough to see a mark in it
_MOST_CONDENSED = 320  # of all of them together, so that most of the axis is to scale
_LONGEST_GAP = 0.2  # of the time from first to last: there are at most four longer gaps
_EMPTINESS = 2  # times all that is known: less is seen better to scale
_ROOM = 10  # days that an open moment goes on for at least
_MOST_MONTHS = 36  # a longer stretch begins and ends with a year, as its ticks are years
_YEAR, _MONTH = CalendarStep("year", 1), CalendarStep("month", 1)
_FIRST_DAY, _LAST_DAY = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` up to `last`, which is not one of them, as ordinals."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the axis, which begins at `position`; `condensed` where not drawn to scale."""

    days: Stretch
    position: int
    condensed: bool


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The parts of an axis, earliest first, each beginning where the one before ends."""

    parts: tuple[Part, ...]

    def position(self, ordinal: int) -> int:
        """Where a day begins, in thousandths; days beyond an end stand at that end."""
        at = max(bisect_right(self.parts, ordinal, key=lambda part: part.days.first) - 1, 0)
        days, start = self.parts[at].days, self.parts[at].position
        share = (ordinal - days.first) / (days.last - days.first)
        return start + round((self.end(at) - start) * min(max(share, 0), 1))

    def end(self, at: int) -> int:
        """Where part `at` ends, in thousandths."""
        return self.parts[at + 1].position if at + 1 < len(self.parts) else LENGTH


def time_axis(moments: Iterable[DateValue]) -> TimeAxis:
    """The axis for the moments of one page, of which there is one at least."""
    listed = list(moments)
    reaches = [_reach(one) for one in listed]
    close = [_reach(one) for one in listed if _is_close(one)] or reaches
    stretches = _stretches(close)
    days = _with_condensed(stretches, reaches)
    condensed = [one not in stretches for one in days]
    lengths = _lengths(days, condensed, close)
    positions = [sum(lengths[:at]) for at in range(len(days))]
    return TimeAxis(tuple(map(Part, days, positions, condensed)))


def days_of(moment: DateValue) -> Stretch:
    """The days that a moment states, from the first to the last."""
    first, last = moment.stated[0].first_day, moment.stated[-1].last_day
    return Stretch(first.toordinal(), last.toordinal() + 1)


def days_allowed(moment: DateValue) -> Stretch:
    """The days that a moment allows; one without end on a side is cut where it states one."""
    days = days_of(moment)
    first = moment.lower.toordinal() if moment.lower else days.first
    return Stretch(first, moment.upper.toordinal() + 1 if moment.upper else days.last)


def _is_close(moment: DateValue) -> bool:
    return all(date.precision != "year" for date in moment.stated)


def _reach(moment: DateValue) -> Stretch:
    """What must be on the axis: of an open moment what it states, and some of what it allows."""
    match moment.form:
        case "before":
            days = days_of(moment)
            return Stretch(max(days.first - _ROOM, _FIRST_DAY), days.last)
        case "after":
            days = days_of(moment)
            return Stretch(days.first, min(days.last + _ROOM, _LAST_DAY + 1))
        case _:
            return days_allowed(moment)


def _stretches(reaches: Sequence[Stretch]) -> list[Stretch]:
    """The reaches in rows without a long gap, each from the first of a month, or a year, on."""
    whole = max(one.last for one in reaches) - min(one.first for one in reaches)
    step = _MONTH if whole <= _MOST_MONTHS * _MONTH.days else _YEAR
    rounded = [_rounded(reach, step) for reach in reaches]
    rows = _joined(rounded, gap=0)
    known = sum(one.last - one.first for one in rows)
    return _joined(rows, gap=max(whole * _LONGEST_GAP, known * _EMPTINESS))


def _joined(stretches: Iterable[Stretch], *, gap: float) -> list[Stretch]:
    """The stretches, those that are no more than `gap` days apart in one."""
    rows: list[Stretch] = []
    for one in sorted(stretches, key=lambda one: one.first):
        if rows and one.first - rows[-1].last <= gap:
            rows[-1] = Stretch(rows[-1].first, max(rows[-1].last, one.last))
        else:
            rows.append(one)
    return rows


def _rounded(days: Stretch, step: CalendarStep) -> Stretch:
    first, last = step.index(days.first), step.index(days.last - 1)
    return Stretch(step.ordinal(first), max(step.ordinal(last + 1), days.last))


def _with_condensed(stretches: Sequence[Stretch], reaches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches and what lies between, before and after them, in their order."""
    ends = min(one.first for one in reaches), max(one.last for one in reaches)
    borders = [ends[0], *(day for one in stretches for day in (one.first, one.last)), ends[1]]
    between = (Stretch(*pair) for pair in zip(borders[::2], borders[1::2], strict=True))
    found = [*stretches, *(one for one in between if one.first < one.last)]
    return sorted(found, key=lambda one: one.first)


def _lengths(
    days: Sequence[Stretch], condensed: Sequence[bool], close: Sequence[Stretch]
) -> list[int]:
    """How long each part is: those to scale have the more room, the more happens in them."""
    small = min(_CONDENSED, _MOST_CONDENSED // max(sum(condensed), 1))
    counts = [1 + sum(part.first <= one.first < part.last for one in close) for part in days]
    room = LENGTH - small * sum(condensed)
    counted = sum(count for count, is_small in zip(counts, condensed, strict=True) if not is_small)
    return [
        small if is_small else room * count // counted
        for count, is_small in zip(counts, condensed, strict=True)
    ]
