"""Verdicts with their meaning, each within the whole scale that it was chosen from."""

from recoupe.model import Claim, Rating, Site
from recoupe.pages.views.frame import ScaleStep, VerdictView


def verdict_view(claim: Claim, site: Site) -> VerdictView | None:
    """The verdict on `claim`; None where it is open."""
    if claim.verdict is None:
        return None
    given = claim.verdict.rating.id
    rating = next(one for one in site.ratings if one.id == given)
    return VerdictView(
        rating=given,
        label=rating.label,
        value=rating.value,
        description=rating.description,
        summary=claim.verdict.summary,
        scale=tuple(scale_step(one, current=one.id == given) for one in site.ratings),
    )


def scale_step(rating: Rating, *, current: bool = False) -> ScaleStep:
    """One rating of the scale; `current` tells whether it is the one that was given."""
    return ScaleStep(rating.id, rating.label, rating.value, rating.description, current)
