"""All lints of a project, in one place: only of what is published, and only where it matters.

A warning that a careful editor would wave away is noise, and noise hides the others. So a project
without a single published verdict is left alone, and length and style are the editor's affair.
"""

from collections.abc import Collection

from recoupe.diagnostics import Report
from recoupe.linting.pages import report_missing_pages
from recoupe.linting.reviews import report_reviews
from recoupe.model import Claim, Project


def lint(project: Project, report: Report, known: Collection[str] = ()) -> None:
    """Warn in `report` of what search engines or readers would not take for a fact-check.

    Claims whose keys in the project are `known` have nothing to be warned of.
    """
    judged = {id: claim for id, claim in project.claims.items() if _is_judged(claim)}
    if judged and project.site.title:  # a site without one could not be read
        report_missing_pages(project, report)
        report_reviews(judged, project.site, report, known)


def _is_judged(claim: Claim) -> bool:
    return claim.verdict is not None and not claim.record.draft
