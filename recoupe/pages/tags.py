"""Tags: the subjects that claims belong to, with the editor's label where there is one."""

from recoupe.model import Claim
from recoupe.pages.editions import Edition
from recoupe.pages.views.frame import Link


def claim_tags(edition: Edition, claim: Claim) -> tuple[Link, ...]:
    """The tags of a claim, in the order of its file."""
    return tuple(edition.tags[tag] for tag in dict.fromkeys(tag.id for tag in claim.tags))
