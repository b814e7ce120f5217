"""Whether what the facts name is there: sources, claims, ratings; and is not a draft.

This is asked when all files are read. What names a file that stands there but could not be read is
passed over: its mistakes are told where they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from recoupe.diagnostics import Report
from recoupe.model import AccountName, Claim, Discrepancy, Project, Record, Reference, Source
from recoupe.reading.likely_words import listed, meant
from recoupe.values.mistakes import echo

_FOLDERS = {"source": "sources", "claim": "claims"}


@dataclass(frozen=True, slots=True)
class Known:
    """The records of one kind by id, and the ids whose files could not be read."""

    kind: str
    records: Mapping[str, Record]
    broken: AbstractSet[str]


def report_references(project: Project, *, scale: Sequence[str] | None, report: Report) -> None:
    """Add a diagnostic for each name that leads nowhere, or from what is published to a draft.

    `scale` are the ids of the ratings, None where they are not known.
    """
    sources = _known("source", project.sources, project)
    claims = _known("claim", project.claims, project)
    for claim in project.claims.values():
        of_accounts = (account.source for account in claim.accounts)
        _report_names(of_accounts, sources, claim.record, report)
        _report_names(claim.related, claims, claim.record, report)
        _report_rating(claim, scale, report)
    for discrepancy in project.discrepancies.values():
        _report_names(discrepancy.claims, claims, discrepancy.record, report)
        named = (Reference(name.source, name.place) for name in discrepancy.sources)
        _report_names(named, sources, discrepancy.record, report)
        _report_outsiders(discrepancy, project, report)


def _known(kind: str, facts: Mapping[str, Claim] | Mapping[str, Source], project: Project) -> Known:
    folder = f"{_FOLDERS[kind]}/"
    broken = {name.removeprefix(folder) for name in project.broken if name.startswith(folder)}
    return Known(kind, {name: fact.record for name, fact in facts.items()}, broken)


def _report_names(
    references: Iterable[Reference], known: Known, asking: Record, report: Report
) -> None:
    for reference in references:
        found = known.records.get(reference.id)
        if found is not None:
            _report_draft(reference, found, known.kind, asking, report)
        elif reference.id not in known.broken:
            otherwise = f"write the name of a file under facts/{_FOLDERS[known.kind]}/"
            report.add(
                "reference-unknown",
                reference.place,
                f"there is no {known.kind} {echo(reference.id)}",
                help=meant(reference.id, known.records, otherwise=otherwise),
            )


def _report_draft(
    reference: Reference, found: Record, kind: str, asking: Record, report: Report
) -> None:
    if found.draft and not asking.draft:
        report.add(
            "reference-draft",
            reference.place,
            f"{kind} `{reference.id}` is a draft, and what names it is published",
            help="write `draft: true` here too, or publish the other",
        )


def _report_rating(claim: Claim, scale: Sequence[str] | None, report: Report) -> None:
    if claim.verdict is None or scale is None or claim.verdict.rating.id in scale:
        return
    rating = claim.verdict.rating
    otherwise = f"the scale has {listed(scale)}" if scale else "add it to facts/site.yaml"
    report.add(
        "verdict-outside-scale",
        rating.place,
        f"the rating {echo(rating.id)} is not on the site's scale",
        help=meant(rating.id, scale, otherwise=otherwise),
    )


def _report_outsiders(discrepancy: Discrepancy, project: Project, report: Report) -> None:
    ids = [reference.id for reference in discrepancy.claims]
    if not ids or not all(one in project.claims and project.claims[one].whole for one in ids):
        return
    accounts = [account for one in ids for account in project.claims[one].accounts]
    names = {account.source.id for account in accounts} | {account.name for account in accounts}
    for name in discrepancy.sources:
        if _full_name(name) in names or name.source not in project.sources:
            continue
        report.add(
            "discrepancy-outside",
            name.place,
            f"{echo(_full_name(name))} has no account in {listed(ids)}",
            help=meant(_full_name(name), names, otherwise=f"there are {listed(sorted(names))}"),
        )


def _full_name(name: AccountName) -> str:
    return name.source if name.account is None else f"{name.source}#{name.account}"
