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
    if isinstance(a, NumberValue) and isinstance(b, NumberValue):
        return _parted(a, b, exact_tolerance(tolerance))
    return not overlap(a, b)


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


def exact_tolerance(tolerance: Tolerance) -> Fraction:
    """`tolerance` as it was typed, for those who compare many values; raises as `conflict` does."""
    if isinstance(tolerance, Fraction):
        exact = tolerance
    else:
        try:
            exact = Fraction(str(tolerance))  # 0.05 is a twentieth, which its float is not
        except ValueError:
            raise ValueError(f"a tolerance of {tolerance} is no finite number") from None
    if exact < 0:
        raise ValueError(f"a tolerance of {tolerance} is below 0")
    return exact


def _parted(a: NumberValue, b: NumberValue, tolerated: Fraction) -> bool:
    """Whether there is a gap between two numbers, and more of it than is tolerated."""
    ends = a.gap_before(b) or b.gap_before(a)
    if ends is None or not tolerated:
        return ends is not None
    below, above = (Fraction(end) for end in ends)
    return above - below > tolerated * max(abs(below), abs(above))
