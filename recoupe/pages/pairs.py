"""Two sources side by side: where they part, where they agree, where one of them is silent."""

from collections.abc import Iterator

from recoupe.anchoring.anchored import AnchoredAccount, AnchoredClaim
from recoupe.pages import urls
from recoupe.pages.accounts import account_views, silence_views
from recoupe.pages.aligned import aligned_views
from recoupe.pages.cards import discrepancy_card, sources_concerned
from recoupe.pages.claims import claim_link
from recoupe.pages.compared_values import compared_values
from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame, section
from recoupe.pages.pairings import pair_label
from recoupe.pages.planned import PlannedPage
from recoupe.pages.relations import relation
from recoupe.pages.views.frame import DiscrepancyCard, Frame, Link
from recoupe.pages.views.pairs import PairGroup, PairRow, PairView

# What a reader compares two sources for comes first.
_GROUPS = {
    "differ": ("conflict", "opposed", "hedged"),
    "agree": ("agree",),
    "beside": ("beside",),
    "first-only": ("first-only",),
    "second-only": ("second-only",),
}


def pair_pages(edition: Edition) -> Iterator[PlannedPage]:
    """A page for each pair of sources that can be read side by side."""
    for pair in edition.pairs:
        yield PlannedPage(edition.addresses.pair(*pair), _pair_view, pair)


def _pair_view(edition: Edition, first: str, second: str) -> PairView:
    cards = tuple(_discrepancies(edition, first, second))
    between = frozenset(card.id for card in cards)
    read = {voice.claim.claim.id for id in (first, second) for voice in edition.voices[id]}
    claims = (one for one in edition.claims if one.claim.id in read)
    rows = (_row(edition, claim, (first, second), between) for claim in claims)
    return PairView(
        frame=_frame(edition, first, second),
        first=edition.labels[first],
        second=edition.labels[second],
        groups=tuple(_groups([row for row in rows if row is not None])),
        discrepancies=cards,
    )


def _groups(rows: list[PairRow]) -> Iterator[PairGroup]:
    for kind, relations in _GROUPS.items():
        found = [row for row in rows if row.relation in relations]
        if found:
            yield PairGroup(kind, tuple(sorted(found, key=_telling)))


def _telling(row: PairRow) -> tuple[int, bool]:
    """Conflicts first; a silence that tells something before what nobody has searched for."""
    silences = [one for one in (row.first_silence, row.second_silence) if one and not one.earlier]
    relations = [one for group in _GROUPS.values() for one in group]
    return relations.index(row.relation), not silences


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


def _row(
    edition: Edition, anchored: AnchoredClaim, pair: tuple[str, str], between: frozenset[str]
) -> PairRow | None:
    """The two sources on one claim; None where neither speaks of it.

    `between` are the ids of the discrepancies that concern both.
    """
    sides = [_accounts_of(anchored, source) for source in pair]
    related = relation(edition, anchored, *([one.account for one in side] for side in sides))
    if related is None:
        return None
    claim, url = anchored.claim, edition.addresses.pair(*pair)
    both = [one for side in sides for one in side]
    names = {one.account.name for one in both}
    first, second = (
        account_views(edition, claim, side, page_url=url, among=names) for side in sides
    )
    silences = [silence_views(edition, claim, side, page_url=url) for side in sides]
    first_silence, second_silence = (next(iter(side), None) for side in silences)
    return PairRow(
        claim=claim_link(edition, claim.id),
        relation=related,
        values=compared_values(edition, claim, [one.account for one in both]),
        aligned=aligned_views(edition, both),
        first=first,
        second=second,
        first_silence=first_silence,
        second_silence=second_silence,
        discrepancies=tuple(
            Link(one.title, edition.addresses.discrepancy(one.id))
            for one in edition.discrepancies_of[claim.id]
            if one.id in between
        ),
    )


def _accounts_of(anchored: AnchoredClaim, source: str) -> list[AnchoredAccount]:
    return [one for one in anchored.accounts if one.account.source.id == source]


def _discrepancies(edition: Edition, first: str, second: str) -> Iterator[DiscrepancyCard]:
    for discrepancy in edition.discrepancies:
        if {first, second} <= sources_concerned(edition, discrepancy):
            yield discrepancy_card(edition, discrepancy)
