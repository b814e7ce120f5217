"""Which part of a window corresponds to words that have changed, its edges included.

Words and surroundings are aligned together, as a comparison of two versions of a page would, so
that the surroundings hold the edges in place where the words have changed there.
"""

from typing import NamedTuple

from rapidfuzz.distance import Indel

__all__ = ["aligned"]

# What a character between two kept ones costs, against one for each kept. Letters agree by chance
# at about this rate; so a passage is not stretched to scattered ones, yet keeps what an insertion parts.
_GAP = 0.3


class _Chain(NamedTuple):
    """Kept characters: their worth, where they begin and end, and where they end in the quote."""

    worth: float
    start: int
    end: int
    quote_end: int


def aligned(window: str, words: str, *, before: str, after: str) -> tuple[int, int] | None:
    """From where to where in `window` the best part of `words` stands; None where nothing does.

    Takes memory of a bit for each pair of characters.
    """
    first = len(before) + 1
    chains = []
    chain = _Chain(0, 0, 0, 0)
    for block in Indel.opcodes(f"{before} {words} {after}", window).as_matching_blocks():
        start, end = max(block.a, first), min(block.a + block.size, first + len(words))
        if start < end:
            chain = _longer(chain, start, end, block.b - block.a)
            chains.append(chain)
    best = max(chains, default=None, key=lambda chain: chain.worth)
    return best and (best.start, best.end)


def _longer(chain: _Chain, start: int, end: int, shift: int) -> _Chain:
    """`chain` with the kept characters `start` to `end` of the quote, or these alone if better."""
    gap = start - chain.quote_end + start + shift - chain.end
    worth = chain.worth - _GAP * gap
    if worth <= 0:
        return _Chain(end - start, start + shift, end + shift, end)
    return _Chain(worth + end - start, chain.start, end + shift, end)
