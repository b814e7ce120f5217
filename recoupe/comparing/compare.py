"""All comparisons of a project, in one place: what is found, and what an editor is told."""

from collections.abc import Mapping

from recoupe.anchoring.anchored import AnchoredClaim, AnchoredProject
from recoupe.comparing.conflicts import compared_pairs, report_stances
from recoupe.comparing.coverage import report_coverage
from recoupe.comparing.discrepancies import (
    accounts_concerned,
    accounts_named,
    conflicts_of,
    report_conflicts,
    report_discrepancy,
)
from recoupe.comparing.findings import ClaimFindings, DiscrepancyFindings, Findings
from recoupe.comparing.origins import confirmations
from recoupe.comparing.silences import earlier_silences, report_silences
from recoupe.diagnostics import Report
from recoupe.model import Project


def compare(
    anchored: AnchoredProject, report: Report, known: Mapping[str, ClaimFindings] | None = None
) -> Findings:
    """What comparing finds of every claim and discrepancy; diagnostics go to `report`.

    Claims whose findings are `known`, by the claims' keys in the project, are not compared.
    """
    project, known = anchored.project, known or {}
    discrepancies = discrepancy_findings(project)
    for id, concerned in discrepancies.items():
        report_discrepancy(project.discrepancies[id], concerned, project, report)
    named = accounts_named(discrepancies)
    claims = {
        id: known.get(id) or _claim_findings(one, anchored, named.get(one.claim.id, {}), report)
        for id, one in anchored.claims.items()
    }
    report_coverage(project, report)
    return Findings(claims, discrepancies)


def discrepancy_findings(project: Project) -> dict[str, DiscrepancyFindings]:
    """The accounts that each discrepancy concerns, by the discrepancies' keys in `project`."""
    discrepancies = project.discrepancies.items()
    return {id: accounts_concerned(one, project.claims) for id, one in discrepancies}


def _claim_findings(
    anchored_claim: AnchoredClaim,
    anchored: AnchoredProject,
    named: Mapping[str, frozenset[str]],
    report: Report,
) -> ClaimFindings:
    claim, project = anchored_claim.claim, anchored.project
    sources = project.sources
    pairs = list(compared_pairs(claim))
    conflicts = conflicts_of(claim, pairs, named)
    # Of two claims with one id, discrepancies can name the first alone.
    if project.claims.get(claim.id) is claim:
        report_conflicts(claim, conflicts, project.discrepancies, report)
    report_stances(pairs, report)
    report_silences(anchored_claim, anchored.sources, report)
    return ClaimFindings(conflicts, confirmations(claim, sources), earlier_silences(claim, sources))
