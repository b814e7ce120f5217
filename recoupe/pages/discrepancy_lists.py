"""The list of discrepancies, strongest first."""

from collections.abc import Iterator

from recoupe.pages import urls
from recoupe.pages.cards import discrepancy_card
from recoupe.pages.counts import strength_counts
from recoupe.pages.editions import Edition
from recoupe.pages.list_frames import list_frame
from recoupe.pages.lists import leaves
from recoupe.pages.views.overviews import DiscrepancyListView


def discrepancy_list_views(edition: Edition) -> Iterator[DiscrepancyListView]:
    """The pages of the list."""
    interface, total = edition.interface, len(edition.discrepancies)
    strengths = strength_counts(edition)
    for leaf in leaves(urls.DISCREPANCIES, edition.discrepancies):
        yield DiscrepancyListView(
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
