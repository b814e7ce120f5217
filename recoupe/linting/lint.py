"""All lints of a project, in one place: only of what is published, and only where it matters.

A warning that a careful editor would wave away is noise, and noise hides the others. So a project
without a single published verdict is left alone, and length and style are the editor's affair.
"""

from recoupe.anchoring.anchored import AnchoredProject
from recoupe.diagnostics import Report
from recoupe.linting.pages import report_missing_pages
from recoupe.linting.reviews import report_reviews
from recoupe.model import Claim


def lint(anchored: AnchoredProject, report: Report) -> None:
    """Warn in `report` of what search engines or readers would not take for a fact-check."""
    project = anchored.project
    judged = [claim for claim in project.claims.values() if _is_judged(claim)]
    if judged and project.site.title:  # a site without one could not be read
        report_missing_pages(project, report)
        report_reviews(judged, project.site, report)


def _is_judged(claim: Claim) -> bool:
    return claim.verdict is not None and not claim.record.draft
