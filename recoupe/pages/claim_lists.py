"""The lists of claims: all of them, and those of each tag."""

from collections.abc import Iterator

from recoupe.anchoring.anchored import AnchoredClaim
from recoupe.pages import urls
from recoupe.pages.cards import claim_card
from recoupe.pages.editions import Edition
from recoupe.pages.frames import section
from recoupe.pages.list_frames import list_frame
from recoupe.pages.lists import Leaf, leaves
from recoupe.pages.planned import PlannedPage
from recoupe.pages.views.frame import Frame, Link
from recoupe.pages.views.overviews import ClaimListView


def claim_list_pages(edition: Edition) -> Iterator[PlannedPage]:
    """The pages of the list of all claims."""
    tags = tuple(edition.tags.values())
    for leaf in leaves(urls.CLAIMS, edition.claims):
        yield PlannedPage(leaf.url, _claim_list_view, (leaf, tags))


def _claim_list_view(
    edition: Edition, leaf: Leaf[AnchoredClaim], tags: tuple[Link, ...]
) -> ClaimListView:
    return ClaimListView(
        frame=_frame(edition, leaf),
        tag=None,
        total=len(edition.claims),
        claims=tuple(claim_card(edition, one.claim) for one in leaf.items),
        tags=tags,
        pager=leaf.pager,
    )


def tag_list_pages(edition: Edition) -> Iterator[PlannedPage]:
    """The pages of the list of each tag, for the tags that claims have."""
    tags = edition.tags
    tagged: dict[str, list[AnchoredClaim]] = {id: [] for id in tags}
    for one in edition.claims:
        for id in dict.fromkeys(tag.id for tag in one.claim.tags):
            tagged[id].append(one)
    for id, claims in tagged.items():
        others = tuple(link for other, link in tags.items() if other != id)
        for leaf in leaves(edition.addresses.tag(id), claims):
            yield PlannedPage(leaf.url, _tag_list_view, (leaf, tags[id].label, len(claims), others))


def _tag_list_view(
    edition: Edition,
    leaf: Leaf[AnchoredClaim],
    label: str,
    total: int,
    others: tuple[Link, ...],
) -> ClaimListView:
    return ClaimListView(
        frame=_tag_frame(edition, leaf, label, total),
        tag=label,
        total=total,
        claims=tuple(claim_card(edition, one.claim) for one in leaf.items),
        tags=others,
        pager=leaf.pager,
    )


def _frame(edition: Edition, leaf: Leaf[AnchoredClaim]) -> Frame:
    interface = edition.interface
    return list_frame(
        edition,
        leaf,
        title=interface.gettext("Claims"),
        description=interface.ngettext(
            "%(num)s claim, compared word for word in the articles that tell of it.",
            "%(num)s claims, compared word for word in the articles that tell of them.",
            len(edition.claims),
        ),
    )


def _tag_frame(edition: Edition, leaf: Leaf[AnchoredClaim], label: str, total: int) -> Frame:
    return list_frame(
        edition,
        leaf,
        title=label,
        description=edition.interface.ngettext(
            "%(tag)s: %(num)s claim, compared word for word in the articles that tell of it.",
            "%(tag)s: %(num)s claims, compared word for word in the articles that tell of them.",
            total,
            tag=label,
        ),
        trail=(section(edition, urls.CLAIMS),),
    )
