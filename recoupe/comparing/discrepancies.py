"""The two halves hold each other: conflicts must be described, and contradictions be founded."""

from collections.abc import Iterable, Mapping

from recoupe.comparing.conflicts import conflicting_pairs
from recoupe.comparing.findings import Conflict, DiscrepancyFindings
from recoupe.diagnostics import Report
from recoupe.model import (
    Account,
    Claim,
    Discrepancy,
    DiscrepancyKind,
    Stance,
    Strength,
)


def accounts_concerned(
    discrepancy: Discrepancy, claims: Mapping[str, Claim]
) -> DiscrepancyFindings:
    """The accounts that `discrepancy` speaks of, by claim, in the order of the fact files."""
    named = {
        reference.id: tuple(
            account.name
            for account in claims[reference.id].accounts
            if _concerns(discrepancy, account)
        )
        for reference in discrepancy.claims
        if reference.id in claims
    }
    return DiscrepancyFindings(named)


def conflicts_of(
    claim: Claim, discrepancies: Mapping[str, DiscrepancyFindings]
) -> tuple[Conflict, ...]:
    """The conflicts of `claim`, each with the ids of the discrepancies that describe it."""
    return tuple(
        Conflict(
            claim.id, first.name, second.name, _describing(claim, first, second, discrepancies)
        )
        for first, second in conflicting_pairs(claim)
    )


def report_conflicts(claim: Claim, conflicts: Iterable[Conflict], report: Report) -> None:
    """Warn of conflicts that no discrepancy names (`conflict-undescribed`)."""
    accounts = {account.name: account for account in claim.accounts}
    for one in conflicts:
        if not one.discrepancies:
            first, second = accounts[one.first], accounts[one.second]
            report.add(
                "conflict-undescribed",
                second.value_place or second.place,
                f"{_stated(first)} and {_stated(second)} conflict, and no discrepancy says so",
                help=f"describe it: facts/discrepancies/….yaml with `claims: [{claim.id}]` and"
                f" `sources: [{first.name}, {second.name}]`; or give the values their `as_of`",
            )


def report_discrepancy(
    discrepancy: Discrepancy,
    concerned: DiscrepancyFindings,
    claims: Mapping[str, Claim],
    report: Report,
) -> None:
    """Report contradictions without a conflict, omissions without a silence, and single voices."""
    accounts = _accounts(concerned, claims)
    if discrepancy.kinds[:1] == (DiscrepancyKind.OMISSION,):
        _report_omission(discrepancy, accounts, report)
    elif len([one for one in accounts if one.stance is not Stance.SILENT]) == 1:
        report.add(
            "discrepancy-one-sided",
            discrepancy.place,
            "only one account is concerned, and one voice disagrees with nobody",
            help="name the other account under `sources`, or its claim under `claims`",
        )
    if _is_unfounded(discrepancy, concerned, accounts, claims):
        report.add(
            "discrepancy-unfounded",
            discrepancy.place,
            "a contradiction of values, but none of the accounts' values conflict",
            help="correct the values, or call it `tension`, `nuance` or `apparent`",
        )


def _concerns(discrepancy: Discrepancy, account: Account) -> bool:
    if not discrepancy.sources:
        return account.stance is not Stance.SILENT or _is_omission(discrepancy)
    return any(
        name.source == account.source.id and name.account in (None, account.id)
        for name in discrepancy.sources
    )


def _is_omission(discrepancy: Discrepancy) -> bool:
    return DiscrepancyKind.OMISSION in discrepancy.kinds


def _describing(
    claim: Claim, first: Account, second: Account, discrepancies: Mapping[str, DiscrepancyFindings]
) -> tuple[str, ...]:
    return tuple(
        id
        for id, concerned in discrepancies.items()
        if {first.name, second.name} <= set(concerned.accounts.get(claim.id, ()))
    )


def _accounts(concerned: DiscrepancyFindings, claims: Mapping[str, Claim]) -> list[Account]:
    return [
        account
        for claim_id, names in concerned.accounts.items()
        for account in claims[claim_id].accounts
        if account.name in names
    ]


def _report_omission(discrepancy: Discrepancy, accounts: list[Account], report: Report) -> None:
    if accounts and not any(one.stance is Stance.SILENT for one in accounts):
        report.add(
            "omission-unfounded",
            discrepancy.place,
            "an omission, but none of the accounts concerned is silent",
            help="name a claim on which a source is `silent`, or choose another kind",
        )


def _is_unfounded(
    discrepancy: Discrepancy,
    concerned: DiscrepancyFindings,
    accounts: list[Account],
    claims: Mapping[str, Claim],
) -> bool:
    if discrepancy.strength is not Strength.CONTRADICTION:
        return False
    if discrepancy.kinds[0] not in (DiscrepancyKind.NUMBER, DiscrepancyKind.DATE):
        return False
    if not accounts or any(account.value is None for account in accounts):
        return False
    return not any(
        {first.name, second.name} <= set(names)
        for claim_id, names in concerned.accounts.items()
        for first, second in conflicting_pairs(claims[claim_id])
    )


def _stated(account: Account) -> str:
    value = account.value.typed if account.value else ""
    return f"`{value}` of `{account.name}`"
