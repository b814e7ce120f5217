"""Removing what is no longer of use, and nothing that is not ours."""

import re
from collections.abc import Container
from contextlib import suppress
from pathlib import Path

from recoupe.memory.writing import is_linked


def forget(folder: Path, ours: re.Pattern[str], *, but: Container[str]) -> None:
    """Remove from `folder` all files with names of `ours` but some; nothing behind a link.

    What the system refuses to remove stays.
    """
    if is_linked(str(folder)):
        return
    with suppress(OSError):
        for path in folder.iterdir():
            if path.name not in but and ours.fullmatch(path.name):
                path.unlink()
