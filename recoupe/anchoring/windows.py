"""Where in a text changed words are worth looking for: a few short windows out of megabytes.

Seeds (short pieces of the words) are looked up in the text; each hit tells where the words would
then begin. Where many rare seeds agree is a window. The surroundings seed as well, so that words
that have changed beyond recognition are still looked for between them.
"""

from collections import defaultdict
from collections.abc import Iterator

__all__ = ["windows"]

# Characters; the shortest that is rare enough is taken, because most words outlive edits.
_SEED_LENGTHS = (4, 6, 9, 13)
_SEED_HITS = 40  # a seed that stands more often says little about where
_SEEDS = 32  # of the words; twice as many found the same places, half as many did too
_NEIGHBOUR_SEEDS = 8  # of prefix and of suffix
_LEAST_CELL = 20  # characters; two hits nearer may be one place with a word put in between


def windows(text: str, words: str, *, before: str, after: str, limit: int) -> list[tuple[int, int]]:
    """Stretches of the folded `text` likely to hold something like `words`, likeliest first.

    At most `limit`; none where no seed stands in the text. Takes time linear in the text.
    """
    cell = max(_LEAST_CELL, len(words) // 2)
    votes: defaultdict[int, dict[str, float]] = defaultdict(dict)
    for seed, weight, start in _begins(text, words, before=before, after=after):
        # Neighbouring cells overlap by half, so that no place falls on an edge.
        votes[start // cell][seed] = weight
        votes[start // cell + 1][seed] = weight
    ranked = sorted(votes, key=lambda place: (-sum(votes[place].values()), place))
    margin = max(len(before), len(after), cell) + _LEAST_CELL
    return [
        (max((place - 1) * cell - margin, 0), (place + 1) * cell + len(words) + margin)
        for place in ranked[:limit]
    ]


def _begins(text: str, words: str, *, before: str, after: str) -> Iterator[tuple[str, float, int]]:
    """Each hit of a seed: the seed, its weight, and where in `text` the words would begin."""
    parts = ((words, 0, _SEEDS), (before, -len(before) - 1, _NEIGHBOUR_SEEDS))
    for part, offset, count in (*parts, (after, len(words) + 1, _NEIGHBOUR_SEEDS)):
        last = len(part) - min(len(part), _SEED_LENGTHS[0])
        for at in sorted({last * number // (count - 1) for number in range(count)}):
            seed, hits = _seed(text, part, at)
            weight = len(hits) ** -0.5 if hits else 0.0
            yield from ((seed, weight, hit - at - offset) for hit in hits)


def _seed(text: str, part: str, at: int) -> tuple[str, list[int]]:
    """The shortest seed of `part` at `at` that is rare in `text`, and where it stands there."""
    for length in _SEED_LENGTHS:
        seed = part[at : at + length]
        hits = _hits(text, seed)
        if len(hits) <= _SEED_HITS:
            return seed, hits
    return "", []


def _hits(text: str, seed: str) -> list[int]:
    """Where `seed` stands in `text`; given up, which is soon, once it stands too often."""
    hits: list[int] = []
    at = text.find(seed) if seed else -1
    while at >= 0 and len(hits) <= _SEED_HITS:
        hits.append(at)
        at = text.find(seed, at + 1)
    return hits
