"""A scale: what stretch of numbers or days an axis shows, and where it has ticks.

Scales are linear, as on any other the distance between two accounts would not be their difference,
and end at ticks. Nothing here is a length from zero, so zero is shown where it costs little and
left out where differences would no longer be seen (Cleveland, The Elements of Graphing Data, 1985);
the page says when it is left out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from recoupe.locale.ticks import DateStep
from recoupe.pages.calendar_steps import CalendarStep, calendar_step
from recoupe.pages.extents import Extent, all_ends
from recoupe.pages.nice_numbers import nice_number

_MOST_STEPS = 5  # labels of more would not have room, and five are enough to read a value by
_LEAST_SPREAD = Fraction(1, 4)  # of the axis that values must take for zero to be on it too
_ROOM = Fraction(1, 2)  # of a step, at least: so much of a value without end is drawn
_LENGTH = 1000  # positions are thousandths of the axis


@dataclass(frozen=True, slots=True)
class Scale:
    """The points at which an axis has ticks, from its beginning to its end.

    `step` tells what dates are counted in, and is None for numbers.
    """

    ticks: tuple[Fraction, ...]
    step: DateStep | None

    def position(self, point: Fraction) -> int:
        """Where `point` stands, in thousandths of the axis."""
        first, last = self.ticks[0], self.ticks[-1]
        return round(_LENGTH * (point - first) / (last - first))

    @property
    def shows_zero(self) -> bool:
        """Whether zero is on the axis."""
        return self.ticks[0] <= 0 <= self.ticks[-1]


def number_scale(extents: Iterable[Extent]) -> Scale:
    """The scale for numbers, with ticks at multiples of a nice number (Heckbert, 1990)."""
    listed = list(extents)
    low, high = _with_zero(all_ends(listed))
    step = nice_number((high - low or abs(high) or Fraction(1)) / _MOST_STEPS)
    first, last = floor(low / step), ceil(high / step)
    for one in listed:
        if one.lower is None and one.upper is not None:
            first = min(first, floor(one.upper / step - _ROOM))
        if one.upper is None and one.lower is not None:
            last = max(last, ceil(one.lower / step + _ROOM))
    return Scale(tuple(index * step for index in range(first, last + 1)), None)


def date_scale(extents: Iterable[Extent]) -> Scale:
    """The scale for days, with ticks at the beginning of days, weeks, months or years."""
    listed = list(extents)
    ends = all_ends(listed)
    low, high = min(ends), max(ends)
    step = calendar_step(int(high - low), most=_MOST_STEPS)
    first, last = step.index(int(low)), _index_after(step, int(high))
    for one in listed:
        if one.lower is None and one.upper is not None:
            first = min(first, step.index(int(one.upper) - ceil(step.days * _ROOM)))
        if one.upper is None and one.lower is not None:
            last = max(last, _index_after(step, int(one.lower) + ceil(step.days * _ROOM)))
    ticks = dict.fromkeys(Fraction(step.ordinal(index)) for index in range(first, last + 1))
    return Scale(tuple(ticks), step.unit)


def _with_zero(ends: tuple[Fraction, ...]) -> tuple[Fraction, Fraction]:
    low, high = min(ends), max(ends)
    farthest = max(abs(low), abs(high))
    if high - low < farthest * _LEAST_SPREAD:
        return low, high
    return min(low, Fraction(0)), max(high, Fraction(0))


def _index_after(step: CalendarStep, ordinal: int) -> int:
    index = step.index(ordinal)
    return index if step.ordinal(index) >= ordinal else index + 1
