"""How far a value reaches on an axis: numbers as they are, days by their ordinal.

`after 2021-01-06` reaches from the 6th, which does not belong to it, as `over 5` does from 5; drawn
from the 7th it would look like a value that somebody has stated.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fractions import Fraction

from recoupe.values import DateValue, NumberValue

Drawable = NumberValue | DateValue


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where a value reaches; None is no end.

    `stated` is the part that was named, where the value is only about it; it adds nothing to what
    the value allows, so that extents are equal without it.
    """

    lower: Fraction | None
    upper: Fraction | None
    lower_open: bool
    upper_open: bool
    stated: tuple[Fraction, Fraction] | None = field(compare=False)

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """The ends that it has."""
        return tuple(end for end in (self.lower, self.upper) if end is not None)


def extent(value: Drawable) -> Extent:
    """The extent of a number or a date."""
    return _of_number(value) if isinstance(value, NumberValue) else _of_days(value)


def all_ends(extents: Iterable[Extent]) -> tuple[Fraction, ...]:
    """Every end that the extents have; there is one at least for each."""
    return tuple(end for one in extents for end in one.ends)


def _of_number(value: NumberValue) -> Extent:
    number = Fraction(value.stated[0])
    return Extent(
        lower=None if value.lower is None else Fraction(value.lower),
        upper=None if value.upper is None else Fraction(value.upper),
        lower_open=value.lower_open,
        upper_open=value.upper_open,
        stated=(number, number) if value.approximate else None,
    )


def _of_days(value: DateValue) -> Extent:
    first, last = (
        Fraction(day.toordinal()) for day in (value.stated[0].first_day, value.stated[-1].last_day)
    )
    if value.form == "after":
        return Extent(last, None, lower_open=True, upper_open=False, stated=None)
    if value.form == "before":
        return Extent(None, first, lower_open=False, upper_open=True, stated=None)
    if value.approximate and value.lower is not None and value.upper is not None:
        around = Fraction(value.lower.toordinal()), Fraction(value.upper.toordinal())
        return Extent(*around, lower_open=False, upper_open=False, stated=(first, last))
    return Extent(first, last, lower_open=False, upper_open=False, stated=None)
