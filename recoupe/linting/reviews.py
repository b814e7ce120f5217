"""What keeps a verdict out of search results, or makes it say something else there.

Source: Google Search Central, "Fact check (ClaimReview) structured data". What it merely
recommends, such as claims of less than 75 characters, is no reason to warn.
"""

from collections.abc import Collection, Iterator, Mapping

from recoupe.anchoring import occurrences, whole
from recoupe.diagnostics import Report
from recoupe.model import WORST_RATING, Claim, Rating, Site, reviewed_rating, truth_scale
from recoupe.text import Text


def report_reviews(
    judged: Mapping[str, Claim], site: Site, report: Report, known: Collection[str]
) -> None:
    """Warn of reviews that search engines would refuse or misread.

    `judged` are the claims with verdicts, by keys; those whose keys are `known` are as they should.
    """
    reviewed = list(_reviewed(judged, site))
    if reviewed:
        _report_publisher(site, report)
        _report_scale(site, report)
    for id, rating in reviewed:
        if id not in known:
            _report_named_rating(judged[id], rating, report)
            _report_maker(judged[id], report)


def _reviewed(judged: Mapping[str, Claim], site: Site) -> Iterator[tuple[str, Rating]]:
    for id, claim in judged.items():
        if rating := reviewed_rating(claim, site):
            yield id, rating


def _report_publisher(site: Site, report: Report) -> None:
    if site.publisher is None:
        report.add(
            "review-without-publisher",
            site.place,
            "the site gives verdicts and does not say who checks",
            help="add `publisher: {name: …}`: search engines take no review without its author",
        )


def _report_scale(site: Site, report: Report) -> None:
    values = truth_scale(site)
    if len(values) == 1:
        wrong = f"one rating has a value, {values[0]}, and a scale needs two"
    elif min(values) != WORST_RATING:
        wrong = f"the lowest value of a rating, that of what is false, is {min(values)} and not 1"
    else:
        return
    help_text = "give values, from 1 upwards, to all ratings between false and true"
    report.add("review-scale", site.place, wrong, help=help_text)


def _report_named_rating(claim: Claim, rating: Rating, report: Report) -> None:
    statement = Text(claim.statement)
    if claim.verdict and any(whole(statement, one) for one in occurrences(statement, rating.label)):
        report.add(
            "review-names-rating",
            claim.verdict.rating.place,
            f"the claim says its own rating, `{rating.label}`",
            help="write in `claim:` what is claimed, and leave what is true of it to the verdict",
        )


def _report_maker(claim: Claim, report: Report) -> None:
    if claim.made_by is not None and claim.made_by.type is None:
        report.add(
            "review-maker-unknown",
            claim.made_by.place,
            f"it is not said whether `{claim.made_by.name}` is a person",
            help="add `type: person` or `type: organization`: without it, search engines are not"
            " told who made the claim",
        )
