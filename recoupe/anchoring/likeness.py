"""The passages most like words that are not found: something to show an editor, never an answer."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice

from recoupe.anchoring.cuts import between_words, keeps_words
from recoupe.anchoring.differences import changed_words
from recoupe.anchoring.edges import with_replaced_edges
from recoupe.anchoring.matching import matches
from recoupe.anchoring.nearest import Place, Wanted, nearest, place_of
from recoupe.anchoring.words import is_figure
from recoupe.text import Span, Text, folded

__all__ = ["Suggestion", "suggest"]

_LEAST = 0.61  # of 482 passages known to be gone, 1 in 100 has one as like as this by chance
_MOST = 0.95  # so like, it is worth showing even where it may be chance
_CHANCE = 0.45  # characters in common of unrelated prose in one language
# What a search adds to that, in log(text) / words (Arratia and Waterman, 1989); fitted to the best
# of 900 searches for absent words of 12 to 80 characters in texts of 20 kB to 1.8 MB.
_CHANCE_GROWTH = 0.5
_SAME = 5_000  # matches that are compared by their surroundings; more are a letter, not a quote
_NEIGHBOURS = 200  # characters of prefix and suffix that are compared; those nearest say all
_FITTED = 6  # places whose edges are moved to fit better; those behind are not shown
_EDGE = 40  # characters by which an edge is moved at most
_TRIED = 200_000  # characters to compare for each edge, so that long words try fewer


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


def suggest(
    text: str | Text, exact: str, *, prefix: str = "", suffix: str = "", limit: int = 3
) -> list[Suggestion]:
    """The passages of `text` most like `exact`, best first, at most `limit`; they do not overlap.

    Each keeps words and numbers whole. Those with the same words come with likeness 1, in the order
    of their surroundings like all others. Empty where nothing is like enough: the fewer the words
    and the longer the text, the more alike they must be, unless prefix and suffix stand around
    them. Takes time linear in the text.
    """
    text = Text.of(text)
    before, after = folded(prefix)[-_NEIGHBOURS:], folded(suffix)[:_NEIGHBOURS]
    wanted = Wanted(folded(exact), before, after)
    if not wanted.words:
        return []
    ranked = (place for place in _ranked(text, wanted) if _is_likely(text, wanted, place))
    likely = (_shown(text, wanted, place) for place in ranked)
    return [_suggestion(text, wanted, place) for place in islice(_apart(likely), limit)]


def _suggestion(text: Text, wanted: Wanted, place: Place) -> Suggestion:
    changed = changed_words(wanted.words, text.folded[place.start : place.end])
    span = text.span(place.start, place.end)
    return Suggestion(span, place.likeness, changed, any(map(is_figure, changed)))


def _shown(text: Text, wanted: Wanted, place: Place) -> Place:
    """`place` with what stands for the first and last words; it is as likely as it was without."""
    start, end = with_replaced_edges(text, wanted, place.start, place.end)
    return place_of(text.folded, wanted, start, end)


def _is_likely(text: Text, wanted: Wanted, place: Place) -> bool:
    """Whether chance does not reach this likeness, with so few words in so long a text."""
    nameable = text.bounds(place.start) and text.bounds(place.end)
    if not (nameable and keeps_words(text, place.start, place.end)):
        return False  # inside a word without end
    places = math.log(len(text.folded) + 1) * (1 - place.surroundings)
    least = _CHANCE + _CHANCE_GROWTH * places / len(wanted.words)
    return place.likeness >= min(max(_LEAST, least), _MOST)


def _apart(places: Iterable[Place]) -> Iterator[Place]:
    """Those of `places` that overlap none before them."""
    taken: list[Place] = []
    for place in places:
        if all(place.end <= other.start or other.end <= place.start for other in taken):
            taken.append(place)
            yield place


def _ranked(text: Text, wanted: Wanted) -> list[Place]:
    """The places that may be meant, by whole words, best first."""
    places = nearest(text.folded, wanted, islice(matches(text, wanted.words), _SAME))
    same = [place for place in places if place.likeness == 1]
    others = [place for place in places if place.likeness < 1][:_FITTED]
    # Words that were glued to their neighbour when the text was captured still are those meant.
    return [
        *(_fitted(text, wanted, place) for place in same),
        *sorted((_fitted(text, wanted, place) for place in others), key=_rank),
    ]


def _rank(place: Place) -> tuple[float, int]:
    return place.rank


def _fitted(text: Text, wanted: Wanted, place: Place) -> Place:
    """`place` by whole words: its edges moved, one after the other, to where it fits best."""
    if place.likeness == 1 and keeps_words(text, place.start, place.end):
        return place
    judged = partial(place_of, text.folded, wanted)
    tried = max(_TRIED // len(wanted.words), 1)
    starts = _edges(text, place.start, range(place.end))[:tried]
    place = min((judged(at, place.end) for at in starts), default=place, key=_rank)
    ends = _edges(text, place.end, range(place.start + 1, len(text.folded) + 1))[:tried]
    place = min((judged(place.start, at) for at in ends), default=place, key=_rank)
    return judged(*text.trimmed(place.start, place.end))


def _edges(text: Text, near: int, allowed: range) -> list[int]:
    """Where words part within reach of `near`, the nearest first."""
    reach = sorted(range(near - _EDGE, near + _EDGE + 1), key=lambda at: abs(at - near))
    return [at for at in reach if at in allowed and between_words(text, at)]
