"""Sealed files of a few megabytes at most, each of one version of the program and of no other."""

import os
from collections.abc import Callable
from typing import TypeVar

from recoupe.folders import MEMORY
from recoupe.memory.seal import sealed, unsealed
from recoupe.memory.writing import write_anew

Record = TypeVar("Record")


def kept_record(path: str, version: bytes, decoded: Callable[[bytes], Record]) -> Record | None:
    """What `keep_record` wrote, decoded; None where nothing was, of this version, by this user.

    `decoded` raises ValueError for what it cannot decode.
    """
    try:
        with open(path, "rb") as file:
            content = unsealed(file.read())
        head = _head(path, version)
        if content is None or not content.startswith(head):
            return None
        return decoded(content[len(head) :])
    except (OSError, ValueError):
        return None


def keep_record(path: str, version: bytes, content: bytes) -> None:
    """Write a record in the place of the one before. Raises OSError where that fails."""
    write_anew(path, sealed(_head(path, version) + content))


def _head(path: str, version: bytes) -> bytes:
    """What a record begins with: its name, so that none can be put in the place of another."""
    return path.rpartition(f"{MEMORY}{os.sep}")[2].encode("utf-8", "surrogateescape") + version
