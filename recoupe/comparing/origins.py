"""Confirmation counts origins: five articles that retell one press release are one."""

from collections.abc import Mapping

from recoupe.comparing.findings import Confirmation
from recoupe.model import Account, Certainty, Claim, Source, Stance


def origin_of(account: Account, source: Source | None) -> str:
    """Where an account comes from: its own origin, else the first speaker, else the source's.

    The first speaker is the last name in `attributed_to`, which runs from nearest to first. Where
    none of these is known the source stands for itself.
    """
    if account.origin:
        return account.origin
    if account.attributed_to:
        return account.attributed_to[-1]
    return (source.origin if source else None) or account.source.id


def confirmations(claim: Claim, sources: Mapping[str, Source]) -> tuple[Confirmation, ...]:
    """The distinct origins that confirm `claim`, in the order of their first accounts."""
    found: dict[str, list[str]] = {}
    for account in claim.accounts:
        origin = origin_of(account, sources.get(account.source.id))
        if _confirms(account, origin, claim):
            found.setdefault(origin, []).append(account.name)
    return tuple(Confirmation(origin, tuple(names)) for origin, names in found.items())


def _confirms(account: Account, origin: str, claim: Claim) -> bool:
    """Whether an account counts: nobody confirms a claim by repeating whoever made it."""
    if account.stance is not Stance.SUPPORTS or account.certainty is Certainty.HEDGED:
        return False
    return claim.made_by is None or claim.made_by.name not in (origin, *account.attributed_to)
