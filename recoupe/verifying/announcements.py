"""What a site tells programs of its pages, held against the pages: readers would see no mistake.

The reviews for search engines, the annotations, the feed and the sitemap must say what the pages
say and lead to them. An XML file with a document type is refused unread: none of ours has one, and
entities are how such files do harm.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, ParseError, fromstring

from recoupe.verifying.faults import Fault
from recoupe.verifying.html_pages import Page

ANNOTATIONS = "data/annotations.jsonld"
FEED = "feed.xml"
_ROOT = "https://site.invalid/"  # where a site is read that does not say where it is served
_Quoted = tuple[str, str, str, int, int]  # claim, source, words, start, end


def review_faults(path: str, page: Page) -> Iterator[Fault]:
    """Where the review that a page has for search engines says what the page does not."""
    found = [one for one in map(_parsed, page.data) if one.get("@type") == "ClaimReview"]
    if len(found) > 1:
        yield Fault(path, "reviews more than one claim")
    for review in found:
        rating, claim = review["reviewRating"], review["itemReviewed"]
        said = [review["claimReviewed"], rating["alternateName"], review["author"]["name"]]
        said += [claim["author"]["name"]] if "author" in claim else []
        for words in said:
            if words not in page.text:
                yield Fault(path, f"its review says `{words}`, and the page does not")
        if review["url"] != page.canonical:
            yield Fault(path, f"its review is of another page, `{review['url']}`")
        if not 1 == rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]:
            yield Fault(path, "its review has a value outside its scale")


def annotation_faults(
    content: bytes, facts: Mapping[str, Any], pages: Mapping[str, Page]
) -> Iterator[Fault]:
    """Where the annotations are not the quotes of the data, each with its place."""
    items, root = json.loads(content)["first"]["items"], _root(pages)
    annotated = {_annotated(one, root) for one in items}
    quoted = set(_quoted(facts))
    for claim, _, words, *_ in annotated ^ quoted:
        told = (
            "does not stand in the data"
            if words in {one[2] for one in annotated}
            else "is not annotated"
        )
        yield Fault(ANNOTATIONS, f"`{words}` of `{claim}` {told}")


def feed_faults(content: bytes, pages: Mapping[str, Page]) -> Iterator[Fault]:
    """Entries of the feed that lead to no page, or to no place on it."""
    for link in _read(content).iterfind("{*}entry/{*}link"):
        yield from _address_faults(FEED, link.get("href", ""), pages)


def sitemap_faults(path: str, content: bytes, pages: Mapping[str, Page]) -> Iterator[Fault]:
    """Pages of a sitemap that are not there, or that give another address as their own."""
    for location in _read(content).iterfind("{*}url/{*}loc"):
        url = location.text or ""
        yield from _address_faults(path, url, pages)
        page = pages.get(_page_path(_relative(url, _root(pages))))
        if page is not None and page.canonical != url:
            yield Fault(path, f"`{url}` is not the address that its page gives")


def _annotated(annotation: Mapping[str, Any], root: str) -> _Quoted:
    target = annotation["target"]
    quote, position = target["selector"]
    page = target.get("state", {}).get("cached", target["source"])
    claim = urljoin(root + ANNOTATIONS, annotation["body"][0]["id"])
    source = urljoin(root + ANNOTATIONS, page)
    words = quote["exact"], position["start"], position["end"]
    return _relative(claim, root), _relative(source, root), *words


def _quoted(facts: Mapping[str, Any]) -> Iterator[_Quoted]:
    for claim in facts["claims"]:
        for account in claim["accounts"]:
            for one in account["quotes"]:
                source = one["url"].partition("#")[0]
                yield claim["url"], source, one["text"], one["start"], one["end"]


def _address_faults(path: str, url: str, pages: Mapping[str, Page]) -> Iterator[Fault]:
    page = pages.get(_page_path(_relative(url, _root(pages))))
    if page is None:
        yield Fault(path, f"`{url}` leads to no page")
    elif urlsplit(url).fragment not in {"", *page.ids}:
        yield Fault(path, f"`{url}` leads to no place on its page")


def _root(pages: Mapping[str, Page]) -> str:
    """Where the site is served, as its front page says."""
    home = pages.get("index.html")
    return (home and home.canonical) or _ROOT


def _relative(url: str, root: str) -> str:
    return url.removeprefix(root)


def _page_path(url: str) -> str:
    path = url.partition("#")[0]
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def _parsed(block: str) -> dict[str, Any]:
    parsed = json.loads(block)
    return parsed if isinstance(parsed, dict) else {}


def _read(content: bytes) -> Element:
    if b"<!" in content:
        raise ValueError("it has a document type, or a comment")
    try:
        return fromstring(content)  # noqa: S314  without a document type there are no entities
    except ParseError as error:
        raise ValueError(str(error)) from error
