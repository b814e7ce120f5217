"""Verdicts with their meaning, each within the whole scale that it was chosen from."""

from collections.abc import Mapping

from recoupe.model import Claim, Rating, Site
from recoupe.pages.views.frame import ScaleStep, VerdictView


def verdict_views(site: Site) -> dict[str, VerdictView]:
    """What each rating of `site` says, by its id, before a claim gives its summary."""
    return {
        rating.id: VerdictView(
            rating=rating.id,
            label=rating.label,
            value=rating.value,
            description=rating.description,
            summary=None,
            scale=tuple(scale_step(one, current=one is rating) for one in site.ratings),
        )
        for rating in site.ratings
    }


def verdict_view(claim: Claim, verdicts: Mapping[str, VerdictView]) -> VerdictView | None:
    """The verdict on `claim`, one of the edition's `verdicts`; None where it is open."""
    if claim.verdict is None:
        return None
    given = verdicts[claim.verdict.rating.id]
    return VerdictView(
        given.rating,
        given.label,
        given.value,
        given.description,
        summary=claim.verdict.summary,
        scale=given.scale,
    )


def scale_step(rating: Rating, *, current: bool = False) -> ScaleStep:
    """One rating of the scale; `current` tells whether it is the one that was given."""
    return ScaleStep(rating.id, rating.label, rating.value, rating.description, current)
