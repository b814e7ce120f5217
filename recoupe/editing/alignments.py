"""Where a passage of one version of a text stands in another: its words among those kept in order.

A passage that stands where alignment puts it stayed; the same words elsewhere have moved. Offsets
alone would call every passage moved behind the first word that was added.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.anchoring.differences import kept
from recoupe.anchoring.words import Word, words
from recoupe.text import Span, Text


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two versions of a text, and the words that both have in the same order."""

    old: Text
    new: Text
    old_words: Sequence[Word]
    new_words: Sequence[Word]
    blocks: Sequence[tuple[int, int, int]]

    @classmethod
    def of(cls, old: Text, new: Text) -> "Alignment":
        """The versions, compared word by word; takes time in the product of their lengths."""
        old_words, new_words = list(words(old.folded)), list(words(new.folded))
        blocks = kept([one.text for one in old_words], [one.text for one in new_words])
        return cls(old, new, old_words, new_words, blocks)

    def stayed(self, old: Span, new: Span) -> bool:
        """Whether `new` is where most words of the passage `old` were kept."""
        there = self.new.within(new)
        kept_words = [
            number
            for number in self._kept_of(self.old.within(old))
            if there[0] <= self.new_words[number].start < there[1]
        ]
        of_new = sum(there[0] <= one.start < there[1] for one in self.new_words)
        return 2 * len(kept_words) >= of_new

    def nearest(self, old: Span, among: Sequence[Span]) -> Span | None:
        """The one of `among` that stayed where the passage `old` was; None where none, or two."""
        found = [one for one in among if self.stayed(old, one)]
        return found[0] if len(found) == 1 else None

    def _kept_of(self, folded: tuple[int, int]) -> list[int]:
        """The numbers of the new words that were kept of the old characters `folded`."""
        return [
            new + number
            for old, new, size in self.blocks
            for number in range(size)
            if folded[0] <= self.old_words[old + number].start < folded[1]
        ]
