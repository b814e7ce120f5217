"""The sitemap, as a search engine takes it."""

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from recoupe.exports.sitemap import Listing, listing, sitemap_files
from recoupe.pages.views.frame import Frame, SiteFrame

BASE_URL = "https://example.org/alpha/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SITE = SiteFrame("Site", None, "fr", "ltr", None, None, None, (), ())


def frame(url: str) -> Frame:
    return Frame(SITE, url, "Title", "Description", BASE_URL + url.removeprefix("/"), ())


def listings(frames: list[Frame]) -> list[Listing]:
    return [one for one in map(listing, frames) if one]


def locations(content: bytes) -> list[str | None]:
    root: Element = fromstring(content)
    return [one.text for one in root.findall(".//s:loc", NAMES)]


def test_sitemap_has_every_page_and_the_days_that_are_known() -> None:
    pages = [frame("/"), replace(frame("/claims/x/"), modified="2021-03-04")]

    files = sitemap_files(listings(pages), BASE_URL)

    root = fromstring(files["sitemap.xml"])
    assert list(files) == ["sitemap.xml"]
    assert locations(files["sitemap.xml"]) == [BASE_URL, f"{BASE_URL}claims/x/"]
    assert [one.findtext("s:lastmod", None, NAMES) for one in root] == [None, "2021-03-04"]


def test_page_that_nobody_may_list_is_not_in_it() -> None:
    draft = replace(frame("/claims/x/"), listed=False)
    missing = replace(frame("/404.html"), canonical=None)

    files = sitemap_files(listings([draft, missing, frame("/")]), BASE_URL)

    assert locations(files["sitemap.xml"]) == [BASE_URL]


@pytest.mark.parametrize(("pages", "parts"), [(50_000, 0), (50_001, 2), (100_001, 3)])
def test_pages_beyond_what_a_file_may_hold_stand_in_parts(pages: int, parts: int) -> None:
    files = sitemap_files(
        [Listing(f"{BASE_URL}{number}/", None) for number in range(pages)], BASE_URL
    )

    named = [name for name in files if name != "sitemap.xml"]
    assert named == [f"sitemap-{number}.xml" for number in range(1, parts + 1)]
    if parts:
        assert locations(files["sitemap.xml"]) == [BASE_URL + name for name in named]
    found = [one for name in named or ["sitemap.xml"] for one in locations(files[name])]
    assert len(set(found)) == len(found) == pages
