"""All pages of a site. An overview and a 404 page are pages like others: one view each."""

from collections.abc import Iterator

from recoupe.pages import urls
from recoupe.pages.claim_lists import claim_list_pages, tag_list_pages
from recoupe.pages.claims import claim_view
from recoupe.pages.corrections import corrections_pages
from recoupe.pages.discrepancies import discrepancy_view
from recoupe.pages.discrepancy_lists import discrepancy_list_pages
from recoupe.pages.editions import Edition
from recoupe.pages.grid import grid_pages
from recoupe.pages.home import home_view
from recoupe.pages.pairs import pair_pages
from recoupe.pages.planned import PlannedPage
from recoupe.pages.search import search_view
from recoupe.pages.sheet_lists import sheet_list_pages
from recoupe.pages.sheets import claim_sheet, discrepancy_sheet
from recoupe.pages.solutions import claim_solution, discrepancy_solution
from recoupe.pages.source_lists import source_list_pages
from recoupe.pages.sources import source_view
from recoupe.pages.texts import not_found_view, text_view
from recoupe.pages.timeline import timeline_pages
from recoupe.pages.views import View


def site_plan(edition: Edition) -> Iterator[PlannedPage]:
    """Every page, each at its own URL, the facts before the lists that lead to them."""
    yield from _facts(edition)
    yield from pair_pages(edition)
    if edition.project.site.sheets:
        yield from _sheets(edition)
    yield from _overviews(edition)


def site_pages(edition: Edition) -> Iterator[View]:
    """The view of every page, in the order of the plan.

    They are made one by one, so that whoever writes them need not hold them all.
    """
    return (page.view(edition) for page in site_plan(edition))


def _facts(edition: Edition) -> Iterator[PlannedPage]:
    addresses = edition.addresses
    for claim in edition.claims:
        yield PlannedPage(addresses.claim(claim.claim.id), claim_view, (claim,))
    for source in edition.sources:
        yield PlannedPage(addresses.source(source.source.id), source_view, (source,))
    for one in edition.discrepancies:
        yield PlannedPage(addresses.discrepancy(one.id), discrepancy_view, (one,))
    for page in edition.project.pages.values():
        yield PlannedPage(addresses.page(page.id), text_view, (page,))


def _sheets(edition: Edition) -> Iterator[PlannedPage]:
    addresses = edition.addresses
    for claim in edition.claims:
        sheet = addresses.claim_sheet(claim.claim.id)
        yield PlannedPage(sheet, claim_sheet, (claim,))
        yield PlannedPage(addresses.solution(sheet), claim_solution, (claim,))
    for one in edition.discrepancies:
        sheet = addresses.discrepancy_sheet(one.id)
        yield PlannedPage(sheet, discrepancy_sheet, (one,))
        yield PlannedPage(addresses.solution(sheet), discrepancy_solution, (one,))
    yield from sheet_list_pages(edition)


def _overviews(edition: Edition) -> Iterator[PlannedPage]:
    yield from timeline_pages(edition)
    yield from corrections_pages(edition)
    yield from grid_pages(edition)
    yield from tag_list_pages(edition)
    yield from claim_list_pages(edition)
    yield from source_list_pages(edition)
    yield from discrepancy_list_pages(edition)
    yield PlannedPage(urls.SEARCH, search_view)
    yield PlannedPage(urls.NOT_FOUND, not_found_view)
    yield PlannedPage(urls.HOME, home_view)
