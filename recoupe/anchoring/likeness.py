"""The passages most like words that are not found: something to show an editor, never an answer.

Likeness is the share of characters that two wordings have in common, in order: it needs no language
and no segmentation, so that it means the same in Thai. Weighing words by their rarity besides was
measured on three collections of edited pages, and told passages that live on from those that are
gone no better.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, product

from rapidfuzz.distance import Indel

from recoupe.anchoring.alignment import aligned
from recoupe.anchoring.cuts import between_words, cuts
from recoupe.anchoring.differences import changed_words, holds_figure
from recoupe.anchoring.matching import matches
from recoupe.anchoring.windows import windows
from recoupe.text import Span, Text, folded

__all__ = ["Suggestion", "suggest"]

_LEAST = 0.61  # of 482 passages known to be gone, 1 in 100 has one as like as this by chance
_MOST = 0.95  # so like, it is worth showing even where it may be chance
_CHANCE = 0.45  # letters in common of unrelated prose in one language
_CHANCE_GROWTH = 0.5  # and what a search adds, in log(text) / words (Arratia and Waterman, 1989):
# fitted to the best of 900 searches for absent words of 12 to 80 letters in 20 kB to 1.8 MB
_SURROUNDINGS = 0.2  # weight in the order: whole surroundings make up for a fifth of the words
_WINDOWS = 4  # the right one is among the first 4 for all of 1,090 edited passages
_EXACT = 5_000  # matches that are compared by their surroundings; more are a letter, not a quote
_LONG = (
    4_000  # characters; longer words are aligned by their two ends, as memory grows with the square
)
_END = 2_000  # characters of such an end
_LONG_WINDOWS = 2  # of each end: each pair is compared whole, 0.1 s for 100,000 characters
_LONGEST = 200_000  # characters; a quote of a whole book is one for `from` and `to`
_NEIGHBOURS = 200  # characters of prefix and suffix that are compared; those nearest say all
_WORD_REACH = (
    40  # characters by which an edge is moved to the end of its word; longer ones are none
)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage that may be meant.

    `likeness` is 1 for the same words after folding and falls to 0; `changed` are the words that
    differ, those of the quote before those of the passage; `figures_changed` tells whether a figure
    is among them.
    """

    span: Span
    likeness: float
    changed: tuple[str, ...]
    figures_changed: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is looked for, folded."""

    words: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A passage in the folded text, how like its words and its surroundings are."""

    start: int
    end: int
    likeness: float
    surroundings: float
    rank: float


def suggest(
    text: str | Text, exact: str, *, prefix: str = "", suffix: str = "", limit: int = 3
) -> list[Suggestion]:
    """The passages of `text` most like `exact`, best first, at most `limit`; they do not overlap.

    Passages with the same words come with likeness 1, ordered by their surroundings like others.
    Empty where nothing is like enough: the fewer the words and the longer the text, the more alike
    they must be, unless prefix and suffix stand around them. Takes time linear in the text.
    """
    text = Text.of(text)
    before, after = folded(prefix)[-_NEIGHBOURS:], folded(suffix)[:_NEIGHBOURS]
    wanted = _Wanted(folded(exact), before, after)
    if not wanted.words:
        return []
    found = sorted(_candidates(text, wanted), key=lambda one: (-one.rank, one.start))
    likely = (one for one in found if _is_likely(text, wanted, one))
    return [_suggestion(text, wanted, one) for one in islice(_apart(likely), limit)]


def _suggestion(text: Text, wanted: _Wanted, found: _Found) -> Suggestion:
    changed = changed_words(wanted.words, text.folded[found.start : found.end])
    span = text.span(found.start, found.end)
    return Suggestion(span, found.likeness, changed, holds_figure(changed))


