"""Files made of a part for each claim, of which only those parts are made that are new.

The others are copied from the file that the build before left in the output, as long as that stands
as it was written. A part is known by the fingerprint of all that it is made of: the export gets
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
    """Where a part stands in its file, in bytes."""

    start: int
    length: int


_NOWHERE = Place(0, 0)


class PartPlaces(NamedTuple):
    """A file by its hex hash, and the places of its parts by their fingerprints."""

    sha256: str
    places: dict[bytes, Place]


_encoded = msgspec.msgpack.Encoder().encode
_decoded = msgspec.msgpack.Decoder(dict[str, PartPlaces]).decode


class KnownClaim(NamedTuple):
    """A claim with the fingerprint of all that its parts are made of."""

    claim: ExportedClaim
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """A part by its fingerprint, and what it holds: where that is None, what stood `before`."""

    fingerprint: bytes
    content: bytes | None
    before: Place = _NOWHERE

    def __len__(self) -> int:
        """The bytes that it has in the file."""
        return self.before.length if self.content is None else len(self.content)


@dataclass(frozen=True, slots=True)
class StagedList:
    """A file made of parts, staged, and where these stand in it."""

    file: StagedFile
    parts: PartPlaces


class KeptParts:
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
        part: Callable[[ExportedClaim], bytes],
        whole: Callable[[Iterator[Part]], Iterator[Part | bytes]],
    ) -> StagedList:
        """The file at `path`: the `whole` of what `part` gives of each claim. Raises as `stage`."""
        before, places = self._standing(path), dict[bytes, Place]()
        parts = (_part(one, before, part) for one in claims)
        with self._opened(path) if before else nullcontext() as file:
            written = _written(whole(parts), file, places)
            staged = self._publication.stage_parts(path, written)
        return StagedList(staged, PartPlaces(staged.sha256, places))

    def leave(self, lists: Iterable[StagedList]) -> None:
        """Leave the places of all parts for the next build; where that fails, it makes more."""
        now = {one.file.path: one.parts for one in lists}
        if now != self._before:
            with suppress(OSError):
                keep_record(self._path, self._version, _encoded(now))

    def _standing(self, path: str) -> Mapping[bytes, Place]:
        """The parts of the file at `path`, if that stands as it was written."""
        known = self._before.get(path)
        if known is None or self._publication.standing.get(path) != known.sha256:
            return {}
        return known.places

    def _opened(self, path: str) -> BinaryIO:
        return (self._publication.output / path).open("rb")

    def _fingerprint(self, exported: ExportedClaim) -> bytes:
        sources = tuple(exported.sources.values())
        return self._fingerprints.of((exported.anchored, sources, exported.base_url))


def _part(
    known: KnownClaim, before: Mapping[bytes, Place], made: Callable[[ExportedClaim], bytes]
) -> Part:
    place = before.get(known.fingerprint)
    if place is None:
        return Part(known.fingerprint, made(known.claim))
    return Part(known.fingerprint, None, place)


def _written(
    parts: Iterable[Part | bytes], before: BinaryIO | None, places: dict[bytes, Place]
) -> Iterator[bytes]:
    """The bytes of a file; where its parts stand goes to `places`."""
    end = 0
    for part in parts:
        content = part if isinstance(part, bytes) else _content(part, before)
        if isinstance(part, Part):
            places[part.fingerprint] = Place(end, len(content))
        end += len(content)
        yield content


def _content(part: Part, before: BinaryIO | None) -> bytes:
    """What a part holds. Raises OSError where the file from before is shorter than it was."""
    if part.content is not None or before is None:
        return part.content or b""
    before.seek(part.before.start)
    content = before.read(part.before.length)
    if len(content) != part.before.length:
        raise OSError("the output changes while the build goes on")
    return content
