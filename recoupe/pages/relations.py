"""How two sources stand to each other on one claim.

Values come before stances: two articles may both support a claim and yet give numbers that cannot
both hold.
"""

from collections.abc import Iterable

from recoupe.anchoring.anchored import AnchoredClaim
from recoupe.model import Account, Certainty, Stance
from recoupe.pages.editions import Edition

_SETTLED = frozenset({Stance.SUPPORTS, Stance.DISPUTES})


def relation(
    edition: Edition, anchored: AnchoredClaim, first: Iterable[Account], second: Iterable[Account]
) -> str | None:
    """The relation, as views name it; None where neither of the two speaks of the claim."""
    speaking = [
        [one for one in side if one.stance is not Stance.SILENT] for side in (first, second)
    ]
    if not any(speaking):
        return None
    if not all(speaking):
        return "first-only" if speaking[0] else "second-only"
    names = [{one.name for one in side} for side in speaking]
    conflicts = edition.findings.claims[anchored.claim.id].conflicts
    if any(
        (one.first in names[0] and one.second in names[1])
        or (one.first in names[1] and one.second in names[0])
        for one in conflicts
    ):
        return "conflict"
    return _stances_relation(*speaking)


def _stances_relation(first: Iterable[Account], second: Iterable[Account]) -> str:
    stances = [{one.stance for one in side} & _SETTLED for side in (first, second)]
    hedges = [{one.certainty is Certainty.HEDGED for one in side} for side in (first, second)]
    if not all(stances):
        return "beside"
    if stances[0] != stances[1]:
        return "opposed"
    return "agree" if hedges[0] == hedges[1] else "hedged"
