"""What one page says of itself: title, description, canonical address, the way back."""

from recoupe.model import Record
from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.records import first_published, last_modified
from recoupe.pages.reports import report_address
from recoupe.pages.urls import absolute
from recoupe.pages.views.frame import Frame, Link
from recoupe.values import PartialDate


def frame(
    edition: Edition,
    url: str,
    *,
    title: str,
    description: str,
    trail: tuple[Link, ...] = (),
    record: Record | None = None,
) -> Frame:
    """The frame of the page at `url`; `trail` leads there from the front page.

    `record` is that of the fact whose page it is, if it is the page of one.
    """
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
        published=_day(first_published(record)) if record else None,
        modified=_day(last_modified(record)) if record else None,
        listed=not (record and record.draft),
        picture=edition.pictures.get(url) or edition.pictures.get(urls.HOME),
    )


def section(edition: Edition, url: str) -> Link:
    """The section of the site that begins at `url`."""
    return next(link for link in edition.site.sections if link.url == url)


def _canonical(base_url: str | None, url: str) -> str | None:
    if base_url is None or url == urls.NOT_FOUND:
        return None
    return absolute(base_url, url)


def _day(date: PartialDate | None) -> str | None:
    return date.isoformat() if date is not None and date.precision == "day" else None
