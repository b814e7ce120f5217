"""Which verdicts are reviews in schema.org's sense: those on the scale between false and true.

The check of the facts and the markup of the pages ask the same question here, so that nothing is
warned of that would not be published, and the other way round.
"""

from recoupe.model.claims import Claim
from recoupe.model.sites import Rating, Site

WORST_RATING = 1  # the least that Google takes as `worstRating`, and so what `false` is worth


def truth_scale(site: Site) -> tuple[int, ...]:
    """The values of the site's ratings, in their order; not all have one."""
    return tuple(rating.value for rating in site.ratings if rating.value is not None)


def reviewed_rating(claim: Claim, site: Site) -> Rating | None:
    """The rating that a review of `claim` gives; None for a draft, without verdict or value.

    A rating that the site does not know, which is a mistake told elsewhere, has no value either.
    """
    if claim.verdict is None or claim.record.draft:
        return None
    id = claim.verdict.rating.id
    return next((one for one in site.ratings if one.id == id and one.value is not None), None)
