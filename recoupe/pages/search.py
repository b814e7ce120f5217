"""The page that searches: what its script shows results with, and the lists for who has none."""

from recoupe.model import Strength
from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame, section
from recoupe.pages.verdicts import scale_step
from recoupe.pages.views.overviews import SearchView

_SCRIPT = "pagefind.js"  # the name that Pagefind gives it
_LISTS = (urls.CLAIMS, urls.DISCREPANCIES, urls.SOURCES)


def search_view(edition: Edition) -> SearchView:
    """The page; it is the same whether an index stands beside it or not."""
    interface = edition.interface
    return SearchView(
        frame=frame(
            edition,
            urls.SEARCH,
            title=interface.gettext("Search"),
            description=interface.gettext("Search all claims, discrepancies and sources."),
        ),
        script=f"{urls.SEARCH_INDEX}{_SCRIPT}",
        ratings=tuple(scale_step(one) for one in edition.project.site.ratings),
        strengths=tuple(one.value for one in Strength),
        lists=tuple(section(edition, url) for url in _LISTS),
        tags=tuple(edition.tags.values()),
    )
