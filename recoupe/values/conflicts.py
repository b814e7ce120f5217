"""Whether two values can both be true.

Values conflict when their sets have nothing in common. Numbers have a tolerance besides: the gap
between the two ends that face each other, relative to the larger of those ends. A reader may ask
about a gap of 0, as between `1` and `over 1`: it is within any tolerance that is above 0, as every
gap smaller than the tolerance is, and a conflict only where nothing is tolerated.
"""

from decimal import Decimal
from fractions import Fraction

from recoupe.values.choices import ChoiceValue
from recoupe.values.dates import DateValue
from recoupe.values.kinds import Value
from recoupe.values.numbers import NumberValue

Tolerance = float | Decimal | Fraction


def conflict(a: Value, b: Value, tolerance: Tolerance = 0.0) -> bool:
    """Whether the two values cannot both be true.

    `tolerance` is the relative difference at which numbers still agree; dates and choices know
    none. Raises TypeError for values of different kinds, ValueError for a tolerance that is
    negative or no finite number.
    """
    if overlap(a, b):
        return False
    if isinstance(a, NumberValue) and isinstance(b, NumberValue):
        return _parted(a, b, tolerance)
    return True


def agree(a: Value, b: Value, tolerance: Tolerance = 0.0) -> bool:
    """Whether the two values can both be true: the opposite of `conflict`."""
    return not conflict(a, b, tolerance)


def overlap(a: Value, b: Value) -> bool:
    """Whether the two values allow something in common; TypeError for different kinds."""
    if isinstance(a, NumberValue) and isinstance(b, NumberValue):
        return a.overlaps(b)
    if isinstance(a, DateValue) and isinstance(b, DateValue):
        return a.overlaps(b)
    if isinstance(a, ChoiceValue) and isinstance(b, ChoiceValue):
        return a.overlaps(b)
    raise TypeError(f"a {a.kind} cannot be compared with a {b.kind}")


def _parted(a: NumberValue, b: NumberValue, tolerance: Tolerance) -> bool:
    """Whether the gap between two numbers that do not overlap is more than is tolerated."""
    tolerated = _exact(tolerance)
    if tolerated == 0:
        return True
    below, above = (Fraction(end) for end in _facing_ends(a, b))
    return above - below > tolerated * max(abs(below), abs(above))


def _facing_ends(a: NumberValue, b: NumberValue) -> tuple[Decimal, Decimal]:
    left, right = (a, b) if a.precedes(b) else (b, a)
    if left.upper is None or right.lower is None:
        raise ValueError("values that overlap have no gap")
    return left.upper, right.lower


def _exact(tolerance: Tolerance) -> Fraction:
    exact = Fraction(str(tolerance))  # as it was typed: 0.05 is a twentieth, its float is not
    if exact < 0:
        raise ValueError(f"a tolerance of {tolerance} is below 0")
    return exact
