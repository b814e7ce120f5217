"""Fact files as they were read, and written over only while they still are.

A file is known by its place in the project and the hash of what was read. Between that check and
the rename another program may save: what remains is a window of microseconds, which no lock would
close, since editors take none.
"""

import os
import stat
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from recoupe.editing.refusals import EditRefusedError, file_changed, refusal
from recoupe.reading.folders import FACTS

_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0)  # not on Windows, where making links takes a right


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A fact file as it was read; `path` is POSIX and relative to `root`."""

    root: Path
    path: str
    content: bytes

    @property
    def digest(self) -> str:
        """The hex SHA-256 of the content."""
        return sha256(self.content).hexdigest()

    @property
    def text(self) -> str:
        """The content as text, line ends and byte order mark untouched."""
        try:
            return self.content.decode("utf-8")
        except UnicodeDecodeError as mistake:
            raise EditRefusedError(f"{self.path}: the file is not UTF-8; mend this first") from (
                mistake
            )


@dataclass(frozen=True, slots=True)
class Written:
    """What was written over a fact file, and what stood there before: enough to undo it."""

    before: SeenFile
    after: SeenFile


def seen_file(root: Path, path: str, digest: str | None = None) -> SeenFile:
    """The fact file `path` as it is now; where a `digest` is given, as it was when it had that.

    Raises FileChangedError where it is not as it was, EditRefusedError for a path that is not a
    plain file under facts/ (a link, `..`), OSError where the machine fails.
    """
    location = _location(root, path)
    with os.fdopen(os.open(location, os.O_RDONLY | _NOT_FOLLOWED), "rb") as file:
        seen = SeenFile(root, path, file.read())
    if digest not in {None, seen.digest}:
        raise file_changed("%(path)s has changed since it was read; look at it again", path=path)
    return seen


def write_over(seen: SeenFile, content: str) -> Written:
    """Put `content` in the place of `seen`, whole or not at all; the file's rights are kept.

    Raises FileChangedError, with nothing done, where the file is not as it was seen; otherwise as
    `seen_file` does.
    """
    location = _location(seen.root, seen.path)
    raw = content.encode("utf-8")
    number, name = tempfile.mkstemp(prefix=".", suffix=".new", dir=location.parent)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(stat.S_IMODE(location.stat().st_mode))
        seen_file(seen.root, seen.path, seen.digest)
        Path(name).replace(location)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Written(seen, SeenFile(seen.root, seen.path, raw))


def undo(written: Written) -> Written:
    """Put back what stood there before, where the file still is as it was left.

    Raises as `write_over` does; what is given back can be undone in turn.
    """
    return write_over(written.after, written.before.text)


def _location(root: Path, path: str) -> Path:
    """Where `path` is, which must be a file of its own below facts/."""
    parts = PurePosixPath(path).parts
    location = root.joinpath(*parts)
    inside = parts[:1] == (FACTS,) and ".." not in parts and "\\" not in path
    if not inside or not location.is_file():
        raise EditRefusedError(f"`{path}` is no file under {FACTS}/")
    if location.resolve() != root.resolve().joinpath(*parts):
        raise refusal(
            "`%(path)s` is reached by a link, and links are not written through", path=path
        )
    return location
