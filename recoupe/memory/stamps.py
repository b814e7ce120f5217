"""Files as they were: a content hash, which is the truth, and what `stat` says, which is quicker.

A checkout gives every file a new time, so that another stamp means no more than that the content
must be looked at. A file that was changed a moment ago may change again and keep its stamp: such a
one is looked at again, too. (git calls that a racy entry.)
"""

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from stat import S_ISREG
from time import time_ns

_UNSURE = "-"
_TICK = 50_000_000  # nanoseconds; the clocks of common file systems go in steps of 1 to 10 ms
_COARSE_TICK = 2_000_000_000  # where times are whole seconds: FAT's steps are the longest

Seen = dict[str, tuple[str, str]]  # path: stamp, and hex SHA-256


def files_below(folders: Iterable[str]) -> Iterator[str]:
    """Every file below `folders`, at any depth, and every link; what is no folder has none."""
    for folder in folders:
        try:
            entries = list(os.scandir(folder))
        except (FileNotFoundError, NotADirectoryError):
            continue
        yield from (one.path for one in entries if not one.is_dir(follow_symlinks=False))
        yield from files_below(one.path for one in entries if one.is_dir(follow_symlinks=False))


def seen(paths: Iterable[str], known: Seen | None = None) -> Seen:
    """The files at `paths` as they are now; a hash that is `known` for a stamp is not made again.

    Raises OSError where one is gone, or no file: what stands behind a link is not looked for.
    """
    return {path: seen_file(path, (known or {}).get(path)) for path in paths}


def stamped(path: str, digest: str) -> tuple[str, str]:
    """The file at `path`, whose content is known to have that hash."""
    return _stamp(os.lstat(path)), digest


def stands(path: str, before: tuple[str, str]) -> tuple[str, str] | None:
    """The file at `path` as it is now, if its content is what it was `before`; else None."""
    try:
        now = seen_file(path, before)
    except OSError:
        return None
    return now if now[1] == before[1] else None


def seen_file(path: str, known: tuple[str, str] | None) -> tuple[str, str]:
    """The file at `path` as it is now, as `seen` has it. Raises OSError as that does."""
    found = _stamp(os.lstat(path))
    if known is not None and found == known[0] != _UNSURE:
        return known
    with open(path, "rb") as file:
        return found, sha256(file.read()).hexdigest()


def _stamp(status: os.stat_result) -> str:
    if not S_ISREG(status.st_mode):
        raise FileNotFoundError
    changed = max(status.st_mtime_ns, status.st_ctime_ns)
    tick = _COARSE_TICK if changed % 1_000_000_000 == 0 else _TICK
    if changed > time_ns() - tick:
        return _UNSURE
    return f"{status.st_size},{status.st_mtime_ns},{status.st_ctime_ns},{status.st_ino}"
