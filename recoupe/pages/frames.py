"""What one page says of itself: title, description, canonical address, the way back."""

from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.reports import report_address
from recoupe.pages.views.frame import Frame, Link


def frame(
    edition: Edition, url: str, *, title: str, description: str, trail: tuple[Link, ...] = ()
) -> Frame:
    """The frame of the page at `url`; `trail` leads there from the front page."""
    home = Link(edition.interface.gettext("Front page"), urls.HOME)
    canonical = _canonical(edition.project.site.base_url, url)
    return Frame(
        site=edition.site,
        url=url,
        title=title,
        description=description,
        canonical=canonical,
        breadcrumbs=() if url in (urls.HOME, urls.NOT_FOUND) else (home, *trail),
        report_url=report_address(
            edition.project.site.report_url, title, canonical or url, edition.interface
        ),
    )


def section(edition: Edition, url: str) -> Link:
    """The section of the site that begins at `url`."""
    return next(link for link in edition.site.sections if link.url == url)


def _canonical(base_url: str | None, url: str) -> str | None:
    if base_url is None or url == urls.NOT_FOUND:
        return None
    return base_url + url.removeprefix("/")
