"""Sealed files of a few megabytes at most, each of one version of the program and of no other."""

import os
from collections.abc import Callable
from typing import TypeVar

from recoupe.memory.seal import sealed, unsealed

Record = TypeVar("Record")


def kept_record(path: str, version: bytes, decoded: Callable[[bytes], Record]) -> Record | None:
    """What `keep_record` wrote, decoded; None where nothing was, of this version, by this user.

    `decoded` raises ValueError for what it cannot decode.
    """
    try:
        with open(path, "rb") as file:
            content = unsealed(file.read())
        if content is None or not content.startswith(version):
            return None
        return decoded(content[len(version) :])
    except (OSError, ValueError):
        return None


def keep_record(path: str, version: bytes, content: bytes) -> None:
    """Write a record in the place of the one before. Raises OSError where that fails."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(f"{path}.new", "wb") as file:
        file.write(sealed(version + content))
    os.replace(f"{path}.new", path)
