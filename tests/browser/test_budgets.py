"""What a page costs its reader: everything that it asks for, compressed as a static host sends it.

A kilobyte is 1,000 bytes, as networks and data plans count.
"""

from dataclasses import dataclass
from gzip import compress
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from playwright.sync_api import Page

from recoupe.writing.pages import page_path

MOST_REQUESTS = 6
MOST_SCRIPT = 10_000  # bytes before compression: what a phone has to read and run
COMPRESSED = (".html", ".css", ".js", ".svg", ".json")  # other files are sent as they are
CLAIM = 20_000
MOST_SENT = {  # bytes sent for a page that holds more than one fact and is not parted into several
    "grid.html": 30_000,  # a row for each of 80 claims, a cell for each article in it
    "source.html": 40_000,  # a whole article, and beside it each of its passages with its claims
    "pair.html": 45_000,  # all that two articles say of the claims that either speaks of
}
RELATIONS = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}  # what a browser fetches
HOST = "https://site.invalid/"


class Asked(HTMLParser):
    """The URLs of the files that a page has its browser fetch, each once."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.urls: dict[str, None] = {}
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        if tag == "link" and RELATIONS.intersection(known.get("rel", "").split()):
            self.urls[known["href"]] = None
        elif tag in ("script", "img", "iframe", "source", "embed", "audio", "video"):
            if known.get("src"):
                self.urls[known["src"]] = None
        elif tag == "object" and known.get("data"):
            self.urls[known["data"]] = None


@dataclass(frozen=True, slots=True)
class Cost:
    """What one page makes its browser ask for: itself and other files of the site."""

    files: tuple[Path, ...]

    @property
    def sent(self) -> int:
        """Bytes over the wire, headers aside."""
        return sum(
            len(compress(one.read_bytes(), 9)) if one.suffix in COMPRESSED else one.stat().st_size
            for one in self.files
        )

    @property
    def script(self) -> int:
        """Bytes of script, as written."""
        return sum(one.stat().st_size for one in self.files if one.suffix in (".js", ".mjs"))


def cost(folder: Path, path: str) -> Cost:
    """The cost of the page at `path`, relative to the folder that is served."""
    file = folder / page_path(path)
    urls = [urljoin(HOST + path, url) for url in Asked(file.read_text("utf-8")).urls]
    paths = [unquote(urlsplit(url).path).removeprefix("/") for url in urls]
    return Cost((file, *(folder / path for path in paths)))


def test_every_page_stays_within_its_budget(served: Path, template: str, paths: list[str]) -> None:
    costs = {path: cost(served, path) for path in paths}

    heaviest = max(costs, key=lambda path: costs[path].sent)
    assert costs[heaviest].sent <= MOST_SENT.get(template, CLAIM), heaviest
    for path, one in costs.items():
        assert len(one.files) <= MOST_REQUESTS, path
        assert one.script <= MOST_SCRIPT, path


def test_browser_asks_for_nothing_that_the_page_does_not_name(
    page: Page, examples: list[str], served: Path, server: str
) -> None:
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.partition("?")[0]))

    for example in examples:
        page.goto(example)
        page.wait_for_load_state("networkidle")

    paths = [example.removeprefix(server) for example in examples]
    files = {file for path in paths for file in cost(served, path).files[1:]}
    named = {server + file.relative_to(served).as_posix() for file in files}
    assert asked - set(examples) <= named
