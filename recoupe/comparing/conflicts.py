"""Values that cannot both hold, pair by pair."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from recoupe.diagnostics import Related, Report
from recoupe.model import Account, Certainty, Claim, Stance
from recoupe.values import conflict, exact_tolerance, same_moment


class ComparedPair(NamedTuple):
    """Two accounts, in the order of the fact file, and whether their values conflict."""

    first: Account
    second: Account
    conflict: bool


def compared_pairs(claim: Claim) -> Iterator[ComparedPair]:
    """The pairs of accounts with values in one unit that speak of the same moment."""
    valued = [(one, one.value, claim.unit_of(one)) for one in claim.accounts if one.value]
    if claim.compare is None or len(valued) < 2:
        return
    tolerance = exact_tolerance(claim.compare.tolerance)
    for (first, value, unit), (second, other, other_unit) in combinations(valued, 2):
        if unit == other_unit and same_moment(first.as_of, second.as_of):
            yield ComparedPair(first, second, conflict(value, other, tolerance))


def report_stances(pairs: Iterable[ComparedPair], report: Report) -> None:
    """Warn where stances and values do not fit together (`stance-contradicts-value`)."""
    for first, second, conflicts in pairs:
        if not conflicts and {first.stance, second.stance} == {Stance.SUPPORTS, Stance.DISPUTES}:
            _report_stance(first, second, "one supports and one disputes", "agree", report)
        elif conflicts and _both_assert(first, second):
            _report_stance(first, second, "both support the claim", "conflict", report)


def _report_stance(
    first: Account, second: Account, stances: str, values: str, report: Report
) -> None:
    report.add(
        "stance-contradicts-value",
        second.stance_place,
        f"`{first.name}` and `{second.name}`: {stances}, but their values {values}",
        help="correct a stance or a value, or tell the moments apart with `as_of`",
        related=_value_places(first, second),
    )


def _value_places(*accounts: Account) -> tuple[Related, ...]:
    return tuple(
        Related(account.value_place, f"`{account.name}`")
        for account in accounts
        if account.value_place is not None
    )


def _both_assert(first: Account, second: Account) -> bool:
    return all(
        account.stance is Stance.SUPPORTS and account.certainty is Certainty.ASSERTED
        for account in (first, second)
    )
