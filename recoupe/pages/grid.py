"""The grid: claims × sources, as wide as can be read.

With few sources each has its column on every page. With more, a page ends where its claims would
need another column, and shows the sources that speak there: a table of ten thousand claims by a
thousand sources would be all but empty, and too large for any browser.
"""

from collections.abc import Iterator, Sequence

from recoupe.anchoring.anchored import AnchoredClaim
from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.grid_choices import rating_choices, tag_choices
from recoupe.pages.grid_rows import grid_rows
from recoupe.pages.list_frames import list_frame
from recoupe.pages.lists import Leaf, bound
from recoupe.pages.planned import PlannedPage
from recoupe.pages.views.frame import Frame, Link, SourceLabel
from recoupe.pages.views.overviews import GridView

_MOST_COLUMNS = 24  # the most that scroll by in two screens of a desk
_PAGE_LENGTH = 200  # rows: what is sorted at once, and with six sources 15 KB gzipped
_COLUMNS_OF_A_SCREEN = 6  # as many as stand beside the claims on a desk and can still be read


def grid_pages(edition: Edition) -> Iterator[PlannedPage]:
    """The pages of the grid."""
    tags = tuple(edition.tags.values())
    for leaf in bound(urls.GRID, list(_parts(edition))):
        yield PlannedPage(leaf.url, _view, (leaf, tags))


def _view(edition: Edition, leaf: Leaf[AnchoredClaim], tags: tuple[Link, ...]) -> GridView:
    columns = _columns(edition, leaf.items)
    claims = [one.claim for one in leaf.items]
    return GridView(
        frame=_frame(edition, leaf),
        total=len(edition.claims),
        elsewhere=len(edition.claims) - len(claims),
        sources=columns,
        wide=len(columns) > _COLUMNS_OF_A_SCREEN,
        rows=tuple(grid_rows(edition, claims, columns)),
        tag_choices=tuple(tag_choices(edition, claims)),
        rating_choices=tuple(rating_choices(edition, claims)),
        tags=tags,
        pager=leaf.pager,
    )


def _frame(edition: Edition, leaf: Leaf[AnchoredClaim]) -> Frame:
    interface = edition.interface
    return list_frame(
        edition,
        leaf,
        title=interface.gettext("Grid"),
        description=interface.gettext(
            "What each article states, disputes or leaves out, claim by claim."
        ),
    )


def _parts(edition: Edition) -> Iterator[tuple[AnchoredClaim, ...]]:
    few = len(edition.sources) <= _MOST_COLUMNS
    part: list[AnchoredClaim] = []
    columns: set[str] = set()
    for one in edition.claims:
        sources = {account.account.source.id for account in one.accounts}
        too_wide = not few and len(columns | sources) > _MOST_COLUMNS
        if part and (too_wide or len(part) == _PAGE_LENGTH):
            yield tuple(part)
            part, columns = [], set()
        part.append(one)
        columns |= sources
    yield tuple(part)


def _columns(edition: Edition, claims: Sequence[AnchoredClaim]) -> tuple[SourceLabel, ...]:
    if len(edition.sources) <= _MOST_COLUMNS:
        return tuple(edition.labels.values())
    speaking = {one.account.source.id for claim in claims for one in claim.accounts}
    return tuple(edition.labels[id] for id in sorted(speaking, key=edition.places.__getitem__))
