"""How many claims have which verdict, how many discrepancies which strength."""

from collections import Counter

from recoupe.model import Strength
from recoupe.pages.editions import Edition
from recoupe.pages.verdicts import scale_step
from recoupe.pages.views.overviews import RatingCount, StrengthCount


def rating_counts(edition: Edition) -> tuple[RatingCount, ...]:
    """Every step of the scale, also one that was never given; then the open claims, if any."""
    given = Counter(
        one.claim.verdict.rating.id if one.claim.verdict else None for one in edition.claims
    )
    steps = edition.project.site.ratings
    counts = [RatingCount(scale_step(step), given[step.id]) for step in steps]
    return tuple(counts + ([RatingCount(None, given[None])] if given[None] else []))


def strength_counts(edition: Edition) -> tuple[StrengthCount, ...]:
    """The strengths that occur, strongest first; then the omissions without one."""
    found = Counter(one.strength for one in edition.discrepancies)
    counts = [StrengthCount(one.value, found[one]) for one in Strength if found[one]]
    return tuple(counts + ([StrengthCount(None, found[None])] if found[None] else []))
