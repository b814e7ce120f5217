"""Worksheets: a claim's or a discrepancy's material, without anything that gives it away.

The passages stand whole, with no word marked, because finding the words that matter is the first
task. A discrepancy's title says what it is about, so that its sheet goes by the claim's question.
"""

from collections.abc import Collection, Iterable, Sequence

from recoupe.anchoring.anchored import AnchoredAccount, AnchoredClaim
from recoupe.model import Account, Discrepancy, Record, Stance
from recoupe.pages.claims import maker_view
from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame
from recoupe.pages.orders import source_order
from recoupe.pages.site_frames import sheets_link
from recoupe.pages.surroundings import excerpts
from recoupe.pages.verdicts import scale_step
from recoupe.pages.views.frame import Frame
from recoupe.pages.views.sheets import (
    ClaimSheetView,
    DiscrepancySheetView,
    ExcerptView,
    SheetAccountView,
    SheetSideView,
    SheetSilenceView,
)


def claim_sheet(edition: Edition, anchored: AnchoredClaim) -> ClaimSheetView:
    """The sheet of one claim."""
    claim, addresses = anchored.claim, edition.addresses
    url = addresses.claim_sheet(claim.id)
    return ClaimSheetView(
        frame=_frame(edition, url, claim.statement, claim.record),
        side=_side(edition, anchored, by_publication(edition, anchored.accounts)),
        scale=tuple(scale_step(rating) for rating in edition.project.site.ratings),
        printed=printed_address(edition, url),
        solution=addresses.solution(url),
        draft=claim.record.draft,
    )


def discrepancy_sheet(edition: Edition, discrepancy: Discrepancy) -> DiscrepancySheetView:
    """The sheet of one discrepancy."""
    url = edition.addresses.discrepancy_sheet(discrepancy.id)
    named = edition.findings.discrepancies[discrepancy.id].accounts
    sides = tuple(_concerned_side(edition, id, names) for id, names in named.items())
    return DiscrepancySheetView(
        frame=_frame(edition, url, sheet_title(edition, discrepancy), discrepancy.record),
        sides=sides,
        printed=printed_address(edition, url),
        solution=edition.addresses.solution(url),
        draft=discrepancy.record.draft,
    )


def sheet_title(edition: Edition, discrepancy: Discrepancy) -> str:
    """What the sheet of a discrepancy goes by: the question of its first claim."""
    claim = edition.project.claims[discrepancy.claims[0].id]
    return claim.question or claim.statement


def by_publication(
    edition: Edition, accounts: Iterable[AnchoredAccount]
) -> tuple[AnchoredAccount, ...]:
    """The accounts as their articles were published: the editor's order may tell their stances."""
    sources = edition.project.sources
    return tuple(sorted(accounts, key=lambda one: source_order(sources[one.account.source.id])))


def concerned(
    edition: Edition, claim_id: str, names: Collection[str]
) -> tuple[AnchoredAccount, ...]:
    """Those accounts of a claim that a discrepancy names, in the same order."""
    accounts = edition.anchored.claims[claim_id].accounts
    return by_publication(edition, (one for one in accounts if one.account.name in names))


def printed_address(edition: Edition, url: str) -> str | None:
    """The address of `url` as paper shows it, to be typed; None where the site's is not known."""
    base_url = edition.project.site.base_url
    return None if base_url is None else base_url.partition("://")[2] + url.removeprefix("/")


def _frame(edition: Edition, url: str, title: str, record: Record) -> Frame:
    gettext = edition.interface.gettext
    return frame(
        edition,
        url,
        title=gettext("Worksheet: %(title)s") % {"title": title},
        description=gettext("What the articles say, word for word, and the questions to ask them."),
        trail=(sheets_link(edition.interface),),
        record=record,
    )


def _concerned_side(edition: Edition, claim_id: str, names: tuple[str, ...]) -> SheetSideView:
    return _side(edition, edition.anchored.claims[claim_id], concerned(edition, claim_id, names))


def _side(
    edition: Edition, anchored: AnchoredClaim, ordered: Sequence[AnchoredAccount]
) -> SheetSideView:
    return SheetSideView(
        statement=anchored.claim.statement,
        question=anchored.claim.question,
        made_by=maker_view(edition, anchored.claim.made_by),
        accounts=tuple(
            _account(edition, one) for one in ordered if one.account.stance is not Stance.SILENT
        ),
        silences=tuple(
            _silence(edition, one.account) for one in ordered if one.account.stance is Stance.SILENT
        ),
    )


def _account(edition: Edition, anchored: AnchoredAccount) -> SheetAccountView:
    source_id = anchored.account.source.id
    source = edition.project.sources[source_id]
    quotes = (quote.quote for quote in anchored.quotes)
    return SheetAccountView(
        source=edition.labels[source_id],
        printed=printed_address(edition, edition.addresses.source(source_id)),
        language=source.language,
        direction=edition.interface.text_direction(source.language),
        excerpts=_excerpts(edition, anchored, source_id),
        translations=tuple(quote.translation for quote in quotes if quote.translation),
    )


def _excerpts(
    edition: Edition, anchored: AnchoredAccount, source_id: str
) -> tuple[ExcerptView, ...]:
    body = edition.anchored.sources[source_id].body
    captured = edition.project.sources[source_id].captured
    spans = (quote.span for quote in anchored.quotes)
    return tuple(
        ExcerptView(captured[one.start : one.end], one.start > body.start, one.end < body.end)
        for one in excerpts(captured, spans, body)
    )


def _silence(edition: Edition, account: Account) -> SheetSilenceView:
    searched = tuple(words.text for words in account.searched)
    language = edition.project.sources[account.source.id].language
    label, direction = edition.labels[account.source.id], edition.interface.text_direction(language)
    return SheetSilenceView(label, searched, language, direction)
