"""What the values of a claim's accounts are, side by side: on axes, by choice, or apart.

Only values in one unit stand on one axis. Where no two differ there is nothing to see, and nothing
is shown.
"""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from recoupe.model import Account, Claim
from recoupe.pages.accounts import source_account_link, value_text
from recoupe.pages.axes import Reach, axis_view
from recoupe.pages.editions import Edition
from recoupe.pages.extents import extent
from recoupe.pages.moments import known_moment
from recoupe.pages.views.axes import ApartValue, ChosenValue, ComparedValues
from recoupe.values import ChoiceValue, DateValue, NumberValue

_LEAST_CHOOSERS = 3  # two accounts stand side by side, and a table of them would say it twice


def compared_values(
    edition: Edition, claim: Claim, accounts: Iterable[Account]
) -> ComparedValues | None:
    """The values of those `accounts` of a claim that have one; None where no two differ."""
    valued = [one for one in accounts if one.value is not None]
    drawn, apart = _by_axis(claim, valued)
    choices = _choices(edition, claim, valued)
    if not (drawn or choices):
        return None
    return ComparedValues(
        axes=tuple(axis_view(edition, claim, group) for group in drawn),
        apart=tuple(_apart(edition, claim, account) for account in apart),
        choices=choices,
        tolerance=_tolerance(edition, claim),
        moments_differ=len({one.as_of for group in drawn for one in _accounts(group)}) > 1,
    )


def _accounts(reaches: Iterable[Reach]) -> list[Account]:
    return [one.account for one in reaches]


def _by_axis(claim: Claim, valued: Iterable[Account]) -> tuple[list[list[Reach]], list[Account]]:
    """The values for each axis, and the accounts whose unit has no two values that differ."""
    groups: dict[str | None, list[Account]] = defaultdict(list)
    for account in valued:
        if not isinstance(account.value, ChoiceValue):
            groups[claim.unit_of(account)].append(account)
    drawn, apart = [], []
    for group in groups.values():
        if reaches := _differing(group):
            drawn.append(reaches)
        else:
            apart += group
    return drawn, apart


def _differing(group: Iterable[Account]) -> list[Reach]:
    """How far the values of accounts reach; empty where all reach equally far."""
    values = {one.value for one in group}
    if len(values) == 1:
        return []  # as of most claims, and extents need not be worked out to see it
    drawable = [(one, one.value) for one in group if isinstance(one.value, NumberValue | DateValue)]
    reaches = [Reach(account, extent(value)) for account, value in drawable]
    return reaches if len({one.extent for one in reaches}) > 1 else []


def _apart(edition: Edition, claim: Claim, account: Account) -> ApartValue:
    return ApartValue(
        source_account_link(edition, claim, account),
        value_text(edition, claim, account) or "",
        known_moment(account.as_of, edition.interface),
    )


def _choices(edition: Edition, claim: Claim, valued: Iterable[Account]) -> tuple[ChosenValue, ...]:
    """The choices that were made, in the order of the claim's list, those left open last."""
    chosen: dict[frozenset[str], dict[str, Account]] = defaultdict(dict)
    for account in valued:
        if isinstance(account.value, ChoiceValue):
            chosen[account.value.allowed].setdefault(account.source.id, account)
    if len(chosen) < 2 or sum(map(len, chosen.values())) < _LEAST_CHOOSERS:
        return ()
    order = list(claim.compare.among) if claim.compare else []
    ranked = sorted(chosen, key=lambda one: (len(one), sorted(map(order.index, one))))
    return tuple(
        ChosenValue(
            value_text(edition, claim, next(iter(chosen[one].values()))) or "",
            tuple(source_account_link(edition, claim, account) for account in chosen[one].values()),
        )
        for one in ranked
    )


def _tolerance(edition: Edition, claim: Claim) -> str | None:
    if claim.compare is None or not claim.compare.tolerance:
        return None
    return edition.interface.share(Decimal(str(claim.compare.tolerance)))
