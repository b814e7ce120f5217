"""All pages of a site. An overview and a 404 page are pages like others: one view each."""

from collections.abc import Iterator

from recoupe.pages.claim_lists import claim_list_views, tag_list_views
from recoupe.pages.claims import claim_view
from recoupe.pages.corrections import corrections_views
from recoupe.pages.discrepancies import discrepancy_view
from recoupe.pages.discrepancy_lists import discrepancy_list_views
from recoupe.pages.editions import Edition
from recoupe.pages.grid import grid_views
from recoupe.pages.home import home_view
from recoupe.pages.pairs import pair_views
from recoupe.pages.search import search_view
from recoupe.pages.sheet_lists import sheet_list_views
from recoupe.pages.sheets import claim_sheet, discrepancy_sheet
from recoupe.pages.solutions import claim_solution, discrepancy_solution
from recoupe.pages.source_lists import source_list_views
from recoupe.pages.sources import source_view
from recoupe.pages.texts import not_found_view, text_view
from recoupe.pages.timeline import timeline_views
from recoupe.pages.views import View


def site_pages(edition: Edition) -> Iterator[View]:
    """The view of every page, each at its own URL, the facts before the lists that lead to them.

    They are made one by one, so that whoever writes them need not hold them all.
    """
    yield from (claim_view(edition, one) for one in edition.claims)
    yield from (source_view(edition, one) for one in edition.sources)
    yield from (discrepancy_view(edition, one) for one in edition.discrepancies)
    yield from (text_view(edition, page) for page in edition.project.pages.values())
    yield from pair_views(edition)
    if edition.project.site.sheets:
        yield from _sheets(edition)
    yield from _overviews(edition)


def _sheets(edition: Edition) -> Iterator[View]:
    for claim in edition.claims:
        yield claim_sheet(edition, claim)
        yield claim_solution(edition, claim)
    for discrepancy in edition.discrepancies:
        yield discrepancy_sheet(edition, discrepancy)
        yield discrepancy_solution(edition, discrepancy)
    yield from sheet_list_views(edition)


def _overviews(edition: Edition) -> Iterator[View]:
    yield from timeline_views(edition)
    yield from corrections_views(edition)
    yield from grid_views(edition)
    yield from tag_list_views(edition)
    yield from claim_list_views(edition)
    yield from source_list_views(edition)
    yield from discrepancy_list_views(edition)
    yield search_view(edition)
    yield not_found_view(edition)
    yield home_view(edition)
