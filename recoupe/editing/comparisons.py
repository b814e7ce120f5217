"""Two wordings word by word: what both have, what is gone, what is new."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from recoupe.anchoring.differences import kept
from recoupe.text import folded


class Fate(StrEnum):
    """What became of words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """Words that stand together and share a fate, as the newer wording has them where it does."""

    words: str
    fate: Fate


def comparison(before: str, now: str) -> tuple[Piece, ...]:
    """The pieces of both wordings in reading order; what is gone comes before what replaced it.

    Words are parted at white space and compared as quotes are, folded; the kept and the new ones,
    joined by spaces, are `now` with its white space made single.
    """
    old, new = before.split(), now.split()
    return tuple(piece for piece in _pieces(old, new) if piece.words)


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    done_old = done_new = 0
    for kept_old, kept_new, size in kept(_folded(old), _folded(new)):
        yield Piece(" ".join(old[done_old:kept_old]), Fate.GONE)
        yield Piece(" ".join(new[done_new:kept_new]), Fate.NEW)
        done_old, done_new = kept_old + size, kept_new + size
        yield Piece(" ".join(new[kept_new:done_new]), Fate.KEPT)


def _folded(words: list[str]) -> list[str]:
    return [folded(word) for word in words]
