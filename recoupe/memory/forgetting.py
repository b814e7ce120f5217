"""Removing what is no longer of use, and nothing that is not ours."""

import re
from collections.abc import Container, Iterator
from contextlib import suppress
from pathlib import Path

from recoupe.folders import MEMORY


def forget(folder: Path, ours: re.Pattern[str], *, but: Container[str]) -> None:
    """Remove from `folder` all files with names of `ours` but some; nothing behind a link.

    What the system refuses to remove stays.
    """
    if any(one.is_symlink() for one in _own(folder)):
        return
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name not in but and ours.fullmatch(path.name):
                path.unlink()


def _own(folder: Path) -> Iterator[Path]:
    """`folder` and those around it, up to that of all memory: what lies beyond is the user's."""
    for one in (folder, *folder.parents):
        yield one
        if one.name == MEMORY:
            return
