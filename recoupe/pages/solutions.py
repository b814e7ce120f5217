"""The solutions of the worksheets, each a page of its own, so that it is printed apart."""

from dataclasses import replace

from recoupe.anchoring.anchored import AnchoredClaim
from recoupe.model import Discrepancy
from recoupe.pages.accounts import account_views, silence_views
from recoupe.pages.cards import discrepancy_card
from recoupe.pages.claims import claim_link, conflict_view, origin_view
from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame
from recoupe.pages.moments import known_moment
from recoupe.pages.own_prose import known_html
from recoupe.pages.sheets import by_publication, concerned, printed_address
from recoupe.pages.site_frames import sheets_link
from recoupe.pages.verdicts import verdict_view
from recoupe.pages.views.frame import Frame, Link
from recoupe.pages.views.sheets import ClaimSolutionView, DiscrepancySolutionView, SolvedSideView

_HEADING = 3  # of an explanation, below the heading of its section


def claim_solution(edition: Edition, anchored: AnchoredClaim) -> ClaimSolutionView:
    """The solution of one claim's sheet."""
    claim, addresses = anchored.claim, edition.addresses
    sheet, page = addresses.claim_sheet(claim.id), addresses.claim(claim.id)
    found, url = edition.findings.claims[claim.id], addresses.solution(sheet)
    accounts = by_publication(edition, anchored.accounts)
    return ClaimSolutionView(
        frame=_frame(edition, url, claim.statement, sheet),
        statement=claim.statement,
        when=known_moment(claim.when, edition.interface),
        verdict=verdict_view(claim, edition.verdicts),
        accounts=account_views(edition, claim, accounts, page_url=url),
        silences=silence_views(edition, claim, accounts, page_url=url),
        confirmations=tuple(origin_view(edition, claim, one) for one in found.confirmations),
        conflicts=tuple(conflict_view(edition, claim, one) for one in found.conflicts),
        explanation=known_html(
            edition, claim.explanation, page_url=url, prefix="explanation", heading=_HEADING
        ),
        discrepancies=tuple(
            discrepancy_card(edition, one) for one in edition.discrepancies_of[claim.id]
        ),
        page=page,
        printed=printed_address(edition, page),
        sheet=sheet,
        draft=claim.record.draft,
    )


def discrepancy_solution(edition: Edition, discrepancy: Discrepancy) -> DiscrepancySolutionView:
    """The solution of one discrepancy's sheet."""
    addresses = edition.addresses
    page = addresses.discrepancy(discrepancy.id)
    sheet = addresses.discrepancy_sheet(discrepancy.id)
    url = addresses.solution(sheet)
    named = edition.findings.discrepancies[discrepancy.id].accounts
    return DiscrepancySolutionView(
        frame=_frame(edition, url, discrepancy.title, sheet),
        title=discrepancy.title,
        summary=discrepancy.summary,
        kinds=tuple(kind.value for kind in discrepancy.kinds),
        strength=discrepancy.strength.value if discrepancy.strength else None,
        sides=tuple(_side(edition, id, names, url) for id, names in named.items()),
        explanation=known_html(
            edition, discrepancy.explanation, page_url=url, prefix="explanation", heading=_HEADING
        ),
        resolution=known_html(
            edition, discrepancy.resolution, page_url=url, prefix="resolution", heading=_HEADING
        ),
        page=page,
        printed=printed_address(edition, page),
        sheet=sheet,
        draft=discrepancy.record.draft,
    )


def _side(edition: Edition, claim_id: str, names: tuple[str, ...], url: str) -> SolvedSideView:
    claim = edition.project.claims[claim_id]
    accounts = concerned(edition, claim_id, names)
    return SolvedSideView(
        claim=claim_link(edition, claim_id),
        accounts=account_views(edition, claim, accounts, page_url=url),
        silences=silence_views(edition, claim, accounts, page_url=url),
    )


def _frame(edition: Edition, url: str, title: str, sheet: str) -> Frame:
    """Who looks for a sheet on the web is not to find its solution."""
    gettext = edition.interface.gettext
    framed = frame(
        edition,
        url,
        title=gettext("Solution: %(title)s") % {"title": title},
        description=gettext(
            "The solution of a worksheet: who says what, and what follows from it."
        ),
        trail=(sheets_link(edition.interface), Link(gettext("Worksheet"), sheet)),
    )
    return replace(framed, listed=False)
