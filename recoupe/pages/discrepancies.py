"""A discrepancy's page: claim by claim, the accounts that it concerns, side by side."""

from collections.abc import Iterator, Mapping

from recoupe.anchoring.anchored import AnchoredAccount
from recoupe.model import Discrepancy
from recoupe.pages import urls
from recoupe.pages.accounts import account_views, silence_views
from recoupe.pages.aligned import aligned_views
from recoupe.pages.citations import citation_view
from recoupe.pages.claims import claim_link
from recoupe.pages.compared_values import compared_values
from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame, section
from recoupe.pages.own_prose import known_html
from recoupe.pages.records import checked_view, history_views
from recoupe.pages.sheet_links import sheet_url
from recoupe.pages.views.discrepancies import DiscrepancyView, SideView


def discrepancy_view(edition: Edition, discrepancy: Discrepancy) -> DiscrepancyView:
    """The page of one discrepancy."""
    url, interface = edition.addresses.discrepancy(discrepancy.id), edition.interface
    concerned = edition.findings.discrepancies[discrepancy.id].accounts
    framed = frame(
        edition,
        url,
        title=discrepancy.title,
        description=discrepancy.summary,
        trail=(section(edition, urls.DISCREPANCIES),),
        record=discrepancy.record,
    )
    return DiscrepancyView(
        frame=framed,
        id=discrepancy.id,
        title=discrepancy.title,
        kinds=tuple(kind.value for kind in discrepancy.kinds),
        strength=discrepancy.strength.value if discrepancy.strength else None,
        summary=discrepancy.summary,
        sides=tuple(_side(edition, id, names, url) for id, names in concerned.items()),
        aligned=aligned_views(edition, _accounts(edition, concerned)),
        explanation=known_html(
            edition, discrepancy.explanation, page_url=url, prefix="explanation", heading=3
        ),
        resolution=known_html(
            edition, discrepancy.resolution, page_url=url, prefix="resolution", heading=3
        ),
        checked=checked_view(discrepancy.record, interface),
        history=history_views(discrepancy.record, interface),
        citation=citation_view(edition, framed, discrepancy.record, family="discrepancy"),
        sheet=sheet_url(edition, edition.addresses.discrepancy_sheet(discrepancy.id)),
        draft=discrepancy.record.draft,
    )


def _accounts(
    edition: Edition, concerned: Mapping[str, tuple[str, ...]]
) -> Iterator[AnchoredAccount]:
    for claim_id, names in concerned.items():
        accounts = edition.anchored.claims[claim_id].accounts
        yield from (one for one in accounts if one.account.name in names)


def _side(edition: Edition, claim_id: str, names: tuple[str, ...], url: str) -> SideView:
    anchored = edition.anchored.claims[claim_id]
    concerned = [one for one in anchored.accounts if one.account.name in names]
    return SideView(
        claim=claim_link(edition, claim_id),
        values=compared_values(edition, anchored.claim, [one.account for one in concerned]),
        accounts=account_views(edition, anchored.claim, concerned, page_url=url),
        silences=silence_views(edition, anchored.claim, concerned, page_url=url),
    )
