"""Facts that files gave before, by the bytes of these files, not to be read again.

A file in which anything is wrong is not among them: it is read, and told of, every time. So what is
kept can only be missing, and never be heeded wrongly. In a process that lives on, facts are given
out as the very objects that they were.
"""

from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from recoupe.diagnostics import Report
from recoupe.memory.records import keep_record, kept_record
from recoupe.memory.seen_files import SeenFiles
from recoupe.packs import Packed, Packs
from recoupe.reading.folders import FactFile, file_bytes

Fact = TypeVar("Fact")
Read = Callable[[FactFile, bytes, Report], Fact | None]
FileRead = Callable[[FactFile, Report], Fact | None]

_RECORD = "record"
_LENGTH = 16  # bytes of a key, as of a fingerprint


_encoded = msgspec.msgpack.Encoder().encode
_decoded = msgspec.msgpack.Decoder(dict[bytes, Packed]).decode


class KeptFacts:
    """What is kept in `folder`; it may be removed at any time.

    `keys` are those of the facts that were taken or will be kept, by the paths of their files: a
    key is of a file's place and its bytes.
    """

    def __init__(self, folder: Path, version: bytes, seen: SeenFiles) -> None:
        self._path, self._packs = str(folder / _RECORD), Packs(folder)
        self._version, self._seen, self.keys = version, seen, dict[str, bytes]()
        self._kept: Mapping[bytes, Packed] = kept_record(self._path, version, _decoded) or {}
        self._new: dict[bytes, bytes] = {}
        self._facts: dict[bytes, Any] = {}
        self._held: dict[bytes, Any] = {}
        self._made_keys: dict[str, tuple[tuple[type, str], bytes]] = {}

    def reader(self, kind: type[Fact], read: Read[Fact]) -> FileRead[Fact]:
        """`read` for a `kind` of facts that come of nothing but their file, or what is kept."""
        decoded = msgspec.msgpack.Decoder(kind).decode

        def taken(file: FactFile, report: Report) -> Fact | None:
            key = self._key_of(kind, file)
            fact: Fact | None = None if key is None else self._held.get(key)
            if key is not None and fact is None:
                content = self._content(key)
                fact = None if content is None else decoded(content)
            if key is None or fact is None:
                return fact_in(file, report, read_and_kept)
            return self._given(file, key, fact)

        def read_and_kept(file: FactFile, raw: bytes, report: Report) -> Fact | None:
            told = len(report)
            fact = read(file, raw, report)
            if fact is None or len(report) > told:
                return fact
            key = _key(kind, file, sha256(raw).hexdigest())
            self._new[key] = _encoded(fact)
            return self._given(file, key, fact)

        return taken

    def again(self, changed: Collection[str] | None = None) -> None:
        """Begin another reading, for which only the files at the paths `changed` are looked at.

        Where that is None, all are.
        """
        self._seen.again(changed)
        self._held, self._facts, self.keys = self._facts, {}, {}

    def leave(self) -> None:
        """Leave what was read for the next build; where that fails, it has more to read."""
        self._seen.leave()
        now = set(self.keys.values())
        new = {key: content for key, content in self._new.items() if key in now}
        taken = {key: one for key, one in self._kept.items() if key in now}
        if not new and len(taken) == len(self._kept):
            return
        packed = {key: self._packs.keep(content) for key, content in new.items()}
        facts = taken | {key: one for key, one in packed.items() if one}
        with suppress(OSError):
            places = zip(facts, self._packs.tidied(facts.values()), strict=True)
            facts = {key: place for key, place in places if place is not None}
            keep_record(self._path, self._version, _encoded(facts))
            self._packs.forget(but={one.pack for one in facts.values()})
            self._kept, self._new = facts, {}

    def _given(self, file: FactFile, key: bytes, fact: Fact) -> Fact:
        self.keys[file.path] = key
        self._facts[key] = fact
        return fact

    def _key_of(self, kind: type, file: FactFile) -> bytes | None:
        """The key of the file as it is now."""
        digest = self._seen.sha256(str(file.location))
        if digest is None:
            return None
        known = self._made_keys.get(file.path)
        if known is None or known[0] != (kind, digest):
            known = self._made_keys[file.path] = ((kind, digest), _key(kind, file, digest))
        return known[1]

    def _content(self, key: bytes) -> bytes | None:
        """What is kept under a key."""
        known = self._kept.get(key)
        return None if known is None else self._packs.content(known)


def fact_in(file: FactFile, report: Report, read: Read[Fact]) -> Fact | None:
    """What `read` makes of the bytes of `file`; None, and a diagnostic, where there are none."""
    raw = file_bytes(file.location, file.path, report)
    return None if raw is None else read(file, raw, report)


def _key(kind: type, file: FactFile, digest: str) -> bytes:
    """All that a fact comes of: places name its file, and its id is the file's own."""
    parts = (kind.__name__, file.path, file.id, digest)
    named = "\0".join(parts).encode("utf-8", "surrogateescape")
    return blake2b(named, digest_size=_LENGTH).digest()
