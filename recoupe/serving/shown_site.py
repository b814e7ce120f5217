"""The site as it would be published now, made page by page when somebody looks at one.

Nothing is written, and a site of ten thousand claims is there as soon as its facts are proved. The
search index, the pictures and the sitemap, which take all pages, are those of the last build.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from recoupe.exports.feed import feed
from recoupe.making.data_files import data_content
from recoupe.making.shells import Templates
from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.planned import PlannedPage
from recoupe.pages.site import site_plan
from recoupe.writing.assets import Asset
from recoupe.writing.pages import page_html

_SHEET = re.compile(r"\.[0-9a-f]{8}\.css$")


@dataclass(slots=True)
class ShownSite:
    """An edition with its templates; which page is where is found out as far as it is asked for."""

    edition: Edition
    templates: Templates
    _found: dict[str, PlannedPage] = field(default_factory=dict, init=False)
    _plan: Iterator[PlannedPage] = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the plan."""
        self._plan = site_plan(self.edition)

    def page(self, url: str) -> str | None:
        """The page at `url`; None where none is. Raises TemplateFailedError as `page_html`."""
        planned = self._planned(url)
        if planned is None:
            return None
        return page_html(planned.view(self.edition), self.templates.jinja)

    def file(self, path: str) -> bytes | None:
        """An asset, a file of data or the feed; None where `path` is none of them."""
        asset = self.asset(path)
        if asset is not None:
            return asset.content
        base_url = self.edition.project.site.base_url
        if f"/{path}" == urls.FEED and base_url is not None:
            return feed(self.edition, base_url)
        return data_content(path, self.edition)

    def asset(self, path: str) -> Asset | None:
        """The asset at `path`, or what it has become: a stylesheet's name changes with it."""
        stem = _stem(path)
        alike = (one for one in self.templates.assets.values() if _stem(one.path) == stem)
        return next(alike, None)

    def _planned(self, url: str) -> PlannedPage | None:
        while url not in self._found:
            planned = next(self._plan, None)
            if planned is None:
                return None
            self._found[planned.url] = planned
        return self._found[url]


def _stem(path: str) -> str:
    """The name of an asset without the hash that a stylesheet's has."""
    return _SHEET.sub(".css", path)
