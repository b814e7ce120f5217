"""The ticks of an axis with their labels, as many as have room.

Room is counted in characters, as no stylesheet can tell which labels would touch: a label that is
left out leaves its tick.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise

from recoupe.locale import Interface
from recoupe.pages.scales import Scale
from recoupe.pages.views.axes import AxisTick

_DIGITS = 100  # a typed number has up to 40; a tick between two of them has few more
_NARROW = 36  # characters along an axis on a phone of 320 pixels, at 7 and a half of these each
_WIDE = 88  # along the shortest axis whose stylesheet shows them: 664 pixels
_APART = 1  # character between two labels


def axis_ticks(scale: Scale, interface: Interface) -> tuple[AxisTick, ...]:
    """The ticks of `scale`, first to last."""
    labels, years = _labels(scale, interface), _years(scale, interface)
    narrow, wide = (_shown(labels, room) for room in (_NARROW, _WIDE))
    return tuple(
        AxisTick(scale.position(tick), label, year, narrow=at in narrow, wide=at in wide)
        for at, (tick, label, year) in enumerate(zip(scale.ticks, labels, years, strict=True))
    )


def _labels(scale: Scale, interface: Interface) -> list[str]:
    if scale.step is None:
        return list(interface.number_labels([_decimal(tick) for tick in scale.ticks]))
    return [interface.date_label(day, scale.step) for day in _days(scale)]


def _years(scale: Scale, interface: Interface) -> list[str | None]:
    """The year below each tick where it is another than before; none where ticks are years."""
    if scale.step in (None, "year"):
        return [None] * len(scale.ticks)
    years = [interface.date_label(day, "year") for day in _days(scale)]
    return [year if at == 0 or year != years[at - 1] else None for at, year in enumerate(years)]


def _days(scale: Scale) -> list[date]:
    return [date.fromordinal(int(tick)) for tick in scale.ticks]


def _decimal(number: Fraction) -> Decimal:
    with localcontext(prec=_DIGITS):
        return Decimal(number.numerator) / number.denominator


def _shown(labels: Sequence[str], room: int) -> range:
    """Which labels have room: every one, or every second…, the first among them, or none."""
    steps = len(labels) - 1
    for stride in range(1, steps + 1):
        shown = range(0, len(labels), stride)
        needed = max(
            _half(labels, here) + _half(labels, there) + _APART for here, there in pairwise(shown)
        )
        if room * stride / steps >= needed:
            return shown
    return range(0)


def _half(labels: Sequence[str], at: int) -> float:
    """How far a label reaches beside its tick: those at the ends stand wholly on one side."""
    return len(labels[at]) if at in (0, len(labels) - 1) else len(labels[at]) / 2
