"""The list of discrepancies, strongest first."""

from collections.abc import Iterator

from recoupe.model import Discrepancy
from recoupe.pages import urls
from recoupe.pages.cards import discrepancy_card
from recoupe.pages.counts import strength_counts
from recoupe.pages.editions import Edition
from recoupe.pages.list_frames import list_frame
from recoupe.pages.lists import Leaf, leaves
from recoupe.pages.planned import PlannedPage
from recoupe.pages.views.overviews import DiscrepancyListView, StrengthCount


def discrepancy_list_pages(edition: Edition) -> Iterator[PlannedPage]:
    """The pages of the list."""
    strengths = strength_counts(edition)
    for leaf in leaves(urls.DISCREPANCIES, edition.discrepancies):
        yield PlannedPage(leaf.url, _view, (leaf, strengths))


def _view(
    edition: Edition, leaf: Leaf[Discrepancy], strengths: tuple[StrengthCount, ...]
) -> DiscrepancyListView:
    interface, total = edition.interface, len(edition.discrepancies)
    return DiscrepancyListView(
        frame=list_frame(
            edition,
            leaf,
            title=interface.gettext("Discrepancies"),
            description=interface.ngettext(
                "%(num)s disagreement between the articles, explained.",
                "%(num)s disagreements between the articles, explained, strongest first.",
                total,
            ),
        ),
        total=total,
        discrepancies=tuple(discrepancy_card(edition, one) for one in leaf.items),
        strengths=strengths,
        pager=leaf.pager,
    )
