from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

from recoupe.pages.editions import Edition
from recoupe.pages.site import site_pages
from recoupe.pages.views.claims import ClaimView
from recoupe.pages.views.overviews import CorrectionsView
from recoupe.pages.views.sources import SourceView

Maker = Callable[..., Edition]
FACT_FILES = [
    *(f"sources/{id}.yaml" for id in ("daily", "early", "weekly")),
    *(f"claims/{id}.yaml" for id in ("founding", "members", "reopening")),
    *(f"discrepancies/{id}.yaml" for id in ("fondation", "lundi", "numbers")),
    "pages/about.md",
]


def urls_in(value: object) -> Iterator[str]:
    if is_dataclass(value):
        for field in fields(value):
            yield from urls_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from urls_in(one)
    elif isinstance(value, str) and value.startswith("/"):
        yield value


def ids_in(edition: Edition) -> dict[str, set[str]]:
    found = {}
    for view in site_pages(edition):
        ids: set[str] = set()
        if isinstance(view, ClaimView):
            ids |= {one.anchor for one in (*view.accounts, *view.silences)}
        if isinstance(view, SourceView):
            ids |= {name for one in view.excerpts for part in one.segments for name in part.starts}
            ids |= {f"passage-{one.span}" for one in view.passages}
        if isinstance(view, CorrectionsView) and view.updated:
            ids.add("updated")
        found[view.frame.url] = ids
    return found


def test_every_page_has_a_url_of_its_own(small: Edition) -> None:
    counts = Counter(view.frame.url for view in site_pages(small))

    assert set(counts.values()) == {1}
    assert {url for url in counts if url.count("/") < 3} == {
        "/",
        "/404.html",
        "/about/",
        "/claims/",
        "/corrections/",
        "/discrepancies/",
        "/grid/",
        "/search/",
        "/sources/",
        "/timeline/",
    }


def test_every_url_in_a_view_leads_to_a_page_and_a_place_on_it(small: Edition) -> None:
    pages = ids_in(small)

    for view in site_pages(small):
        for url in set(urls_in(view)) - {"/alpha/", "/feed.xml", "/search/index/pagefind.js"}:
            page, _, place = url.partition("#")
            assert page in pages, url
            assert not place or place in pages[page], url


def test_views_of_equal_facts_are_equal(make: Maker) -> None:
    assert list(site_pages(make())) == list(site_pages(make()))


def test_site_without_facts_has_its_front_page_and_empty_lists(make: Maker) -> None:
    edition = make(dict.fromkeys(FACT_FILES))

    assert [view.frame.url for view in site_pages(edition)] == [
        "/corrections/",
        "/grid/",
        "/claims/",
        "/sources/",
        "/discrepancies/",
        "/search/",
        "/404.html",
        "/",
    ]
