"""New files of a project: where nothing stands yet, and never by way of a link.

A folder of facts may come from a stranger's pull request and be a link; what an editor has written
into it would land wherever that leads.
"""

import os
from pathlib import Path

from recoupe.editing.refusals import refusal

_NOT_FOLLOWED = getattr(os, "O_NOFOLLOW", 0)  # not on Windows, where making links takes a right


def new_file(root: Path, path: Path, content: bytes) -> Path:
    """A file with `content` at `path` below `root`, and the folders above it; `path`.

    Raises FileExistsError where something stands there, EditRefusedError where a link leads there,
    OSError where the machine fails.
    """
    own_folder(root, path.parent)
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOT_FOLLOWED, 0o666)
    with os.fdopen(number, "wb") as file:
        file.write(content)
    return path


def own_folder(root: Path, folder: Path) -> Path:
    """`folder`, which is `root` or below it, made where it is not there; raises as `new_file`."""
    require_own(root, folder)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def require_own(root: Path, folder: Path) -> None:
    """Raise EditRefusedError where a link leads from `root` to `folder` below it."""
    at = root
    for part in folder.relative_to(root).parts:
        at /= part
        if at.is_symlink():
            shown = at.relative_to(root).as_posix()
            raise refusal(
                "`%(path)s` is reached by a link, and links are not written through", path=shown
            )
