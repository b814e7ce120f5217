"""Writing into the memory of builds, and nowhere else.

A project may come from anywhere, and with it a link in the place of a folder, or of the file that
is about to be written: what such a link leads to is the user's own.
"""

import os

from recoupe.folders import MEMORY


def write_anew(path: str, content: bytes) -> None:
    """Write a file in the place of the one before, of which a reader sees one or the other.

    Raises OSError where that fails, or where a link leads out of the memory.
    """
    make_folder(os.path.dirname(path))
    new = new_path(path)
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
        file.write(content)
    os.replace(new, path)


def new_path(path: str) -> str:
    """Where to write what shall take the place of the file at `path`; nothing stands there."""
    new = f"{path}.new"
    if os.path.lexists(new):
        os.unlink(new)
    return new


def make_folder(folder: str) -> None:
    """Make a folder of the memory. Raises OSError where one around it is a link."""
    if is_linked(folder):
        raise OSError(f"{folder} is reached by a link, where nothing is remembered")
    os.makedirs(folder, exist_ok=True)


def is_linked(folder: str) -> bool:
    """Whether a folder, or one around it up to that of all memory, is a link."""
    at = os.path.abspath(folder)
    while True:
        if os.path.islink(at):
            return True
        above, name = os.path.split(at)
        if name == MEMORY or above == at:
            return False
        at = above
