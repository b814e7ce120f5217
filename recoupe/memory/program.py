"""What makes a program's results, beside what it reads: its own files, and those that it uses."""

import os
import sys
from collections.abc import Iterator
from hashlib import sha256

from recoupe.memory.stamps import files_below


def program_files() -> Iterator[str]:
    """The files of the package and its templates, in the order of their paths."""
    package = os.path.dirname(os.path.dirname(__file__))
    for folder in (package, f"{os.path.dirname(package)}/templates"):
        yield from (path for path in sorted(files_below([folder])) if "__pycache__" not in path)


def installed() -> Iterator[str]:
    """Python's version, and names and versions of the packages that can be imported."""
    yield sys.version
    for folder in sys.path:
        if os.path.isdir(folder):
            yield from sorted(one for one in os.listdir(folder) if one.endswith(".dist-info"))


def program_digest() -> bytes:
    """A hash of all of it, by the files' contents, which a checkout elsewhere does not change."""
    digest = sha256("\0".join(installed()).encode("utf-8", "surrogateescape"))
    for path in program_files():
        with open(path, "rb") as file:
            digest.update(sha256(file.read()).digest())
    return digest.digest()
