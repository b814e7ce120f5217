"""The proof of a built site: its files, its quotes, its links, held against its own data.

A fault is told with the file it is in; only a machine that fails is raised.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from recoupe.runs import Run
from recoupe.verifying.announcements import (
    ANNOTATIONS,
    FEED,
    annotation_faults,
    feed_faults,
    review_faults,
    sitemap_faults,
)
from recoupe.verifying.faults import Fault
from recoupe.verifying.html_pages import Page, Piece

_MANIFEST = "data/manifest.json"
_CLAIMS = "data/claims.json"
_ROOT = "https://site.invalid/somewhere/"  # wherever it is served; the host is nobody's (RFC 2606)
_SCHEMES = ("http", "https", "mailto")
_PAGES = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".svg")  # what hosts serve as pages
_SITEMAP = re.compile(r"sitemap(?:-\d+)?\.xml")
_INDEX = "search/index/"  # the search index, which the manifest leaves out
_INDEX_MANIFEST = f"{_INDEX}manifest.json"
_UNREADABLE = (LookupError, TypeError, AttributeError, ValueError, ArithmeticError, RecursionError)


@dataclass(frozen=True, slots=True)
class Verification:
    """How much was looked at, and what is wrong; a site without faults is proved.

    `unlisted` are files that the manifest does not name, so that nothing is proved of them. A page
    or a link among them is a fault instead: readers would meet it as a part of the site.
    """

    files: int
    quotes: int
    links: int
    unlisted: tuple[str, ...]
    faults: tuple[Fault, ...]


def verify(site: Path, run: Run | None = None) -> Verification:
    """Prove the site in the folder `site`. A fault is told and never raised; OSErrors are.

    `run` is told how far it is.
    """
    run = run or Run()
    files = _object(site / _MANIFEST).get("files")
    listed = files if isinstance(files, dict) else {}
    faults = [] if listed else [Fault(_MANIFEST, "is not there, or is no manifest")]
    indexed = _indexed(site)
    faults += _file_faults(site, listed | indexed, run)
    pages, unread = _pages(site, listed, run)
    faults += unread
    for path, page in run.counted("links of pages", pages.items()):
        faults += _link_faults(site, path, page, pages)
    facts, quotes = _object(site / _CLAIMS), 0
    try:
        quotes = sum(len(one["quotes"]) for claim in facts["claims"] for one in claim["accounts"])
        faults += _fact_faults(facts, pages)
    except _UNREADABLE as error:
        faults.append(Fault(_CLAIMS, f"is not there, or not in its format: {error!r}"))
    faults += _announcement_faults(site, listed, facts, pages)
    links = sum(len(page.links) for page in pages.values())
    unlisted = tuple(_unlisted(site, listed))
    faults += _stray_faults(site, unlisted)
    strays = {fault.path for fault in faults}
    told = tuple(path for path in unlisted if path not in {*strays, *indexed, _INDEX_MANIFEST})
    return Verification(len(listed) + len(indexed), quotes, links, told, tuple(sorted(set(faults))))


def _indexed(site: Path) -> dict[str, Any]:
    """The files of the search index by its own manifest, which can vouch for no others."""
    files = _object(site / _INDEX_MANIFEST).get("files")
    named = files if isinstance(files, dict) else {}
    return {path: known for path, known in named.items() if path.startswith(_INDEX)}


def _pages(site: Path, listed: Mapping[str, Any], run: Run) -> tuple[dict[str, Page], list[Fault]]:
    """The pages that the manifest names, and those that Python's parser gives up on."""
    pages, faults = {}, []
    for path in run.counted("pages read", listed):
        if path.endswith(".html") and _is_file(site, path):
            try:
                pages[path] = Page((site / path).read_bytes().decode(errors="replace"))
            except (AssertionError, *_UNREADABLE) as error:
                faults.append(Fault(path, f"cannot be read as HTML: {error!r}"))
    return pages, faults


def _file_faults(site: Path, listed: Mapping[str, Any], run: Run) -> Iterator[Fault]:
    """Files that are not as the manifest has them."""
    for path, known in run.counted("files", listed.items()):
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


