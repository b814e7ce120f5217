"""The two halves hold each other: conflicts must be described, and contradictions be founded."""

from collections.abc import Iterable, Mapping

from recoupe.comparing.conflicts import ComparedPair, compared_pairs
from recoupe.comparing.findings import Conflict, DiscrepancyFindings
from recoupe.diagnostics import Related, Report
from recoupe.model import (
    Account,
    Claim,
    Discrepancy,
    DiscrepancyKind,
    Project,
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


def accounts_named(
    discrepancies: Mapping[str, DiscrepancyFindings],
) -> dict[str, dict[str, frozenset[str]]]:
    """By claim, the discrepancies that concern it, and the accounts of it that each names."""
    found: dict[str, dict[str, frozenset[str]]] = {}
    for id, concerned in discrepancies.items():
        for claim, names in concerned.accounts.items():
            found.setdefault(claim, {})[id] = frozenset(names)
    return found


def conflicts_of(
    claim: Claim, pairs: Iterable[ComparedPair], named: Mapping[str, frozenset[str]]
) -> tuple[Conflict, ...]:
    """The conflicts among the `pairs` of `claim`, each with the discrepancies that describe it.

    `named` has the accounts that discrepancies name, by their ids.
    """
    return tuple(
        Conflict(claim.id, first.name, second.name, _describing(first, second, named))
        for first, second, conflicts in pairs
        if conflicts
    )


def report_conflicts(
    claim: Claim,
    conflicts: Iterable[Conflict],
    discrepancies: Mapping[str, Discrepancy],
    report: Report,
) -> None:
    """Warn of conflicts that no discrepancy names (`conflict-undescribed`).

    A conflict that is published must be described by what is published too.
    """
    for one in conflicts:
        describing = [discrepancies[id] for id in one.discrepancies]
        if not describing:
            _report_undescribed(claim, one, report)
        elif not claim.record.draft and all(found.record.draft for found in describing):
            _report_described_in_drafts(claim, one, describing, report)


def _report_undescribed(claim: Claim, conflict: Conflict, report: Report) -> None:
    first, second = _sides(claim, conflict)
    report.add(
        "conflict-undescribed",
        second.value_place or second.place,
        f"{_stated(first)} and {_stated(second)} conflict, and no discrepancy says so",
        help=f"describe it: facts/discrepancies/….yaml with `claims: [{claim.id}]` and"
        f" `sources: [{first.name}, {second.name}]`; or give the values their `as_of`",
    )


def _report_described_in_drafts(
    claim: Claim, conflict: Conflict, drafts: Iterable[Discrepancy], report: Report
) -> None:
    first, second = _sides(claim, conflict)
    report.add(
        "conflict-undescribed",
        second.value_place or second.place,
        f"{_stated(first)} and {_stated(second)} conflict, and only a draft says so",
        help="publish the draft (take `draft: true` out of it), or make this claim a draft too",
        related=tuple(Related(one.place, f"the draft `{one.id}`") for one in drafts),
    )


def _sides(claim: Claim, conflict: Conflict) -> tuple[Account, Account]:
    accounts = {account.name: account for account in claim.accounts}
    return accounts[conflict.first], accounts[conflict.second]


def report_discrepancy(
    discrepancy: Discrepancy,
    concerned: DiscrepancyFindings,
    project: Project,
    report: Report,
) -> None:
    """Report contradictions without a conflict, omissions without a silence, and single voices.

    Nothing is said where a name leads nowhere or a file could not be read as a whole: what seems
    to be missing here may stand there.
    """
    claims = project.claims
    accounts = _accounts(concerned, claims)
    if not _is_whole(discrepancy, accounts, project):
        return
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


def _is_whole(discrepancy: Discrepancy, accounts: Iterable[Account], project: Project) -> bool:
    """Whether all that `discrepancy` names is there, in files that could be read."""
    names = {(account.source.id, account.id) for account in accounts}
    names |= {(source, None) for source, _ in names}
    return (
        discrepancy.whole
        and all(
            one.id in project.claims and project.claims[one.id].whole for one in discrepancy.claims
        )
        and names.issuperset((one.source, one.account) for one in discrepancy.sources)
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
    first: Account, second: Account, named: Mapping[str, frozenset[str]]
) -> tuple[str, ...]:
    return tuple(id for id, names in named.items() if names.issuperset((first.name, second.name)))


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
    speaking = [account for account in accounts if account.stance is not Stance.SILENT]
    if not speaking or any(account.value is None for account in speaking):
        return False
    return not any(
        conflicts and {first.name, second.name} <= set(names)
        for claim_id, names in concerned.accounts.items()
        for first, second, conflicts in compared_pairs(claims[claim_id])
    )


def _stated(account: Account) -> str:
    value = account.value.typed if account.value else ""
    return f"`{value}` of `{account.name}`"
