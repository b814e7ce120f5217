"""Two sources side by side: where they agree, where they part, where one of them is silent."""

from collections.abc import Iterable, Iterator

from recoupe.anchoring.anchored import AnchoredAccount, AnchoredClaim
from recoupe.model import Account, Certainty, Stance
from recoupe.pages import urls
from recoupe.pages.accounts import account_views, silence_views
from recoupe.pages.cards import discrepancy_card
from recoupe.pages.claims import claim_link
from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame, section
from recoupe.pages.pairings import pair_label, pairings
from recoupe.pages.views.frame import DiscrepancyCard, Frame
from recoupe.pages.views.overviews import PairRow, PairView

_SETTLED = frozenset({Stance.SUPPORTS, Stance.DISPUTES})


def pair_views(edition: Edition) -> Iterator[PairView]:
    """A page for each pair of sources that can be read side by side."""
    return (_pair_view(edition, first, second) for first, second in pairings(edition))


def _pair_view(edition: Edition, first: str, second: str) -> PairView:
    rows = [
        row
        for claim in edition.claims
        if (row := _row(edition, claim, (first, second))) is not None
    ]
    return PairView(
        frame=_frame(edition, first, second),
        first=edition.labels[first],
        second=edition.labels[second],
        rows=tuple(sorted(rows, key=_telling)),
        discrepancies=tuple(_discrepancies(edition, first, second)),
    )


def _frame(edition: Edition, first: str, second: str) -> Frame:
    label = pair_label(edition, first, second)
    text = edition.interface.gettext("%(pair)s side by side, claim by claim, word for word.")
    return frame(
        edition,
        edition.addresses.pair(first, second),
        title=label,
        description=text % {"pair": label},
        trail=(section(edition, urls.SOURCES),),
    )


def _row(edition: Edition, anchored: AnchoredClaim, pair: tuple[str, str]) -> PairRow | None:
    """The two sources on one claim; None where neither speaks of it."""
    sides = [_accounts_of(anchored, source) for source in pair]
    relation = _relation(edition, anchored, *([one.account for one in side] for side in sides))
    if relation is None:
        return None
    claim, url = anchored.claim, edition.addresses.pair(*pair)
    first, second = (account_views(edition, claim, side, page_url=url) for side in sides)
    silences = [silence_views(edition, claim, side, page_url=url) for side in sides]
    first_silence, second_silence = (next(iter(side), None) for side in silences)
    link = claim_link(edition, claim.id)
    return PairRow(link, relation, first, second, first_silence, second_silence)


def _accounts_of(anchored: AnchoredClaim, source: str) -> list[AnchoredAccount]:
    return [one for one in anchored.accounts if one.account.source.id == source]


def _relation(
    edition: Edition, anchored: AnchoredClaim, first: Iterable[Account], second: Iterable[Account]
) -> str | None:
    speaking = [
        [one for one in side if one.stance is not Stance.SILENT] for side in (first, second)
    ]
    if not any(speaking):
        return None
    if not all(speaking):
        return "first-only" if speaking[0] else "second-only"
    names = [{one.name for one in side} for side in speaking]
    conflicts = edition.findings.claims[anchored.claim.id].conflicts
    if any(
        (one.first in names[0] and one.second in names[1])
        or (one.first in names[1] and one.second in names[0])
        for one in conflicts
    ):
        return "conflict"
    return _stances_relation(*speaking)


def _stances_relation(first: Iterable[Account], second: Iterable[Account]) -> str:
    stances = [{one.stance for one in side} & _SETTLED for side in (first, second)]
    hedges = [{one.certainty is Certainty.HEDGED for one in side} for side in (first, second)]
    if not all(stances):
        return "beside"
    if stances[0] != stances[1]:
        return "opposed"
    return "agree" if hedges[0] == hedges[1] else "hedged"


def _telling(row: PairRow) -> int:
    """What a reader compares two sources for, first; what nobody has searched for, last."""
    silences = [one for one in (row.first_silence, row.second_silence) if one and not one.earlier]
    match row.relation:
        case "conflict" | "opposed" | "hedged" as relation:
            return ("conflict", "opposed", "hedged").index(relation)
        case "first-only" | "second-only":
            return 3 if silences else 6
        case relation:
            return 4 if relation == "agree" else 5


def _discrepancies(edition: Edition, first: str, second: str) -> Iterator[DiscrepancyCard]:
    for discrepancy in edition.discrepancies:
        card = discrepancy_card(edition, discrepancy)
        if {first, second} <= {source.id for source in card.sources}:
            yield card
