"""The pages by which readers, and other fact-checkers, judge who judges.

The International Fact-Checking Network's code of principles asks for all three: transparency of
methodology, of funding and organization, and an open and honest corrections policy.
"""

from recoupe.diagnostics import Report
from recoupe.model import Project

_EXPECTED = {
    "methodology": "how claims are chosen and verdicts reached",
    "corrections-policy": "what happens when a reader reports an error",
    "funding": "who pays for it, and whether they have a say",
}


def report_missing_pages(project: Project, report: Report) -> None:
    """Warn of each page that a site with verdicts owes its readers (`page-missing`)."""
    for id, told in _EXPECTED.items():
        if id not in project.pages and f"pages/{id}" not in project.broken:
            report.add(
                "page-missing",
                project.site.place,
                f"the site gives verdicts and has no page `{id}`",
                help=f"write facts/pages/{id}.md: {told}",
            )
