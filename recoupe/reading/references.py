"""Whether what the facts name is there: sources, claims, ratings; and is not a draft.

This is asked when all files are read. What names a file that stands there but could not be read is
passed over: its mistakes are told where they are.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from recoupe.diagnostics import Report
from recoupe.model import AccountName, Reference
from recoupe.reading.likely_words import listed, meant
from recoupe.reading.ties import ProjectTies, Ties
from recoupe.values.mistakes import echo

_FOLDERS = {"source": "sources", "claim": "claims"}


@dataclass(frozen=True, slots=True)
class _Known:
    """The facts of one kind by id, and the ids whose files could not be read."""

    kind: str
    facts: Mapping[str, Ties]
    broken: AbstractSet[str]


def report_references(project: ProjectTies, *, scale: Sequence[str] | None, report: Report) -> None:
    """Add a diagnostic for each name that leads nowhere, or from what is published to a draft.

    `scale` are the ids of the ratings, None where they are not known.
    """
    sources = _known("source", project.sources, project.broken)
    claims = _known("claim", project.claims, project.broken)
    for claim in project.claims.values():
        _report_names(claim.sources, sources, claim, report)
        _report_names(claim.claims, claims, claim, report)
        _report_rating(claim.rating, scale, report)
    for discrepancy in project.discrepancies.values():
        _report_names(discrepancy.claims, claims, discrepancy, report)
        _report_names(discrepancy.sources, sources, discrepancy, report)
        _report_outsiders(discrepancy, project, report)


def _known(kind: str, facts: Mapping[str, Ties], broken: Iterable[str]) -> _Known:
    folder = f"{_FOLDERS[kind]}/"
    of_kind = {name.removeprefix(folder) for name in broken if name.startswith(folder)}
    return _Known(kind, facts, of_kind)


def _report_names(
    references: Iterable[Reference], known: _Known, asking: Ties, report: Report
) -> None:
    for reference in references:
        found = known.facts.get(reference.id)
        if found is not None:
            if found.draft and not asking.draft:
                _report_draft(reference, known.kind, report)
        elif reference.id not in known.broken:
            otherwise = f"write the name of a file under facts/{_FOLDERS[known.kind]}/"
            report.add(
                "reference-unknown",
                reference.place,
                f"there is no {known.kind} {echo(reference.id)}",
                help=meant(reference.id, known.facts, otherwise=otherwise),
            )


def _report_draft(reference: Reference, kind: str, report: Report) -> None:
    report.add(
        "reference-draft",
        reference.place,
        f"{kind} `{reference.id}` is a draft, and what names it is published",
        help="write `draft: true` here too, or publish the other",
    )


def _report_rating(rating: Reference | None, scale: Sequence[str] | None, report: Report) -> None:
    if rating is None or scale is None or rating.id in scale:
        return
    otherwise = f"the scale has {listed(scale)}" if scale else "add it to facts/site.yaml"
    report.add(
        "verdict-outside-scale",
        rating.place,
        f"the rating {echo(rating.id)} is not on the site's scale",
        help=meant(rating.id, scale, otherwise=otherwise),
    )


def _report_outsiders(discrepancy: Ties, project: ProjectTies, report: Report) -> None:
    ids = [reference.id for reference in discrepancy.claims]
    if not ids or not all(one in project.claims and project.claims[one].whole for one in ids):
        return
    accounts = [account for one in ids for account in project.claims[one].accounts]
    names = {account.source for account in accounts} | {_full_name(one) for one in accounts}
    for name in discrepancy.accounts:
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
