"""The content hashes of files, without a look into those that stand as they were seen before.

What was seen is kept under the user's seal; whatever of it is lost costs a look.
"""

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress

import msgspec

from recoupe.memory.records import keep_record, kept_record
from recoupe.memory.stamps import Seen, seen_file, stamped

_FORM = b"1"  # raised when the record is written otherwise

_encoded = msgspec.msgpack.Encoder().encode
_decoded = msgspec.msgpack.Decoder(Seen).decode


class SeenFiles:
    """Files by their paths, as the record at `path` has them and as they are found now."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._before: Mapping[str, tuple[str, str]] = kept_record(path, _FORM, _decoded) or {}
        self._now: Seen = {}
        self._trusted: Mapping[str, tuple[str, str]] = {}

    def sha256(self, path: str) -> str | None:
        """The hex hash of the file at `path`; None where there is none, a link not followed."""
        if path in self._trusted:
            found = self._now[path] = self._trusted[path]
            return found[1]
        try:
            found = self._now[path] = seen_file(path, self._before.get(path))
        except OSError:
            self._now.pop(path, None)
            return None
        return found[1]

    def wrote(self, path: str, sha256: str) -> None:
        """Take down a file that was just written, or found, with that hash."""
        with suppress(OSError):
            self._now[path] = stamped(path, sha256)

    def seen(self, paths: Iterable[str]) -> Seen:
        """Those of the files at `paths` that were found now, or written."""
        return {path: self._now[path] for path in paths if path in self._now}

    def again(self, changed: Collection[str] | None = None) -> None:
        """Begin another look; where it is known which paths have `changed`, at these alone."""
        self._before = {**self._before, **self._now}
        known = {} if changed is None else self._now
        self._trusted = {path: one for path, one in known.items() if path not in (changed or ())}
        self._now = {}

    def leave(self) -> None:
        """Leave what was seen now, and nothing else, for the next time."""
        if self._now != self._before:
            with suppress(OSError):
                keep_record(self._path, _FORM, _encoded(self._now))
