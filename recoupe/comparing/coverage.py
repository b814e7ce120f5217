"""What was read and never used, and what was never read."""

from collections.abc import Iterable

from recoupe.diagnostics import Report
from recoupe.model import Claim, Project, Stance


def report_coverage(project: Project, report: Report) -> None:
    """Warn of sources and tags that nothing uses, and of claims on which nobody speaks.

    Sources and tags are spoken of only where every claim could be read as a whole: what seems
    unused may be named in what could not.
    """
    claims = list(project.claims.values())
    broken = any(name.startswith("claims/") for name in project.broken)
    if not broken and all(claim.whole for claim in claims):
        _report_sources(project, claims, report)
        _report_tags(project, claims, report)
    for claim in claims:
        if claim.whole and _is_unspoken(claim):
            report.add(
                "claim-unspoken",
                claim.place,
                "every source is silent on this claim, so nothing here is compared",
                help="add the account of a source that speaks of it",
            )


def _is_unspoken(claim: Claim) -> bool:
    accounts = claim.accounts
    return bool(accounts) and all(account.stance is Stance.SILENT for account in accounts)


def _report_sources(project: Project, claims: Iterable[Claim], report: Report) -> None:
    published, in_drafts = set[str](), set[str]()
    for claim in claims:
        used_here = in_drafts if claim.record.draft else published
        used_here.update([account.source.id for account in claim.accounts])
    used = published | in_drafts
    for source in project.sources.values():
        if source.id not in used:
            report.add(
                "source-unused",
                source.place,
                f"no claim has an account of source `{source.id}`",
                help="give the claims that were checked against it an account, even a silent one",
            )
        elif source.id not in published and not source.record.draft:
            report.add(
                "source-unused",
                source.place,
                f"only drafts have an account of source `{source.id}`, which is published",
                help="write `draft: true` here too, or publish one of these claims",
            )


def _report_tags(project: Project, claims: Iterable[Claim], report: Report) -> None:
    # A draft's tags count: a label cannot be a draft, and nobody sees one that no page uses.
    used = {tag.id for claim in claims for tag in claim.tags}
    for tag in project.site.tags:
        if tag not in used:
            report.add(
                "tag-unused",
                project.site.place,
                f"no claim has the tag `{tag}`",
                help="take its label out, or tag a claim with it",
            )
