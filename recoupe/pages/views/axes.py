"""Values on one axis. Positions are thousandths of it, from 0 to 1000, lesser values first."""

from dataclasses import dataclass

from recoupe.pages.views.frame import Link, Moment


@dataclass(frozen=True, slots=True)
class AxisTick:
    """A tick; whether its label has room on a phone, and on a wide screen.

    `year` stands below the first day or month of an axis that lies in it.
    """

    position: int
    label: str
    year: str | None
    narrow: bool
    wide: bool


@dataclass(frozen=True, slots=True)
class AxisMark:
    """What is drawn for a value, a point where `start` is `end`.

    The ends are closed, open (they do not belong to the value) or unbounded (the value goes on);
    `stated` is what an approximation names, from where to where.
    """

    start: int
    end: int
    start_end: str
    end_end: str
    stated: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class AxisGap:
    """What lies between a value and those on one side of it that it conflicts with.

    `bars` are the ends of these that face it, nearest first; `sign` is where there is room to say
    that the two cannot hold together.
    """

    start: int
    bars: tuple[int, ...]
    sign: int | None


@dataclass(frozen=True, slots=True)
class AxisRow:
    """One account, by its source: its value in words, the moment that it speaks of, its mark."""

    account: Link
    value: str
    as_of: Moment | None
    mark: AxisMark
    gaps: tuple[AxisGap, ...]
    conflicts_with: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class AxisView:
    """The values in one unit, lowest first; `cut` tells that zero is not on an axis of numbers."""

    ticks: tuple[AxisTick, ...]
    rows: tuple[AxisRow, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class ApartValue:
    """A value that is compared with no other, for want of another in its unit."""

    account: Link
    value: str
    as_of: Moment | None


@dataclass(frozen=True, slots=True)
class ChosenValue:
    """A choice, or several between which accounts leave it open, and the sources that made it."""

    value: str
    accounts: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ComparedValues:
    """The values of a claim's accounts, where they differ: on axes, or by choice.

    `tolerance` is a percentage in words; `moments_differ` tells that not all values speak of the
    same moment.
    """

    axes: tuple[AxisView, ...]
    apart: tuple[ApartValue, ...]
    choices: tuple[ChosenValue, ...]
    tolerance: str | None
    moments_differ: bool
