"""Drawn pictures, kept beside the project, so that a rebuild draws only what has changed.

Each is kept under the key of all that is drawn on it, behind the user's seal over both: what was
truncated, or comes from somebody else, is drawn again. A part that goes to another machine has no
seal that holds there, and a hash instead, which shows damage and nothing else.
"""

import re
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from recoupe.memory.forgetting import forget
from recoupe.memory.seal import sealed, unsealed
from recoupe.memory.writing import write_anew

_DIGEST = sha256().digest_size
_OURS = re.compile(rf"[0-9a-f]{{{2 * _DIGEST}}}(?:\.new)?")  # a key, or one in the making


def is_stored(name: str) -> bool:
    """Whether a file is called as those of a store are."""
    return _OURS.fullmatch(name) is not None


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of drawn pictures; it may be removed at any time."""

    folder: Path
    sealed: bool = True

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
        if self.sealed:
            return _after(key.encode(), unsealed(content))
        digest, picture = content[:_DIGEST], content[_DIGEST:]
        return picture if sha256(picture).digest() == digest else None

    def keep(self, key: str, picture: bytes) -> None:
        """Keep the picture of that key. Raises OSError where that fails."""
        kept = sealed(key.encode() + picture) if self.sealed else sha256(picture).digest() + picture
        write_anew(str(self.folder / key), kept)

    def remove(self, keys: Collection[str]) -> None:
        """Remove the pictures of these keys, as `forget` does all others."""
        self.forget(but=frozenset(one.name for one in self.folder.iterdir()) - frozenset(keys))

    def forget(self, but: Collection[str]) -> None:
        """Remove all pictures but those of some keys; nothing else, and none behind a link."""
        forget(self.folder, _OURS, but=but)


def _after(name: bytes, content: bytes | None) -> bytes | None:
    """What follows `name`; None where another name, or nothing, stands there."""
    if content is None or not content.startswith(name):
        return None
    return content[len(name) :]
