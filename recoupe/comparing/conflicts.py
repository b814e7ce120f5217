"""Values that cannot both hold, pair by pair."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from recoupe.diagnostics import Related, Report
from recoupe.model import Account, Certainty, Claim, Stance
from recoupe.values import conflict, same_moment


def conflicting_pairs(claim: Claim) -> Iterator[tuple[Account, Account]]:
    """The pairs of accounts whose values conflict, each in the order of the fact file."""
    return (pair for pair in _comparable_pairs(claim) if _conflict(claim, *pair))


def report_stances(claim: Claim, report: Report) -> None:
    """Warn where stances and values do not fit together (`stance-contradicts-value`)."""
    for first, second in _comparable_pairs(claim):
        conflicts = _conflict(claim, first, second)
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


def _comparable_pairs(claim: Claim) -> Iterator[tuple[Account, Account]]:
    """Pairs of accounts with values in one unit that speak of the same moment."""
    if claim.compare is None:
        return
    valued: Iterable[Account] = (one for one in claim.accounts if one.value is not None)
    for first, second in combinations(valued, 2):
        if claim.unit_of(first) == claim.unit_of(second) and same_moment(first.as_of, second.as_of):
            yield first, second


def _conflict(claim: Claim, first: Account, second: Account) -> bool:
    if claim.compare is None or first.value is None or second.value is None:
        return False
    return conflict(first.value, second.value, claim.compare.tolerance)
