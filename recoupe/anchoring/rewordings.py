"""What an editor typed, beside what the source has instead."""

from difflib import SequenceMatcher
from typing import NamedTuple

from recoupe.text import folded

_SHOWN = 4  # pairs; with more the two wordings are better read side by side
_LONGEST = 400  # words; difflib takes time in their square, and nobody reads more


class Rewording(NamedTuple):
    """Words of a quote and those that stand in their place; either may be empty."""

    typed: str
    there: str


def rewordings(quote: str, passage: str) -> tuple[Rewording, ...]:
    """The places where `quote` and `passage` differ after folding, at most four, in order."""
    old, new = quote.split()[:_LONGEST], passage.split()[:_LONGEST]
    matcher = SequenceMatcher(None, _folded(old), _folded(new), autojunk=False)
    pairs = [
        Rewording(" ".join(old[i:j]), " ".join(new[k:n]))
        for tag, i, j, k, n in matcher.get_opcodes()
        if tag != "equal"
    ]
    return tuple(pairs[:_SHOWN])


def _folded(words: list[str]) -> list[str]:
    return [folded(word) for word in words]
