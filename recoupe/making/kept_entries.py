"""Files made of an entry for each claim, of which only those entries are made that are new.

The others are copied from the file that the build before left in the output, as long as that stands
as it was written. An entry is known by the fingerprint of all that it is made of: the export gets
nothing else. So neither a hundred megabytes nor ten thousand records need be in memory.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from recoupe.exports.dataset import ExportedClaim
from recoupe.memory.records import keep_record, kept_record
from recoupe.pages.fingerprints import Fingerprints
from recoupe.writing.publish import Publication, StagedFile


class Place(NamedTuple):
    """Where an entry stands in its file, in bytes."""

    start: int
    length: int


_NOWHERE = Place(0, 0)


class EntryPlaces(NamedTuple):
    """A file by its hex hash, and the places of its entries by their fingerprints."""

    sha256: str
    places: dict[bytes, Place]


_encoded = msgspec.msgpack.Encoder().encode
_decoded = msgspec.msgpack.Decoder(dict[str, EntryPlaces]).decode


class KnownClaim(NamedTuple):
    """A claim with the fingerprint of all that its entries are made of."""

    claim: ExportedClaim
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry by its fingerprint, and what it holds: where that is None, what stood `before`."""

    fingerprint: bytes
    content: bytes | None
    before: Place = _NOWHERE

    def __len__(self) -> int:
        """The bytes that it has in the file."""
        return self.before.length if self.content is None else len(self.content)


@dataclass(frozen=True, slots=True)
class StagedList:
    """A file made of entries, staged, and where these stand in it."""

    file: StagedFile
    entries: EntryPlaces


class KeptEntries:
    """What is known of an output's files by the record at `path`, which may be removed."""

    def __init__(
        self, path: Path, version: bytes, publication: Publication, fingerprints: Fingerprints
    ) -> None:
        self._path, self._version = str(path), version
        self._publication, self._fingerprints = publication, fingerprints
        self._before = kept_record(self._path, version, _decoded) or {}

    def known(self, claims: Iterable[ExportedClaim]) -> list[KnownClaim]:
        """These claims, each with its fingerprint."""
        return [KnownClaim(one, self._fingerprint(one)) for one in claims]

    def staged(
        self,
        path: str,
        claims: Iterable[KnownClaim],
        entry: Callable[[ExportedClaim], bytes],
        whole: Callable[[Iterator[Entry]], Iterator[Entry | bytes]],
    ) -> StagedList:
        """The file at `path`: the `whole` of each claim's `entry`. Raises as `stage`."""
        before, places = self._standing(path), dict[bytes, Place]()
        entries = (_entry(one, before, entry) for one in claims)
        with self._opened(path) if before else nullcontext() as file:
            written = _written(whole(entries), file, places)
            staged = self._publication.stage_parts(path, written)
        return StagedList(staged, EntryPlaces(staged.sha256, places))

    def leave(self, lists: Iterable[StagedList]) -> None:
        """Leave the places of all entries for the next build; where that fails, it makes more."""
        now = {one.file.path: one.entries for one in lists}
        if now != self._before:
            with suppress(OSError):
                keep_record(self._path, self._version, _encoded(now))

    def _standing(self, path: str) -> Mapping[bytes, Place]:
        """The entries of the file at `path`, if that stands as it was written."""
        known = self._before.get(path)
        if known is None or self._publication.standing.get(path) != known.sha256:
            return {}
        return known.places

    def _opened(self, path: str) -> BinaryIO:
        return (self._publication.output / path).open("rb")

    def _fingerprint(self, exported: ExportedClaim) -> bytes:
        sources = tuple(exported.sources.values())
        return self._fingerprints.of((exported.anchored, sources, exported.base_url))


def _entry(
    known: KnownClaim, before: Mapping[bytes, Place], made: Callable[[ExportedClaim], bytes]
) -> Entry:
    place = before.get(known.fingerprint)
    if place is None:
        return Entry(known.fingerprint, made(known.claim))
    return Entry(known.fingerprint, None, place)


def _written(
    entries: Iterable[Entry | bytes], before: BinaryIO | None, places: dict[bytes, Place]
) -> Iterator[bytes]:
    """The bytes of a file; where its entries stand goes to `places`."""
    end = 0
    for entry in entries:
        content = entry if isinstance(entry, bytes) else _content(entry, before)
        if isinstance(entry, Entry):
            places[entry.fingerprint] = Place(end, len(content))
        end += len(content)
        yield content


def _content(entry: Entry, before: BinaryIO | None) -> bytes:
    """What an entry holds. Raises OSError where the file from before is shorter than it was."""
    if entry.content is not None or before is None:
        return entry.content or b""
    before.seek(entry.before.start)
    content = before.read(entry.before.length)
    if len(content) != entry.before.length:
        raise OSError("the output changes while the build goes on")
    return content
