"""What was read and never used, and what was never read."""

from collections.abc import Iterable

from recoupe.diagnostics import Report
from recoupe.model import Claim, Project, Stance


def report_coverage(project: Project, report: Report) -> None:
    """Warn of sources and tags that nothing uses, and of claims on which nobody speaks."""
    claims = list(project.claims.values())
    _report_sources(project, claims, report)
    _report_tags(project, claims, report)
    for claim in claims:
        if claim.accounts and all(one.stance is Stance.SILENT for one in claim.accounts):
            report.add(
                "claim-unspoken",
                claim.place,
                "every source is silent on this claim, so nothing here is compared",
                help="add the account of a source that speaks of it",
            )


def _report_sources(project: Project, claims: Iterable[Claim], report: Report) -> None:
    used = {account.source.id for claim in claims for account in claim.accounts}
    for source in project.sources.values():
        if source.id not in used:
            report.add(
                "source-unused",
                source.place,
                f"no claim has an account of source `{source.id}`",
                help="give the claims that were checked against it an account, even a silent one",
            )


def _report_tags(project: Project, claims: Iterable[Claim], report: Report) -> None:
    used = {tag.id for claim in claims for tag in claim.tags}
    for tag in project.site.tags:
        if tag not in used:
            report.add(
                "tag-unused",
                project.site.place,
                f"no claim has the tag `{tag}`",
                help="take its label out, or tag a claim with it",
            )
