"""Which part of a window corresponds to words that have changed, its edges included.

Words and surroundings are aligned together, as a comparison of two versions of a page would, so
that the surroundings hold the edges in place where the words have changed there.
"""

from itertools import product
from typing import NamedTuple

from rapidfuzz.distance import Indel

__all__ = ["aligned"]

# What a character between two kept ones costs, against one for each kept. Letters agree by chance
# at about this rate, so that a passage is not stretched to scattered ones, and yet keeps together
# what an insertion has parted.
_GAP = 0.3


class _Chain(NamedTuple):
    """Kept characters: their worth, where they begin and end, and where they end in the quote."""

    worth: float
    start: int
    end: int
    quote_end: int


def aligned(window: str, words: str, *, before: str, after: str) -> set[tuple[int, int]]:
    """From where to where in `window` words like `words` may stand; empty where nothing is alike.

    At most four: of equally good alignments, one comes out that scatters the first words as far to
    the left as it can, and read backwards one that scatters the last words to the right; so each
    reading tells one edge well. Takes memory of a bit for each pair of characters.
    """
    forwards = _best(window, words, before, after)
    backwards = _best(window[::-1], words[::-1], after[::-1], before[::-1])
    if forwards is None or backwards is None:
        return set()
    starts = {forwards.start, len(window) - backwards.end}
    ends = {forwards.end, len(window) - backwards.start}
    return {(start, end) for start, end in product(starts, ends) if start < end}


def _best(window: str, words: str, before: str, after: str) -> _Chain | None:
    first = len(before) + 1
    chains = []
    chain = _Chain(0, 0, 0, 0)
    for block in Indel.opcodes(f"{before} {words} {after}", window).as_matching_blocks():
        start, end = max(block.a, first), min(block.a + block.size, first + len(words))
        if start < end:
            chain = _longer(chain, start, end, block.b - block.a)
            chains.append(chain)
    return max(chains, default=None, key=lambda chain: chain.worth)


def _longer(chain: _Chain, start: int, end: int, shift: int) -> _Chain:
    """`chain` with the kept characters `start` to `end` of the quote, or these alone if better."""
    gap = start - chain.quote_end + start + shift - chain.end
    worth = chain.worth - _GAP * gap
    if worth <= 0:
        return _Chain(end - start, start + shift, end + shift, end)
    return _Chain(worth + end - start, chain.start, end + shift, end)
