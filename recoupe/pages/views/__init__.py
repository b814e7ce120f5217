"""What each page shows, and nothing else: the contract between the facts and the templates.

A view holds all that its template shows, ready formatted; equal views give equal pages. URLs inside
the site start with `/` and are made relative where they are written into a page.
"""

from recoupe.pages.views.claims import ClaimView
from recoupe.pages.views.discrepancies import DiscrepancyView
from recoupe.pages.views.overviews import (
    ClaimListView,
    CorrectionsView,
    DiscrepancyListView,
    GridView,
    HomeView,
    NotFoundView,
    SearchView,
    SourceListView,
    TextView,
)
from recoupe.pages.views.pairs import PairView
from recoupe.pages.views.sheets import (
    ClaimSheetView,
    ClaimSolutionView,
    DiscrepancySheetView,
    DiscrepancySolutionView,
    SheetListView,
)
from recoupe.pages.views.sources import SourceView
from recoupe.pages.views.timelines import TimelineView

View = (
    ClaimView
    | DiscrepancyView
    | SourceView
    | HomeView
    | ClaimListView
    | SourceListView
    | DiscrepancyListView
    | GridView
    | TimelineView
    | PairView
    | CorrectionsView
    | ClaimSheetView
    | ClaimSolutionView
    | DiscrepancySheetView
    | DiscrepancySolutionView
    | SheetListView
    | SearchView
    | TextView
    | NotFoundView
)

__all__ = ["View"]
