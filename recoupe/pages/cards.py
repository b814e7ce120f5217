"""Facts in lists: what a reader needs in order to choose one."""

from collections import Counter

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.model import Claim, Discrepancy, Stance
from recoupe.pages.editions import Edition
from recoupe.pages.tags import claim_tags
from recoupe.pages.verdicts import verdict_view
from recoupe.pages.views.frame import ClaimCard, DiscrepancyCard, SourceLabel
from recoupe.pages.views.overviews import SourceCard


def claim_card(edition: Edition, claim: Claim) -> ClaimCard:
    """A claim, with its sources counted by stance."""
    found = edition.findings.claims[claim.id]
    stances = {
        (one.source.id, one.stance) for one in claim.accounts if one.name not in found.earlier
    }
    counts = Counter(stance for _, stance in stances)
    return ClaimCard(
        id=claim.id,
        url=edition.addresses.claim(claim.id),
        statement=claim.statement,
        verdict=verdict_view(claim, edition.verdicts),
        tags=claim_tags(edition, claim),
        supports=counts[Stance.SUPPORTS],
        disputes=counts[Stance.DISPUTES],
        neutral=counts[Stance.NEUTRAL],
        silent=counts[Stance.SILENT],
        conflicts=len(found.conflicts),
        discrepancies=len(edition.discrepancies_of[claim.id]),
    )


def discrepancy_card(edition: Edition, discrepancy: Discrepancy) -> DiscrepancyCard:
    """A discrepancy, with the sources between which it stands."""
    return DiscrepancyCard(
        id=discrepancy.id,
        url=edition.addresses.discrepancy(discrepancy.id),
        title=discrepancy.title,
        summary=discrepancy.summary,
        kinds=tuple(kind.value for kind in discrepancy.kinds),
        strength=discrepancy.strength.value if discrepancy.strength else None,
        sources=tuple(_labels_concerned(edition, discrepancy)),
    )


def source_card(edition: Edition, anchored: AnchoredSource) -> SourceCard:
    """A source, with the claims that it speaks of, its quoted passages and its silences."""
    source = anchored.source
    voices = edition.voices[source.id]
    silent = [one for one in voices if one.account.account.stance is Stance.SILENT]
    speaking = [one for one in voices if one.account.account.stance is not Stance.SILENT]
    return SourceCard(
        source=edition.labels[source.id],
        publisher=source.publisher,
        claims=len({one.claim.claim.id for one in speaking}),
        quotes=len({quote.span for one in speaking for quote in one.account.quotes}),
        silent=sum(
            one.account.account.name not in edition.findings.claims[one.claim.claim.id].earlier
            for one in silent
        ),
    )


def sources_concerned(edition: Edition, discrepancy: Discrepancy) -> set[str]:
    """The ids of the sources between which a discrepancy stands."""
    concerned = edition.findings.discrepancies[discrepancy.id].accounts.values()
    return {name.partition("#")[0] for accounts in concerned for name in accounts}


def _labels_concerned(edition: Edition, discrepancy: Discrepancy) -> list[SourceLabel]:
    concerned = sources_concerned(edition, discrepancy)
    return [edition.labels[id] for id in sorted(concerned, key=edition.places.__getitem__)]