def _is_likely(text: Text, wanted: _Wanted, found: _Found) -> bool:
    """Whether chance does not reach this likeness, with so few words in so long a text."""
    if cuts(text.folded, found.start) or cuts(text.folded, found.end):
        return False  # in a word without end, which no quote could name
    places = math.log(len(text.folded) + 1) * (1 - found.surroundings)
    least = _CHANCE + _CHANCE_GROWTH * places / len(wanted.words)
    return found.likeness >= min(max(_LEAST, least), _MOST)


def _apart(found: Iterable[_Found]) -> Iterator[_Found]:
    """Those of `found` that overlap none before them."""
    taken: list[_Found] = []
    for one in found:
        if all(one.end <= other.start or other.end <= one.start for other in taken):
            taken.append(one)
            yield one


def _candidates(text: Text, wanted: _Wanted) -> Iterator[_Found]:
    """Passages that may be meant: those with the same words, and those like them."""
    same = islice(matches(text, wanted.words), _EXACT)
    like = _long(text, wanted) if len(wanted.words) > _LONG else _near(text, wanted)
    return (_found(text, wanted, *place) for place in {*same, *like})


def _found(text: Text, wanted: _Wanted, start: int, end: int) -> _Found:
    """The passage from `start` to `end`, widened to whole words.

    It is ranked by how like it was before: words that were glued to their neighbour when the text
    was captured still are the words that were meant.
    """
    kept = Indel.normalized_similarity(wanted.words, text.folded[start:end])
    rank = kept + _SURROUNDINGS * (surroundings := _surroundings(text.folded, start, end, wanted))
    if kept < 1 or cuts(text.folded, start) or cuts(text.folded, end):
        start, end = _by_words(text, start, end)
    likeness = Indel.normalized_similarity(wanted.words, text.folded[start:end])
    return _Found(start, end, likeness, surroundings, rank)


def _near(text: Text, wanted: _Wanted) -> Iterator[tuple[int, int]]:
    """Where in `text` words like those wanted stand."""
    words, before, after = wanted.words, wanted.before, wanted.after
    for start, end in windows(text.folded, words, before=before, after=after, limit=_WINDOWS):
        inside = aligned(text.folded[start:end], words, before=before, after=after)
        if inside is not None:
            yield start + inside[0], start + inside[1]


def _long(text: Text, wanted: _Wanted) -> Iterator[tuple[int, int]]:
    """Where words too long to be aligned begin and end: the best places of their two ends."""
    if len(wanted.words) > _LONGEST:
        return
    head = _Wanted(wanted.words[:_END], wanted.before, "")
    tail = _Wanted(wanted.words[-_END:], "", wanted.after)
    starts = islice(_near(text, head), _LONG_WINDOWS)
    ends = list(islice(_near(text, tail), _LONG_WINDOWS))
    for (start, _), (_, end) in product(starts, ends):
        if len(wanted.words) < 2 * (end - start) < 4 * len(wanted.words):
            yield start, end


def _by_words(text: Text, start: int, end: int) -> tuple[int, int]:
    """`start` and `end`, each moved outwards to where words part; white space at the ends cut."""
    starts = range(start, max(start - _WORD_REACH, -1), -1)
    ends = range(end, min(end + _WORD_REACH, len(text.folded)) + 1)
    start = next((at for at in starts if between_words(text, at)), start)
    end = next((at for at in ends if between_words(text, at)), end)
    return text.trimmed(start, end)


def _surroundings(folded_text: str, start: int, end: int, wanted: _Wanted) -> float:
    """How like what stands around is to what should: 0 to 1; 0 where nothing was given."""
    sides = []
    if wanted.before:
        nearest = folded_text[max(start - len(wanted.before) - 1, 0) : start].rstrip()
        sides.append(Indel.normalized_similarity(wanted.before, nearest[-len(wanted.before) :]))
    if wanted.after:
        nearest = folded_text[end : end + len(wanted.after) + 1].lstrip()
        sides.append(Indel.normalized_similarity(wanted.after, nearest[: len(wanted.after)]))
    return sum(sides) / len(sides) if sides else 0.0
