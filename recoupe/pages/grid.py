"""The grid: claims × sources, as wide as can be read.

With few sources each has its column on every page. With more, a page ends where its claims would
need another column, and shows the sources that speak there: a table of ten thousand claims by a
thousand sources would be all but empty, and too large for any browser.
"""

from collections.abc import Iterator, Sequence

from recoupe.anchoring.anchored import AnchoredClaim
from recoupe.model import Account, Certainty, Claim, Stance
from recoupe.pages import urls
from recoupe.pages.accounts import value_text
from recoupe.pages.claims import claim_link
from recoupe.pages.editions import Edition
from recoupe.pages.list_frames import list_frame
from recoupe.pages.lists import PAGE_LENGTH, Leaf, bound
from recoupe.pages.verdicts import verdict_view
from recoupe.pages.views.frame import Frame, SourceLabel
from recoupe.pages.views.overviews import GridCell, GridRow, GridView

_MOST_COLUMNS = 24  # the most that scroll by in two screens of a desk
_STATES = ("states", "disputes", "hedges", "speaks", "silent", "earlier")  # the loudest is shown


def grid_views(edition: Edition) -> Iterator[GridView]:
    """The pages of the grid."""
    for leaf in bound(urls.GRID, list(_parts(edition))):
        columns = _columns(edition, leaf.items)
        yield GridView(
            frame=_frame(edition, leaf),
            total=len(edition.claims),
            sources=columns,
            rows=tuple(_row(edition, one.claim, columns) for one in leaf.items),
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
        if part and (too_wide or len(part) == PAGE_LENGTH):
            yield tuple(part)
            part, columns = [], set()
        part.append(one)
        columns |= sources
    yield tuple(part)


def _columns(edition: Edition, claims: Sequence[AnchoredClaim]) -> tuple[SourceLabel, ...]:
    if len(edition.sources) <= _MOST_COLUMNS:
        return tuple(edition.labels.values())
    speaking = {one.account.source.id for claim in claims for one in claim.accounts}
    return tuple(label for id, label in edition.labels.items() if id in speaking)


def _row(edition: Edition, claim: Claim, columns: Sequence[SourceLabel]) -> GridRow:
    verdict = verdict_view(claim, edition.project.site)
    return GridRow(
        claim=claim_link(edition, claim.id),
        rating=verdict.rating if verdict else None,
        rating_label=verdict.label if verdict else None,
        cells=tuple(_cell(edition, claim, source.id) for source in columns),
    )


def _cell(edition: Edition, claim: Claim, source_id: str) -> GridCell:
    accounts = [one for one in claim.accounts if one.source.id == source_id]
    if not accounts:
        return GridCell("unsearched", None, None, conflicts=False)
    found = edition.findings.claims[claim.id]
    loudest = min(accounts, key=lambda one: _STATES.index(_state(one, found.earlier)))
    says = dict.fromkeys(one.says or value_text(edition, claim, one) for one in accounts)
    opposed = {name for one in found.conflicts for name in (one.first, one.second)}
    return GridCell(
        state=_state(loudest, found.earlier),
        says=" · ".join(filter(None, says)) or None,
        url=edition.addresses.account(claim.id, loudest.name),
        conflicts=any(one.name in opposed for one in accounts),
    )


def _state(account: Account, earlier: frozenset[str]) -> str:
    match account.stance:
        case Stance.SILENT:
            return "earlier" if account.name in earlier else "silent"
        case Stance.DISPUTES:
            return "disputes"
        case Stance.NEUTRAL:
            return "speaks"
        case Stance.SUPPORTS:
            return "hedges" if account.certainty is Certainty.HEDGED else "states"
