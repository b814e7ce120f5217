"""Sets of numbers or days without holes: what a typed number or date allows.

An end that is None is no end: the interval goes on for ever on that side. An interval is never
empty; whoever makes one sees to that, and `gap_before` relies on it.
"""

from datetime import date
from decimal import Decimal
from typing import Generic, TypeVar

from msgspec import Struct

End = TypeVar("End", Decimal, date)


class Interval(Struct, Generic[End], frozen=True):
    """Everything from `lower` to `upper`, the ends included where they are not open."""

    lower: End | None
    upper: End | None
    lower_open: bool
    upper_open: bool

    def contains(self, point: End) -> bool:
        """Whether `point` is one of those that the interval allows."""
        if self.lower is not None and (point < self.lower or self._opens_at(point)):
            return False
        return self.upper is None or point < self.upper or self._closes_with(point)

    def precedes(self, other: "Interval[End]") -> bool:
        """Whether all of this interval lies before all of `other`."""
        return self.gap_before(other) is not None

    def gap_before(self, other: "Interval[End]") -> tuple[End, End] | None:
        """The two ends that face each other, where this interval precedes `other`; else None."""
        if self.upper is None or other.lower is None:
            return None
        touching = self.upper == other.lower
        if self.upper < other.lower or (touching and (self.upper_open or other.lower_open)):
            return self.upper, other.lower
        return None

    def overlaps(self, other: "Interval[End]") -> bool:
        """Whether the two have a point in common."""
        return not (self.precedes(other) or other.precedes(self))

    def _opens_at(self, point: End) -> bool:
        return self.lower_open and point == self.lower

    def _closes_with(self, point: End) -> bool:
        return not self.upper_open and point == self.upper
