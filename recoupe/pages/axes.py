"""Values that differ, on one axis: what a reader sees before reading a word.

Rows stand in the order of their values, not of the facts, as on any dot plot: neighbours on the
axis are then neighbours on the page.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from recoupe.model import Account, Claim
from recoupe.pages.accounts import account_link, opponents, source_account_link, value_text
from recoupe.pages.editions import Edition
from recoupe.pages.extents import Extent
from recoupe.pages.moments import known_moment
from recoupe.pages.scales import Scale, date_scale, number_scale
from recoupe.pages.ticks import axis_ticks
from recoupe.pages.views.axes import AxisGap, AxisMark, AxisRow, AxisView

_SIGN_ROOM = 110  # thousandths: 30 of 272 pixels on a phone, of which the sign takes 22


@dataclass(frozen=True, slots=True)
class Reach:
    """An account and how far its value reaches."""

    account: Account
    extent: Extent


def axis_view(edition: Edition, claim: Claim, reaches: Iterable[Reach]) -> AxisView:
    """The axis of values in one unit, of which at least two differ."""
    ordered = sorted(reaches, key=_order)
    dates = claim.compare is not None and claim.compare.kind == "date"
    scale = (date_scale if dates else number_scale)([one.extent for one in ordered])
    extents = {one.account.name: one.extent for one in ordered}
    return AxisView(
        ticks=axis_ticks(scale, edition.interface),
        rows=tuple(_row(edition, claim, one.account, scale, extents) for one in ordered),
        cut=not (dates or scale.shows_zero),
    )


def _order(reach: Reach) -> tuple[bool, Fraction, bool, Fraction]:
    lower, upper = reach.extent.lower, reach.extent.upper
    return lower is not None, lower or Fraction(), upper is None, upper or Fraction()


def _row(
    edition: Edition, claim: Claim, account: Account, scale: Scale, extents: Mapping[str, Extent]
) -> AxisRow:
    found = edition.findings.claims[claim.id]
    others = [name for name in opponents(account, found) if name in extents]
    own = extents[account.name]
    return AxisRow(
        account=source_account_link(edition, claim, account),
        value=value_text(edition, claim, account) or "",
        as_of=known_moment(account.as_of, edition.interface),
        mark=_mark(own, scale),
        gaps=tuple(_gaps(own, [extents[name] for name in others], scale)),
        conflicts_with=tuple(account_link(edition, claim, name) for name in others),
    )


def _mark(extent: Extent, scale: Scale) -> AxisMark:
    ends = (extent.lower, scale.ticks[0]), (extent.upper, scale.ticks[-1])
    start, end = (scale.position(edge if own is None else own) for own, edge in ends)
    return AxisMark(
        start=start,
        end=end,
        start_end=_end(extent.lower, is_open=extent.lower_open),
        end_end=_end(extent.upper, is_open=extent.upper_open),
        stated=extent.stated
        and (scale.position(extent.stated[0]), scale.position(extent.stated[1])),
    )


def _end(end: Fraction | None, *, is_open: bool) -> str:
    if end is None:
        return "unbounded"
    return "open" if is_open else "closed"


def _gaps(own: Extent, others: Iterable[Extent], scale: Scale) -> Iterator[AxisGap]:
    """The gaps below and above a value, where those are that it conflicts with."""
    below, above = [], []
    for other in others:
        if own.upper is not None and other.lower is not None and own.upper <= other.lower:
            above.append(scale.position(other.lower))
        elif other.upper is not None:
            below.append(scale.position(other.upper))
    if below and own.lower is not None:
        yield _gap(scale.position(own.lower), sorted(below, reverse=True))
    if above and own.upper is not None:
        yield _gap(scale.position(own.upper), sorted(above))


def _gap(start: int, bars: list[int]) -> AxisGap:
    roomy = abs(bars[0] - start) >= _SIGN_ROOM
    return AxisGap(start, tuple(dict.fromkeys(bars)), (start + bars[0]) // 2 if roomy else None)
