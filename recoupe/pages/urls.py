"""Where everything is: URLs are made here and nowhere else.

They start with `/`, the site's own root; where one is written into a page it is made relative.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from recoupe.anchoring.anchored import AnchoredProject
from recoupe.pages.later import Later
from recoupe.pages.live_urls import LiveUrls
from recoupe.text import Span

HOME = "/"
CLAIMS = "/claims/"
SOURCES = "/sources/"
DISCREPANCIES = "/discrepancies/"
GRID = "/grid/"
TIMELINE = "/timeline/"
CORRECTIONS = "/corrections/"
SHEETS = "/sheets/"
SEARCH = "/search/"
SEARCH_INDEX = "/search/index/"
NOT_FOUND = "/404.html"
FEED = "/feed.xml"
SITEMAP = "/sitemap.xml"
ANNOTATIONS = "/data/annotations.jsonld"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The URLs of one site's facts, by their ids.

    `span_ids` has the ids of a source's quotes. What marks one in the live article takes a search,
    so that `live_urls` makes it when it is asked for, by a source's id and a span.
    """

    span_ids: Mapping[str, Mapping[Span, str]]
    live_urls: Callable[[str, Span], str | None]

    def claim(self, id: str, /) -> str:
        """The page of a claim."""
        return f"/claims/{id}/"

    def source(self, id: str, /) -> str:
        """The page of a source."""
        return f"/sources/{id}/"

    def discrepancy(self, id: str, /) -> str:
        """The page of a discrepancy."""
        return f"/discrepancies/{id}/"

    def page(self, id: str, /) -> str:
        """One of the site's own pages."""
        return f"/{id}/"

    def tag(self, id: str, /) -> str:
        """The claims that have a tag."""
        return f"/tags/{id}/"

    def pair(self, first: str, second: str, /) -> str:
        """Two sources side by side, in whichever order they are given."""
        return f"/compare/{min(first, second)}/{max(first, second)}/"

    def claim_sheet(self, id: str, /) -> str:
        """The worksheet of a claim."""
        return f"{SHEETS}claims/{id}/"

    def discrepancy_sheet(self, id: str, /) -> str:
        """The worksheet of a discrepancy."""
        return f"{SHEETS}discrepancies/{id}/"

    def solution(self, sheet: str, /) -> str:
        """The solution of the worksheet at `sheet`."""
        return f"{sheet}solution/"

    def account(self, claim: str, name: str, /) -> str:
        """An account, `source` or `source#id`, on its claim's page."""
        return f"{self.claim(claim)}#{account_anchor(name)}"

    def span(self, source: str, span: Span, /) -> str:
        """Quoted words on their source's page; `span` counts in the captured file."""
        return f"{self.source(source)}#{self.span_id(source, span)}"

    def passage(self, source: str, span: Span, /) -> str:
        """Quoted words in the list beside their source's text, where all who quote them stand."""
        return f"{self.source(source)}#passage-{self.span_id(source, span)}"

    def span_id(self, source: str, span: Span, /) -> str:
        """The id that the element with the quoted words has."""
        return self.span_ids[source][span]

    def live_span(self, source: str, span: Span, /) -> str | None:
        """Quoted words in the live article; None where nobody knows it, or they cannot be told."""
        return self.live_urls(source, span)


def addresses(anchored: AnchoredProject, live_urls: LiveUrls | None = None) -> Addresses:
    """The addresses of a project's facts and of every quote in it."""
    return Addresses(Later(lambda: _span_ids(anchored)), live_urls or LiveUrls(anchored.sources))


def _span_ids(anchored: AnchoredProject) -> dict[str, dict[Span, str]]:
    names: dict[str, dict[Span, str]] = {id: {} for id in anchored.sources}
    for claim in anchored.claims.values():
        for account in claim.accounts:
            of_source = names[account.account.source.id]
            for quote in account.quotes:
                of_source[quote.span] = quote.name
    for (source, _), quote in anchored.linked.items():
        names[source][quote.span] = quote.name
    return names


def account_anchor(name: str) -> str:
    """The id of an account's element on its claim's page.

    `a#b` becomes `account-a--b`: no slug has two hyphens in a row, so it cannot be that of `a-b`.
    """
    return f"account-{name.replace('#', '--')}"


def quote_anchor(account: str, span_id: str) -> str:
    """The id of a quote's element on its claim's page, from its account's name and its words' id.

    It is as stable as these: moving the words in their source, or the quote in its claim, keeps it.
    """
    words = span_id.removeprefix("span-")
    return f"quote-{account.replace('#', '--')}-{words}"


def history_anchor(kind: str, date: str, number: int) -> str:
    """The id of a history's entry on its fact's page; `number` counts those of one kind and date.

    A second one is told by two hyphens, which no date has: `2021-03` is not one of `2021-03-02`.
    """
    return f"{kind}-{date}" if number == 1 else f"{kind}-{date}--{number}"


def absolute(base_url: str, url: str) -> str:
    """A URL of the site where it is served: `base_url` ends in `/`, `url` begins with it."""
    return base_url + url.removeprefix("/")


def picture(page: str, version: str) -> str:
    """One version of the picture of the page at `page`: of `/claims/x/`, or of `/` for the site."""
    return f"{picture_stem(page)}.{version}.png"


def picture_stem(page: str) -> str:
    """What the URLs of all versions of a page's picture begin with, up to the dot."""
    return f"/assets/pictures/{page.strip('/') or 'site'}"


def list_page(url: str, number: int) -> str:
    """Page `number`, counted from 1, of the list that begins at `url`."""
    return url if number == 1 else f"{url}page/{number}/"
