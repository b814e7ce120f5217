"""Text fragments that builds before made, a file for each source: to find one takes a search.

The file's name is of all that fragments are made of, so that those of another text are never taken.
"""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

import msgspec

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.memory.forgetting import forget
from recoupe.memory.records import keep_record, kept_record
from recoupe.text import Span

_LENGTH = 16  # bytes of a name, as of a fingerprint
_OURS = re.compile(r"[0-9a-f]{32}")

Fragments = dict[Span, str | None]  # None where no fragment tells the words of a span


class _Kept(NamedTuple):
    start: int
    end: int
    fragment: str | None


_encoded = msgspec.msgpack.Encoder().encode
_decoded = msgspec.msgpack.Decoder(list[_Kept]).decode


class KeptFragments:
    """What is kept in `folder`, which may be removed at any time."""

    def __init__(self, folder: Path, version: bytes) -> None:
        self._folder, self._version = folder, version

    def of(self, source: AnchoredSource) -> Fragments:
        """The fragments that are kept of one source."""
        kept = kept_record(self._path(source), self._version, _decoded)
        return {Span(one.start, one.end): one.fragment for one in kept or ()}

    def keep(self, source: AnchoredSource, fragments: Mapping[Span, str | None]) -> None:
        """Keep these, and no others, of one source; where that fails, they are made again."""
        kept = [_Kept(*span, fragment) for span, fragment in fragments.items()]
        with suppress(OSError):
            keep_record(self._path(source), self._version, _encoded(kept))

    def forget(self, but: Iterable[AnchoredSource]) -> None:
        """Remove what is kept of other sources."""
        forget(self._folder, _OURS, but={_name(one) for one in but})

    def _path(self, source: AnchoredSource) -> str:
        return f"{self._folder}/{_name(source)}"


def _name(source: AnchoredSource) -> str:
    made_of = _encoded((source.source.captured, source.body))
    return blake2b(made_of, digest_size=_LENGTH).hexdigest()
