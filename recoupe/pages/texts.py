"""The site's own pages, written in Markdown, and the page for an address that has none."""

import re
from urllib.parse import urlsplit

from markupsafe import Markup

from recoupe.model import MarkdownPage
from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame
from recoupe.pages.own_prose import prose_html
from recoupe.pages.shortening import shortened
from recoupe.pages.views.overviews import NotFoundView, TextView

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_DESCRIPTION_WIDTH = 160  # characters; search engines cut longer ones


def text_view(edition: Edition, page: MarkdownPage) -> TextView:
    """One of the site's own pages."""
    url = edition.addresses.page(page.id)
    body = prose_html(edition, page.prose, page_url=url)
    description = _first_paragraph(body) or page.title
    return TextView(frame(edition, url, title=page.title, description=description), body)


def not_found_view(edition: Edition) -> NotFoundView:
    """The 404 page, whose links start at the path under which the site is served."""
    text = edition.interface.gettext("There is no page at this address.")
    title = edition.interface.gettext("Page not found")
    root = urlsplit(edition.project.site.base_url or "").path or "/"
    return NotFoundView(frame(edition, urls.NOT_FOUND, title=title, description=text), root)


def _first_paragraph(body: Markup) -> str:
    found = _PARAGRAPH.search(body)
    return shortened(Markup(found[1]).striptags(), _DESCRIPTION_WIDTH) if found else ""  # noqa: S704  clean already
