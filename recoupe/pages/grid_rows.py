"""The rows of the grid: what each source does with a claim, and what rows are sorted by.

A place in an order is worked out here, not in the browser, which would have to know the scale of
the verdicts and how a month compares with a day.
"""

from collections.abc import Iterator, Sequence

from recoupe.model import Account, Certainty, Claim, Stance
from recoupe.pages.accounts import value_text
from recoupe.pages.claims import claim_link
from recoupe.pages.editions import Edition
from recoupe.pages.moments import known_moment
from recoupe.pages.orders import moment_order
from recoupe.pages.verdicts import verdict_view
from recoupe.pages.views.frame import SourceLabel, VerdictView
from recoupe.pages.views.overviews import GridCell, GridRow

_STATES = ("states", "disputes", "hedges", "speaks", "silent", "earlier")  # the loudest is shown


def grid_rows(
    edition: Edition, claims: Sequence[Claim], columns: Sequence[SourceLabel]
) -> Iterator[GridRow]:
    """A row for each of the claims of one page."""
    moments = sorted({moment_order(claim.when) for claim in claims if claim.when})
    times = {moment: place for place, moment in enumerate(moments)}
    for claim in claims:
        time_place = times[moment_order(claim.when)] if claim.when else None
        yield _row(edition, claim, columns, time_place)


def _row(
    edition: Edition, claim: Claim, columns: Sequence[SourceLabel], time_place: int | None
) -> GridRow:
    verdict = verdict_view(claim, edition.verdicts)
    speaking = {one.source.id for one in claim.accounts if one.stance is not Stance.SILENT}
    return GridRow(
        claim=claim_link(edition, claim.id),
        when=known_moment(claim.when, edition.interface),
        rating=verdict.rating if verdict else None,
        rating_label=verdict.label if verdict else None,
        scale_place=_scale_place(verdict) if verdict else None,
        time_place=time_place,
        tags=tuple(dict.fromkeys(tag.id for tag in claim.tags)),
        speaking=len(speaking),
        conflicts=len(edition.findings.claims[claim.id].conflicts),
        cells=tuple(_cell(edition, claim, source.id) for source in columns),
    )


def _scale_place(verdict: VerdictView) -> int:
    return next(place for place, step in enumerate(verdict.scale) if step.current)


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
