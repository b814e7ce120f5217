"""A claim's page: the verdict first, then what every source says, then what follows from it."""

from recoupe.anchoring.anchored import AnchoredClaim
from recoupe.comparing import Confirmation, Conflict
from recoupe.model import Asked, Claim, Evidence, Maker
from recoupe.pages import urls
from recoupe.pages.accounts import account_link, account_views, silence_views, value_text
from recoupe.pages.cards import discrepancy_card
from recoupe.pages.citations import citation_view
from recoupe.pages.claim_review import claim_review
from recoupe.pages.compared_values import compared_values
from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame, section
from recoupe.pages.moments import known_moment
from recoupe.pages.own_prose import known_html
from recoupe.pages.records import checked_view, history_views
from recoupe.pages.sheet_links import sheet_url
from recoupe.pages.tags import claim_tags
from recoupe.pages.verdicts import verdict_view
from recoupe.pages.views.claims import (
    AskedView,
    ClaimView,
    ConflictView,
    EvidenceView,
    MakerView,
    OriginView,
)
from recoupe.pages.views.frame import Frame, Link, SourceLabel

_MOST_UNSEARCHED = 20  # among more sources, that one was not searched says nothing of a claim


def claim_view(edition: Edition, anchored: AnchoredClaim) -> ClaimView:
    """The page of one claim."""
    claim, interface = anchored.claim, edition.interface
    found, url = edition.findings.claims[claim.id], edition.addresses.claim(claim.id)
    framed = _frame(edition, claim)
    return ClaimView(
        frame=framed,
        id=claim.id,
        statement=claim.statement,
        question=claim.question,
        made_by=maker_view(edition, claim.made_by),
        when=known_moment(claim.when, interface),
        tags=claim_tags(edition, claim),
        verdict=verdict_view(claim, edition.verdicts),
        accounts=account_views(edition, claim, anchored.accounts, page_url=url),
        values=compared_values(edition, claim, claim.accounts),
        silences=silence_views(edition, claim, anchored.accounts, page_url=url),
        unsearched=_unsearched(edition, claim),
        confirmations=tuple(origin_view(edition, claim, one) for one in found.confirmations),
        conflicts=tuple(conflict_view(edition, claim, one) for one in found.conflicts),
        explanation=known_html(
            edition, claim.explanation, page_url=url, prefix="explanation", heading=3
        ),
        discrepancies=tuple(
            discrepancy_card(edition, one) for one in edition.discrepancies_of[claim.id]
        ),
        asked=tuple(_asked(edition, one) for one in claim.asked),
        evidence=tuple(_evidence(edition, one) for one in claim.evidence),
        related=tuple(claim_link(edition, one.id) for one in claim.related),
        checked=checked_view(claim.record, interface),
        history=history_views(claim.record, interface),
        citation=citation_view(edition, framed, claim.record, family="claim"),
        sheet=sheet_url(edition, edition.addresses.claim_sheet(claim.id)),
        draft=claim.record.draft,
        claim_review=claim_review(edition, claim),
    )


def claim_link(edition: Edition, id: str) -> Link:
    """The link to a claim, by its statement."""
    return Link(edition.project.claims[id].statement, edition.addresses.claim(id))


def _frame(edition: Edition, claim: Claim) -> Frame:
    summary = claim.verdict.summary if claim.verdict else None
    return frame(
        edition,
        edition.addresses.claim(claim.id),
        title=claim.statement,
        description=summary
        or edition.interface.ngettext(
            "What %(num)s source says of this claim, word for word.",
            "What %(num)s sources say of this claim, word for word.",
            len({account.source.id for account in claim.accounts}),
        ),
        trail=(section(edition, urls.CLAIMS),),
        record=claim.record,
    )


def maker_view(edition: Edition, maker: Maker | None) -> MakerView | None:
    """Who made a claim, where that is known."""
    if maker is None:
        return None
    date = known_moment(maker.date, edition.interface)
    return MakerView(maker.name, maker.type, date, maker.url)


def _unsearched(edition: Edition, claim: Claim) -> tuple[SourceLabel, ...]:
    if len(edition.sources) > _MOST_UNSEARCHED:
        return ()
    searched = {account.source.id for account in claim.accounts}
    return tuple(label for id, label in edition.labels.items() if id not in searched)


def origin_view(edition: Edition, claim: Claim, confirmation: Confirmation) -> OriginView:
    """An origin and who brings it. A source that stands for itself goes by its label."""
    sources = {one.name: one.source.id for one in claim.accounts}
    ids = dict.fromkeys(sources[name] for name in confirmation.accounts)
    own = edition.labels.get(confirmation.origin)
    name = own.label if own else confirmation.origin
    return OriginView(name, tuple(edition.labels[id] for id in ids))


def conflict_view(edition: Edition, claim: Claim, conflict: Conflict) -> ConflictView:
    """Two accounts that cannot hold together, and what explains it."""
    accounts = {account.name: account for account in claim.accounts}
    discrepancies = edition.project.discrepancies
    return ConflictView(
        first=account_link(edition, claim, conflict.first),
        second=account_link(edition, claim, conflict.second),
        first_value=value_text(edition, claim, accounts[conflict.first]) or "",
        second_value=value_text(edition, claim, accounts[conflict.second]) or "",
        discrepancies=tuple(
            Link(discrepancies[id].title, edition.addresses.discrepancy(id))
            for id in conflict.discrepancies
        ),
    )


def _asked(edition: Edition, asked: Asked) -> AskedView:
    return AskedView(asked.whom, known_moment(asked.when, edition.interface), asked.answer)


def _evidence(edition: Edition, evidence: Evidence) -> EvidenceView:
    published = known_moment(evidence.published, edition.interface)
    return EvidenceView(evidence.title, evidence.url, evidence.archive, published, evidence.quote)
