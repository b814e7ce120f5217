"""Which words differ between a quote and a passage that may be what it meant."""

from collections.abc import Hashable, Sequence
from itertools import takewhile

from rapidfuzz.distance import Indel

from recoupe.anchoring.words import words

__all__ = ["changed_words", "kept"]

_MOST_PAIRS = 500_000_000  # of words to compare; a bit of memory each, so about 60 MB


def changed_words(quote: str, passage: str) -> tuple[str, ...]:
    """The words that stand in only one of two folded texts, or in another place, in reading order.

    Where the two differ, the words of `quote` come before those of `passage`. A number with its
    sign and separators is one word. Of very long texts, all between the first and the last
    difference count as changed.
    """
    old, new = ([word.text for word in words(folded)] for folded in (quote, passage))
    changed: list[str] = []
    done_old = done_new = 0
    for kept_old, kept_new, size in kept(old, new):
        changed += (*old[done_old:kept_old], *new[done_new:kept_new])
        done_old, done_new = kept_old + size, kept_new + size
    return tuple(changed)


def kept(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int, int]]:
    """Where words were kept: from which in `old` and in `new`, and how many; ends with none."""
    if len(old) * len(new) <= _MOST_PAIRS:
        blocks = Indel.opcodes(old, new).as_matching_blocks()
        return [(block.a, block.b, block.size) for block in blocks]
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return [(0, 0, head), (len(old) - tail, len(new) - tail, tail), (len(old), len(new), 0)]


def _alike(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
