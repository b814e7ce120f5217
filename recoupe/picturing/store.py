"""Drawn pictures, kept beside the project, so that a rebuild draws only what has changed.

Each is kept under the key of all that is drawn on it, and after its own hash: what was truncated
is drawn again. The hash is no seal: whoever may write here may write anything, so that the folder
never belongs in a repository.
"""

import re
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from recoupe.memory.forgetting import forget

_DIGEST = sha256().digest_size
_NEW = ".new"
_OURS = re.compile(
    rf"[0-9a-f]{{{2 * _DIGEST}}}(?:{re.escape(_NEW)})?"
)  # a key, or one in the making


def is_stored(name: str) -> bool:
    """Whether a file is called as those of a store are."""
    return _OURS.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of drawn pictures; it may be removed at any time."""

    folder: Path

    def drawn(self, key: str, draw: Callable[[], bytes]) -> bytes:
        """The picture of that key, drawn where it is not kept; where it cannot be, it is not."""
        kept = self.kept(key)
        if kept is None:
            kept = draw()
            with suppress(OSError):  # a full disk is told by what publishes: this only saves time
                self.keep(key, kept)
        return kept

    def kept(self, key: str) -> bytes | None:
        """The picture of that key; None where it is not kept, or no longer as it was."""
        try:
            content = (self.folder / key).read_bytes()
        except OSError:
            return None
        digest, picture = content[:_DIGEST], content[_DIGEST:]
        return picture if sha256(picture).digest() == digest else None

    def keep(self, key: str, picture: bytes) -> None:
        """Keep the picture of that key. Raises OSError where that fails."""
        self.folder.mkdir(parents=True, exist_ok=True)
        new = self.folder / f"{key}{_NEW}"
        new.write_bytes(sha256(picture).digest() + picture)
        new.replace(self.folder / key)

    def forget(self, but: Collection[str]) -> None:
        """Remove all pictures but those of some keys; nothing else, and none behind a link."""
        forget(self.folder, _OURS, but=but)
