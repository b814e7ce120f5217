"""Spans that quotes were found at in builds before: the same words in the same text stand there.

Only what was found is kept, and it was found without a word said, so that every diagnostic is made
anew. The key is of all that finding takes: the words, what tells them apart, the text, its body.
"""

from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from recoupe.anchoring.anchored import AnchoredQuote, AnchoredSource
from recoupe.memory.records import keep_record, kept_record
from recoupe.model import ExactQuote, Quote
from recoupe.text import Span

_LENGTH = 16  # bytes of a key, as of a fingerprint


class _Kept(NamedTuple):
    """Code points into the captured file, and what the words are called."""

    start: int
    end: int
    name: str


_encoded = msgspec.msgpack.Encoder().encode
_decoded = msgspec.msgpack.Decoder(dict[bytes, _Kept]).decode


class KeptSpans:
    """What is kept in the file at `path`, which may be removed at any time."""

    def __init__(self, path: Path, version: bytes) -> None:
        self._path, self._version = str(path), version
        self._before = kept_record(self._path, version, _decoded) or {}
        self._now: dict[bytes, _Kept] = {}
        self._texts: dict[int, tuple[AnchoredSource, bytes]] = {}

    def quote(
        self, quote: Quote, source: AnchoredSource, found: Callable[[], AnchoredQuote | None]
    ) -> AnchoredQuote | None:
        """`quote` at the span that is kept of it, or as it is `found`."""
        key = self._key(quote, source)
        known = self._before.get(key)
        if known is not None:
            self._now[key] = known
            span = Span(known.start, known.end)
            return AnchoredQuote(quote, span, source.source.captured[slice(*span)], known.name)
        anchored = found()
        if anchored is not None:
            self._now[key] = _Kept(*anchored.span, anchored.name)
        return anchored

    def leave(self) -> None:
        """Leave what was found for the next build; where that fails, it has more to find."""
        if self._now.keys() != self._before.keys():
            with suppress(OSError):
                keep_record(self._path, self._version, _encoded(self._now))

    def _key(self, quote: Quote, source: AnchoredSource) -> bytes:
        words: tuple[object, ...]
        if isinstance(quote, ExactQuote):
            words = (quote.exact, quote.prefix, quote.suffix, quote.occurrence)
        else:
            words = (quote.start, quote.end)
        return blake2b(_encoded(words), key=self._text(source), digest_size=_LENGTH).digest()

    def _text(self, source: AnchoredSource) -> bytes:
        known = self._texts.get(id(source))
        if known is None:
            content = _encoded((source.source.captured, source.body))
            known = self._texts[id(source)] = (source, blake2b(content).digest())
        return known[1]
