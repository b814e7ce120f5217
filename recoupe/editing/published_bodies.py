"""The body of a source as the last published site shows it, if it shows all of it.

The site's own data say of which captured file it is, and give the hash of the body: what does not
have it (a page that somebody touched, excerpts) is not taken.
"""

from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import msgspec

from recoupe.folders import DEFAULT_OUTPUT
from recoupe.model import Source

_DATA = "data/claims.json"
_LARGEST = 500_000_000  # bytes of data or of a page; a site of 10,000 claims has some 30 million
_VOID = frozenset({"br", "wbr", "img", "hr", "input"})  # elements that no tag ends


class PublishedBody(NamedTuple):
    """A body, and the code point of the captured file at which it begins."""

    text: str
    start: int


class _Body(msgspec.Struct):
    start: int
    sha256: str


class _Source(msgspec.Struct):
    id: str
    url: str
    sha256: str
    body: _Body


class _Published(msgspec.Struct):
    sources: list[_Source]


def published_body(root: Path, source: Source) -> PublishedBody | None:
    """The body that `source` had when it had the hash of its pin; None where no site shows it."""
    site = root / DEFAULT_OUTPUT
    data = _content(site, _DATA)
    try:
        published = msgspec.json.decode(data or b"", type=_Published)
    except msgspec.DecodeError:
        return None
    for one in published.sources:
        if one.id == source.id and one.sha256 == source.pin:
            return _shown(site, one)
    return None


def _shown(site: Path, source: _Source) -> PublishedBody | None:
    page = _content(site, f"{source.url}index.html")
    reader = _TextReader()
    reader.feed((page or b"").decode("utf-8", "replace"))
    text = "".join(reader.pieces)
    if sha256(text.encode("utf-8", "replace")).hexdigest() != source.body.sha256:
        return None
    return PublishedBody(text, source.body.start)


def _content(site: Path, path: str) -> bytes | None:
    """A file of the site; None where there is none, or where `path` leads elsewhere."""
    file = site / path
    if not file.resolve().is_relative_to(site.resolve()):
        return None
    try:
        return file.read_bytes() if file.stat().st_size <= _LARGEST else None
    except OSError:
        return None


class _TextReader(HTMLParser):
    """Gathers the text content of the element `#text`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go one element deeper, where the body has begun or begins."""
        if tag not in _VOID and (self._depth or ("id", "text") in attrs):
            self._depth += 1

    def handle_endtag(self, tag: str) -> None:
        """Go out of an element."""
        if self._depth and tag not in _VOID:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        """Keep what belongs to the body."""
        if self._depth:
            self.pieces.append(data)
