"""The list of sources, as they were published, and the pairs that can be read side by side."""

from collections.abc import Iterator

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.pages import urls
from recoupe.pages.cards import source_card
from recoupe.pages.editions import Edition
from recoupe.pages.list_frames import list_frame
from recoupe.pages.lists import Leaf, leaves
from recoupe.pages.pairings import pair_label
from recoupe.pages.planned import PlannedPage
from recoupe.pages.views.frame import Link
from recoupe.pages.views.overviews import SourceListView


def source_list_pages(edition: Edition) -> Iterator[PlannedPage]:
    """The pages of the list."""
    pairs = tuple(
        Link(pair_label(edition, *pair), edition.addresses.pair(*pair)) for pair in edition.pairs
    )
    for leaf in leaves(urls.SOURCES, edition.sources):
        yield PlannedPage(leaf.url, _view, (leaf, pairs))


def _view(edition: Edition, leaf: Leaf[AnchoredSource], pairs: tuple[Link, ...]) -> SourceListView:
    interface, total = edition.interface, len(edition.sources)
    return SourceListView(
        frame=list_frame(
            edition,
            leaf,
            title=interface.gettext("Sources"),
            description=interface.ngettext(
                "%(num)s article, read word for word.",
                "%(num)s articles, read word for word.",
                total,
            ),
        ),
        total=total,
        sources=tuple(source_card(edition, one) for one in leaf.items),
        pairs=pairs,
        pager=leaf.pager,
    )
