"""What may be written where words are no longer found, and what speaks against writing it unseen.

Likeness finds the passage; it does not say that the passage means the same. So a proposal carries
its doubts, and one with any is for the editor alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.anchoring import suggest
from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.differences import kept
from recoupe.anchoring.likeness import Suggestion
from recoupe.anchoring.words import words
from recoupe.editing.telling_words import all_spelled_alike, doubts, spelled_alike
from recoupe.text import Span, folded

_CLEARLY = 0.9  # of the characters: below, a short passage has lost a word that carries it
_CLEARLY_SPELLED = 0.75  # where every changed word is only spelled otherwise
_NEARLY = 0.05  # by which the best passage must be more like than the next


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source that may stand for those that were quoted.

    `span` counts in the body, `text` is the source's; `doubts` is why only an editor can take
    them, and empty where they are clearly the same passage.
    """

    span: Span
    text: str
    likeness: float
    doubts: tuple[str, ...] = ()


def same_words(source: AnchoredSource, span: Span, *doubts: str) -> Passage:
    """A passage with the very words."""
    return Passage(span, source.text.raw[slice(*span)], 1.0, doubts)


def nearest_passage(
    source: AnchoredSource, before: str, *, prefix: str = "", suffix: str = ""
) -> Passage | None:
    """The passage most like the words `before`, once between `prefix` and `suffix`, with doubts.

    None where nothing in the body is like enough to be worth showing.
    """
    found = suggest(source.text, before, prefix=prefix, suffix=suffix, limit=2)
    if not found:
        return None
    best, *others = found
    text = source.text.raw[slice(*best.span)]
    rival = bool(others) and others[0].likeness > best.likeness - _NEARLY and not prefix + suffix
    doubtful = (*_doubts(before, text, best), *(["another passage is as like"] if rival else []))
    return Passage(best.span, text, best.likeness, doubtful)


def changed(before: str, now: str) -> tuple[Sequence[str], Sequence[str]]:
    """The words that only `before` has, and those that only `now` has, both folded."""
    old, new = ([word.text for word in words(folded(one))] for one in (before, now))
    blocks = kept(old, new)
    kept_old = {first + number for first, _, size in blocks for number in range(size)}
    kept_new = {second + number for _, second, size in blocks for number in range(size)}
    return (
        [word for number, word in enumerate(old) if number not in kept_old],
        [word for number, word in enumerate(new) if number not in kept_new],
    )


def _doubts(before: str, now: str, suggestion: Suggestion) -> Iterator[str]:
    gone, new = changed(before, now)
    yield from doubts(gone, new)
    yield from _edge_doubts(before, now)
    least = _CLEARLY_SPELLED if all_spelled_alike(gone, new) else _CLEARLY
    if suggestion.likeness < least:
        yield f"only {int(100 * suggestion.likeness)}% of the characters are the same"


def _edge_doubts(before: str, now: str) -> Iterator[str]:
    """Whether the passage begins and ends with the words it had: else nothing tells where it does.

    Between the two what was kept holds a passage in place; at its edges there is nothing beyond.
    """
    old, new = ([word.text for word in words(folded(one))] for one in (before, now))
    for at, name in ((0, "begins"), (-1, "ends")):
        if old and new and not spelled_alike(old[at], new[at]):
            yield f"it {name} with another word: `{new[at]}` for `{old[at]}`"
