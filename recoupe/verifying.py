"""A built site, proved again from its own files alone.

Nothing of the code that builds sites is used here, and nothing but Python's standard library: who
distrusts a site, or Recoupe, can read this page. It proves that no file was changed
since the build, that every quote stands in its source's text at the place that the data name,
that the source's page marks just these words and the claim's page prints them, and that every
link inside the site leads somewhere.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

_MANIFEST = "data/manifest.json"
_CLAIMS = "data/claims.json"
_ROOT = "https://site.invalid/somewhere/"  # wherever it is served; the host is nobody's (RFC 2606)
_LINKS = ("href", "src", "cite")  # the attributes by which a page names another place
_SCHEMES = ("http", "https", "mailto")
_VOID = frozenset(  # elements without an end, as HTML lists them
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong, and in which file of the site."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How much was looked at, and what is wrong; a site without faults is proved.

    `unlisted` are files that the manifest does not name, so that nothing is proved of them.
    """

    files: int
    quotes: int
    links: int
    unlisted: tuple[str, ...]
    faults: tuple[Fault, ...]


def verify(site: Path) -> Verification:
    """Prove the site in the folder `site`. A fault is told and never raised; OSErrors are."""
    files = _object(site / _MANIFEST).get("files")
    listed = files if isinstance(files, dict) else {}
    faults = [] if listed else [Fault(_MANIFEST, "is not there, or is no manifest")]
    faults += _file_faults(site, listed)
    names = [path for path in listed if path.endswith(".html") and _is_file(site, path)]
    pages = {path: Page((site / path).read_bytes().decode(errors="replace")) for path in names}
    for path, page in pages.items():
        faults += _link_faults(site, path, page, pages)
    facts, quotes = _object(site / _CLAIMS), 0
    try:
        quotes = sum(len(one["quotes"]) for claim in facts["claims"] for one in claim["accounts"])
        faults += _fact_faults(facts, pages)
    except (LookupError, TypeError, AttributeError) as error:
        faults.append(Fault(_CLAIMS, f"is not there, or not in its format: {error!r}"))
    links = sum(len(page.links) for page in pages.values())
    unlisted = tuple(_unlisted(site, listed))
    return Verification(len(listed), quotes, links, unlisted, tuple(sorted(set(faults))))


@dataclass(slots=True)
class Piece:
    """A part of a source's text on its page, from `start` on; `spans` are the quotes it belongs to.

    `end` is where the page says that it ends, if it says so.
    """

    start: int
    end: int | None = None
    spans: frozenset[str] = frozenset()
    text: str = ""


class Page(HTMLParser):
    """A page's ids, links and text; what it shows of a source in `#text`, and what it marks there.

    Places are code points of the captured file where the page says where its pieces begin
    (`placed`), else of the body.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.words: list[str] = []
        self.shown: list[Piece] = []
        self.marked: list[Piece] = []
        self.placed = False
        self._open: list[tuple[str, Piece | None]] = []
        # A browser reads every raw line end as a line feed.
        self.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
        self.close()

    @property
    def text(self) -> str:
        """All the text of the page."""
        return "".join(self.words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element's id and links; it may begin a piece."""
        known = {name: value or "" for name, value in attrs}
        self.ids |= {value for name, value in known.items() if name == "id"}
        self.links += [known[name] for name in _LINKS if name in known]
        if tag not in _VOID:
            self._open.append((tag, self._piece(known)))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost open element of this name, and all within it."""
        for depth in range(len(self._open) - 1, -1, -1):
            if self._open[depth][0] == tag:
                del self._open[depth:]
                return

    def handle_data(self, data: str) -> None:
        """Add the text to the page and to all pieces that are open."""
        if self.cdata_elem is None:  # a script's data are not printed
            self.words.append(data)
        for _, piece in self._open:
            if piece is not None:
                piece.text += data

    def _piece(self, known: Mapping[str, str]) -> Piece | None:
        """The piece that an element with the attributes `known` is, if it is one."""
        around = [piece for _, piece in self._open if piece is not None]
        if known.get("id") == "text":
            self.shown = [Piece(0)]
            return self.shown[0]
        if around and known.get("data-start", "").isdecimal():
            if not self.placed:
                self.shown, self.placed = [], True
            end = known.get("data-end", "")
            piece = Piece(int(known["data-start"]), int(end) if end.isdecimal() else -1)
            self.shown.append(piece)
            return piece
        if around and "data-spans" in known:
            start = around[-1].start + len(around[-1].text)
            self.marked.append(Piece(start, spans=frozenset(known["data-spans"].split())))
            return self.marked[-1]
        return None


def _file_faults(site: Path, listed: Mapping[str, Any]) -> Iterator[Fault]:
    """Files that are not as the manifest has them."""
    for path, known in listed.items():
        if not _is_file(site, path):
            yield Fault(path, "is not there")
        elif sha256((site / path).read_bytes()).hexdigest() != known:
            yield Fault(path, "was changed since the build")


def _fact_faults(facts: Mapping[str, Any], pages: Mapping[str, Page]) -> Iterator[Fault]:
    """What the data say and the pages do not."""
    for record in (*facts["claims"], *facts["sources"], *facts["discrepancies"]):
        if _page_path(record["url"]) not in pages:
            yield Fault(_CLAIMS, f"`{record['url']}` leads to no page")
    sources = {source["id"]: source for source in facts["sources"]}
    for source in sources.values():
        yield from _source_faults(source, pages)
    for claim in facts["claims"]:
        for account in claim["accounts"]:
            for quote in account["quotes"]:
                yield from _quote_faults(quote, claim, sources[account["source"]], pages)


def _source_faults(source: Mapping[str, Any], pages: Mapping[str, Page]) -> Iterator[Fault]:
    """Where the text on a source's page is not as long as it says, or not the body of the data."""
    path, body = _page_path(source["url"]), source["body"]
    for piece in pages[path].shown if path in pages else ():
        start, end = _extent(piece, pages[path], source)
        if piece.end not in (None, end):
            yield Fault(path, f"the text from {start} to {piece.end} has another length")
        if not body["start"] <= start <= end <= body["end"]:
            yield Fault(path, f"the text from {start} to {end} is not all of the article's body")
        whole = (start, end) == (body["start"], body["end"])
        if (whole or not pages[path].placed) and _hash(piece.text) != body["sha256"]:
            yield Fault(path, "the text is not the body whose hash the data have")


