"""`sitemap.xml`: every page that search engines may list, and when it last changed.

Made of the pages themselves as they are written, so that it can neither miss one nor name one too
many. Source: sitemaps.org, "Sitemaps XML format".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from recoupe.exports.xml_files import child, xml_file
from recoupe.pages.urls import SITEMAP, absolute
from recoupe.pages.views.frame import Frame

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
_MOST = 50_000  # addresses in a file, by the format; its 50 MB are then never reached


@dataclass(frozen=True, slots=True)
class Listing:
    """A page as search engines are told of it; `modified` is known of facts and not of lists."""

    url: str
    modified: str | None


def listing(frame: Frame) -> Listing | None:
    """How a page is listed; None for one that is not to be found, or whose address is unknown."""
    if not frame.listed or frame.canonical is None:
        return None
    return Listing(frame.canonical, frame.modified)


def sitemap_files(pages: Sequence[Listing], base_url: str) -> Mapping[str, bytes]:
    """The sitemap by path, and those that it leads to where one file cannot hold all pages."""
    path = SITEMAP.removeprefix("/")
    if len(pages) <= _MOST:
        return {path: _sitemap(pages)}
    parts = {
        f"sitemap-{number}.xml": _sitemap(pages[start : start + _MOST])
        for number, start in enumerate(range(0, len(pages), _MOST), start=1)
    }
    return parts | {path: _index(parts, base_url)}


def sitemap_url(base_url: str) -> str:
    """Where the sitemap is served."""
    return absolute(base_url, SITEMAP)


def _sitemap(pages: Iterable[Listing]) -> bytes:
    root = Element("urlset", xmlns=_NAMESPACE)
    for page in pages:
        entry = child(root, "url")
        child(entry, "loc", page.url)
        if page.modified:
            child(entry, "lastmod", page.modified)
    return xml_file(root)


def _index(parts: Iterable[str], base_url: str) -> bytes:
    root = Element("sitemapindex", xmlns=_NAMESPACE)
    for path in parts:
        child(child(root, "sitemap"), "loc", absolute(base_url, f"/{path}"))
    return xml_file(root)
