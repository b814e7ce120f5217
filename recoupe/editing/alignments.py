"""Where a passage of one version of a text stands in another: its words among those kept in order.

A passage that stands where alignment puts it stayed; the same words elsewhere have moved. Offsets
alone would call every passage moved behind the first word that was added. Sentences are aligned
first, then the words of those between: word by word at once, two books would take a gigabyte.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.anchoring.differences import kept
from recoupe.anchoring.words import Word, words
from recoupe.text import Span, Text

_ENDINGS = frozenset(".!?;:")  # what parts sentences, and long ones once more


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two versions of a text; `kept` gives, for words of the old one, their number in the new."""

    old: Text
    new: Text
    old_words: Sequence[Word]
    new_words: Sequence[Word]
    kept: dict[int, int]

    @classmethod
    def of(cls, old: Text, new: Text) -> "Alignment":
        """The versions, compared sentence by sentence, and word by word where they differ."""
        old_words, new_words = list(words(old.folded)), list(words(new.folded))
        kept_words = _kept(_sentences(old.folded, old_words), _sentences(new.folded, new_words))
        return cls(old, new, old_words, new_words, dict(kept_words))

    def stayed(self, old: Span, new: Span) -> bool:
        """Whether at least half the words of `new` were kept of those of `old`."""
        mine = _numbers(self.old_words, self.old.within(old))
        others = _numbers(self.new_words, self.new.within(new))
        common = sum(self.kept.get(number, -1) in others for number in mine)
        return 2 * common >= len(others)

    def nearest(self, old: Span, among: Sequence[Span]) -> Span | None:
        """The one of `among` that stayed where the passage `old` was; None where none, or two."""
        found = [one for one in among if self.stayed(old, one)]
        return found[0] if len(found) == 1 else None


def _numbers(found: Sequence[Word], folded: tuple[int, int]) -> range:
    """The numbers of the words that begin in the characters `folded`."""
    first, last = (bisect_left(found, at, key=lambda word: word.start) for at in folded)
    return range(first, last)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of a sentence, and the number of the first in its text."""

    words: tuple[str, ...]
    first: int


def _sentences(folded: str, found: Sequence[Word]) -> list[_Sentence]:
    sentences, first = [], 0
    for number, word in enumerate(found, start=1):
        following = found[number].start if number < len(found) else len(folded)
        if number == len(found) or not _ENDINGS.isdisjoint(folded[word.end : following]):
            own = tuple(one.text for one in found[first:number])
            sentences.append(_Sentence(own, first))
            first = number
    return sentences


def _kept(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> Iterator[tuple[int, int]]:
    """The numbers of the words that both have in the same order, the old one's first."""
    done_old = done_new = 0
    for at_old, at_new, size in kept([one.words for one in old], [one.words for one in new]):
        yield from _kept_words(old[done_old:at_old], new[done_new:at_new])
        done_old, done_new = at_old + size, at_new + size
        for one, other in zip(old[at_old:done_old], new[at_new:done_new], strict=True):
            yield from ((one.first + step, other.first + step) for step in range(len(one.words)))


def _kept_words(old: Sequence[_Sentence], new: Sequence[_Sentence]) -> Iterator[tuple[int, int]]:
    if not old or not new:
        return
    mine, others = ([word for one in side for word in one.words] for side in (old, new))
    for at_old, at_new, size in kept(mine, others):
        yield from (
            (old[0].first + at_old + step, new[0].first + at_new + step) for step in range(size)
        )