def _quote_faults(
    quote: Mapping[str, Any],
    claim: Mapping[str, Any],
    source: Mapping[str, Any],
    pages: Mapping[str, Page],
) -> Iterator[Fault]:
    """Where a quote does not stand as the data have it, in its source and in its claim."""
    text, start, end = quote["text"], quote["start"], quote["end"]
    url, _, span = quote["url"].partition("#")
    page, named = pages.get(_page_path(url)), f"`{text}` of claim `{claim['id']}`"
    if end - start != len(text) or not text:
        yield Fault(_CLAIMS, f"{named} is not {end - start} characters long")
    if page is None or url != source["url"]:
        yield Fault(_CLAIMS, f"{named} does not lead to its source")
        return
    if not any(_stands(text, start, piece, page, source) for piece in page.shown):
        yield Fault(_page_path(url), f"{named} does not stand there at {start}")
    marks = [piece for piece in page.marked if span in piece.spans]
    words = "".join(piece.text for piece in marks)
    placed = bool(marks) and _extent(marks[0], page, source)[0] == start
    if span not in page.ids or words != text or not placed:
        yield Fault(_page_path(url), f"{named} is not what `#{span}` marks")
    if (printed := pages.get(_page_path(claim["url"]))) and text not in printed.text:
        yield Fault(_page_path(claim["url"]), f"{named} is not printed")


def _stands(text: str, start: int, piece: Piece, page: Page, source: Mapping[str, Any]) -> bool:
    at = start - _extent(piece, page, source)[0]
    return at >= 0 and piece.text[at : at + len(text)] == text


def _extent(piece: Piece, page: Page, source: Mapping[str, Any]) -> tuple[int, int]:
    """Where a piece begins and ends in the captured file, by its own length."""
    start = piece.start + (0 if page.placed else source["body"]["start"])
    return start, start + len(piece.text)


def _link_faults(site: Path, path: str, page: Page, pages: Mapping[str, Page]) -> Iterator[Fault]:
    """Links of a page that lead nowhere, or that hold only where the site is served now."""
    top = _top(page) if path == "404.html" else None
    for link in page.links:
        url = urljoin(_ROOT + path.removesuffix("index.html"), link)
        if top is not None and link.startswith(top):
            url = _ROOT + link.removeprefix(top)
        parts = urlsplit(url)
        if parts.scheme not in _SCHEMES:
            yield Fault(path, f"`{link}` is no link that a site may have")
        elif parts.hostname == urlsplit(_ROOT).hostname:
            target = _page_path(unquote(url.partition("#")[0].partition("?")[0])[len(_ROOT) :])
            ids = pages[target].ids if target in pages else set()
            if not url.startswith(_ROOT) or not _is_file(site, target):
                yield Fault(path, f"`{link}` leads nowhere")
            elif parts.fragment and parts.fragment not in ids:
                yield Fault(path, f"`{link}` leads to no place on its page")


def _top(page: Page) -> str | None:
    """The path under which the 404 page expects the site: what stands before its assets."""
    tops = (link.partition("assets/")[0] for link in page.links if "assets/" in link)
    return next((top for top in tops if top.startswith("/")), None)


def _page_path(url: str) -> str:
    return f"{url}index.html" if url == "" or url.endswith("/") else url


def _is_file(site: Path, path: str) -> bool:
    parts = PurePosixPath(path).parts
    return ".." not in parts and not path.startswith("/") and (site / path).is_file()


def _unlisted(site: Path, listed: Mapping[str, Any]) -> Iterator[str]:
    """Files beside the manifest and the search index that nobody vouches for."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    for path in sorted(paths):
        if path != _MANIFEST and path not in listed and not path.startswith("search/"):
            yield path


def _object(path: Path) -> dict[str, Any]:
    """The JSON object in a file; an empty one where there is none."""
    try:
        found = json.loads(path.read_bytes()) if path.is_file() else {}
    except ValueError:
        found = {}
    return found if isinstance(found, dict) else {}


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