def _announcement_faults(
    site: Path, listed: Mapping[str, Any], facts: Mapping[str, Any], pages: Mapping[str, Page]
) -> Iterator[Fault]:
    """What the site tells programs and its pages do not; a file of another form is told too."""
    checks = [(path, partial(review_faults, path, page)) for path, page in pages.items()]
    for path in filter(partial(_is_file, site), listed):
        content = (site / path).read_bytes()
        if path == ANNOTATIONS:
            checks.append((path, partial(annotation_faults, content, facts, pages)))
        elif path == FEED:
            checks.append((path, partial(feed_faults, content, pages)))
        elif _SITEMAP.fullmatch(path):
            checks.append((path, partial(sitemap_faults, path, content, pages)))
    for path, check in checks:
        try:
            yield from check()
        except _UNREADABLE as error:
            yield Fault(path, f"is not in its format: {error!r}")


def _source_faults(source: Mapping[str, Any], pages: Mapping[str, Page]) -> Iterator[Fault]:
    """Where the text on a source's page is not as long as it says, or not the body of the data.

    A page may show nothing at all: of a source that nobody quotes there is no excerpt.
    """
    path, body = _page_path(source["url"]), source["body"]
    for piece in pages[path].shown if path in pages else ():
        if not pages[path].placed and not piece.text:
            continue
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
        try:
            wrong = _link_fault(site, _absolute(link, path, top), pages)
        except ValueError:
            wrong = "is no address"
        if wrong:
            yield Fault(path, f"`{link}` {wrong}")


def _absolute(link: str, path: str, top: str | None) -> str:
    """Where a link of the page at `path` leads; on the 404 page the site stands below `top`."""
    if top is not None and link.startswith(top):
        return _ROOT + link.removeprefix(top)
    return urljoin(_ROOT + path.removesuffix("index.html"), link)


def _link_fault(site: Path, url: str, pages: Mapping[str, Page]) -> str | None:
    """What is wrong with a link to `url`, if anything is. Raises ValueError for no address."""
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES:
        return "is no link that a site may have"
    if parts.hostname != urlsplit(_ROOT).hostname:
        return None
    target = _page_path(unquote(url.partition("#")[0].partition("?")[0])[len(_ROOT) :])
    if not url.startswith(_ROOT) or not _is_file(site, target):
        return "leads nowhere"
    ids = pages[target].ids if target in pages else set()
    return "leads to no place on its page" if parts.fragment and parts.fragment not in ids else None


def _top(page: Page) -> str | None:
    """The path under which the 404 page expects the site: what stands before its assets."""
    tops = (link.partition("assets/")[0] for link in page.links if "assets/" in link)
    return next((top for top in tops if top.startswith("/")), None)


def _page_path(url: str) -> str:
    return f"{url}index.html" if url == "" or url.endswith("/") else url


def _is_file(site: Path, path: str) -> bool:
    """Whether a file of the site stands at `path`; a name that no file can have is none."""
    parts = PurePosixPath(path).parts
    try:
        return ".." not in parts and not path.startswith("/") and (site / path).is_file()
    except (OSError, ValueError):
        return False


def _unlisted(site: Path, listed: Mapping[str, Any]) -> Iterator[str]:
    """Files, and links to folders, that nobody vouches for."""
    found = (path for path in site.rglob("*") if path.is_symlink() or path.is_file())
    for path in sorted(path.relative_to(site).as_posix() for path in found):
        if path != _MANIFEST and path not in listed:
            yield path


def _stray_faults(site: Path, unlisted: Iterable[str]) -> Iterator[Fault]:
    """Unlisted files that readers would take for a part of the site."""
    for path in unlisted:
        if path.lower().endswith(_PAGES):
            yield Fault(path, "is a page that the manifest does not name")
        elif (site / path).is_symlink():
            yield Fault(path, "is a link that the manifest does not name")


def _object(path: Path) -> dict[str, Any]:
    """The JSON object in a file; an empty one where there is none."""
    try:
        found = json.loads(path.read_bytes()) if path.is_file() else {}
    except (ValueError, RecursionError):
        found = {}
    return found if isinstance(found, dict) else {}


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
