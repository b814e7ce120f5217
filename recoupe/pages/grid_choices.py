"""What the rows of a grid's page can be chosen by: only what would leave at least one of them."""

from collections import Counter
from collections.abc import Iterator, Sequence

from recoupe.model import Claim
from recoupe.pages.editions import Edition
from recoupe.pages.views.overviews import GridChoice

_OPEN = "-"  # where ratings have their ids, and no id is a hyphen


def tag_choices(edition: Edition, claims: Sequence[Claim]) -> Iterator[GridChoice]:
    """The tags of the claims, in the order of the site."""
    found = Counter(tag for claim in claims for tag in {one.id for one in claim.tags})
    for id, link in edition.tags.items():
        if found[id]:
            yield GridChoice(id, link.label, found[id])


def rating_choices(edition: Edition, claims: Sequence[Claim]) -> Iterator[GridChoice]:
    """The ratings that the claims were given, along the scale; then the open claims, if any."""
    found = Counter(claim.verdict.rating.id if claim.verdict else _OPEN for claim in claims)
    for rating in edition.project.site.ratings:
        if found[rating.id]:
            yield GridChoice(rating.id, rating.label, found[rating.id])
    if found[_OPEN]:
        yield GridChoice(_OPEN, edition.interface.gettext("Open"), found[_OPEN])
