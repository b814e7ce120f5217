"""Tags: the subjects that claims belong to, with the editor's label where there is one."""

from recoupe.model import Claim
from recoupe.pages.editions import Edition
from recoupe.pages.views.frame import Link


def claim_tags(edition: Edition, claim: Claim) -> tuple[Link, ...]:
    """The tags of a claim, in the order of its file."""
    return tuple(_link(edition, tag) for tag in dict.fromkeys(tag.id for tag in claim.tags))


def all_tags(edition: Edition) -> dict[str, Link]:
    """The tags that published claims have, by id: the site's own in its order, then others."""
    used = {tag.id for one in edition.claims for tag in one.claim.tags}
    labels = edition.project.site.tags
    ordered = [tag for tag in labels if tag in used] + sorted(used - labels.keys())
    return {tag: _link(edition, tag) for tag in ordered}


def _link(edition: Edition, tag: str) -> Link:
    return Link(edition.project.site.tags.get(tag, tag), edition.addresses.tag(tag))
