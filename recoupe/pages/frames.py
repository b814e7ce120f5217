"""What one page says of itself: title, description, canonical address, the way back."""

from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.views.frame import Frame, Link


def frame(
    edition: Edition, url: str, *, title: str, description: str, trail: tuple[Link, ...] = ()
) -> Frame:
    """The frame of the page at `url`; `trail` leads there from the front page."""
    home = Link(edition.interface.gettext("Front page"), urls.HOME)
    return Frame(
        site=edition.site,
        url=url,
        title=title,
        description=description,
        canonical=_canonical(edition.project.site.base_url, url),
        breadcrumbs=() if url in (urls.HOME, urls.NOT_FOUND) else (home, *trail),
    )


def section(edition: Edition, url: str) -> Link:
    """The section of the site that begins at `url`."""
    return next(link for link in edition.site.sections if link.url == url)


def _canonical(base_url: str | None, url: str) -> str | None:
    if base_url is None or url == urls.NOT_FOUND:
        return None
    return base_url + url.removeprefix("/")
