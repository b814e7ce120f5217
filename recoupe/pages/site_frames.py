"""What stands around every page of a site, made once: its name, who checks, the ways through it."""

from collections.abc import Iterable

from recoupe.locale import Interface
from recoupe.model import MarkdownPage, Publisher, Site
from recoupe.pages import urls
from recoupe.pages.orders import alphabetical
from recoupe.pages.urls import Addresses
from recoupe.pages.views.frame import Link, SiteFrame


def site_frame(
    site: Site,
    sections: Iterable[Link],
    pages: Iterable[MarkdownPage],
    *,
    addresses: Addresses,
    interface: Interface,
    dated: bool,
) -> SiteFrame:
    """The frame of `site`, with its own `pages` by title, and after them the worksheets.

    `dated` tells whether its facts are.
    """
    by_title = sorted(pages, key=lambda page: (alphabetical(page.title), page.id))
    return SiteFrame(
        title=site.title,
        description=site.description,
        language=interface.language,
        direction=interface.direction,
        publisher=_link(site.publisher),
        publisher_name=site.publisher.name if site.publisher else None,
        report_url=site.report_url,
        sections=tuple(sections),
        pages=(
            *(Link(page.title, addresses.page(page.id)) for page in by_title),
            *([sheets_link(interface)] if site.sheets else []),
        ),
        locale=interface.social_locale,
        feed=urls.FEED if dated and site.base_url is not None else None,
    )


def sections(interface: Interface, *, timeline: bool, corrections: bool) -> tuple[Link, ...]:
    """The ways through a site; those two only where there is something to show."""
    return (
        Link(interface.gettext("Claims"), urls.CLAIMS),
        Link(interface.gettext("Discrepancies"), urls.DISCREPANCIES),
        Link(interface.gettext("Sources"), urls.SOURCES),
        Link(interface.gettext("Grid"), urls.GRID),
        *([Link(interface.gettext("Timeline"), urls.TIMELINE)] if timeline else []),
        *([Link(interface.gettext("Corrections"), urls.CORRECTIONS)] if corrections else []),
        Link(interface.gettext("Search"), urls.SEARCH),
    )


def sheets_link(interface: Interface) -> Link:
    """The way to the worksheets, which is a teacher's and not among the sections."""
    return Link(interface.gettext("Worksheets for the classroom"), urls.SHEETS)


def _link(publisher: Publisher | None) -> Link | None:
    if publisher is None or publisher.url is None:
        return None
    return Link(publisher.name, publisher.url)
