"""The shortest words that name a span uniquely, ready to be pasted into a fact file.

Neighbours are preferred to a number: `occurrence: 2` breaks silently when a sentence is added
before it, `suffix: .L'application` does not.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import takewhile

from recoupe.anchoring.cuts import between_words, keeps_words
from recoupe.anchoring.matching import followed, matches, preceded
from recoupe.anchoring.scripts import letter_before
from recoupe.text import Span, Text

__all__ = ["Wording", "shortest_unique", "shortest_words"]

_REACH = 160  # characters; longer surroundings are harder to read and to check than an occurrence
_TWO_SIDED = (
    12  # characters that one side may be longer to save the editor the other: about 2 words
)
_UNPRINTED = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_RUN = re.compile("\\s{2,}|[^\\S \u00a0\u202f]")  # a lone no-break space is good typography


@dataclass(frozen=True, slots=True)
class Wording:
    """A quote as it would be typed; `occurrence` counts from 1 among whole matches of `exact`."""

    exact: str
    prefix: str = ""
    suffix: str = ""
    occurrence: int | None = None


def shortest_unique(text: str | Text, span: Span) -> Wording:
    """The wording that names `span` of `text` and nothing else, with the shortest neighbours.

    Prefix and suffix are whole neighbouring words. Where even long ones do not part the span from
    its likes (a refrain, a table), it is told by its occurrence. Raises ValueError where no quote
    can name the span: it is empty after folding, or cuts a character, a word or a number.
    """
    text = Text.of(text)
    here = text.trimmed(*text.within(span))
    exact, likes = _typed(text, *here), _likes(text, here)
    sides = _shortest_sides(text, here, likes)
    if sides is None:
        return Wording(exact, occurrence=sum(like < here for like in likes) + 1)
    start, end = sides
    return Wording(exact, _typed(text, start, here[0]), _typed(text, here[1], end))


def shortest_words(text: str | Text, span: Span) -> str | None:
    """The words of `span` and as many around them as it takes for all together to stand once.

    None where even long ones do not. Raises ValueError as `shortest_unique` does.
    """
    text = Text.of(text)
    here = text.trimmed(*text.within(span))
    sides = _shortest_sides(text, here, _likes(text, here))
    return sides and _typed(text, *sides)


def _likes(text: Text, here: tuple[int, int]) -> list[tuple[int, int]]:
    """The other places of the words that stand `here`, which a quote has to be able to name."""
    found = _whole_matches(text, _typed(text, *here))
    if here not in found:
        start, end = text.span(*here) if here[0] < here[1] else here
        raise ValueError(f"no quote can name the span {start} to {end}")
    return [like for like in found if like != here]


def _whole_matches(text: Text, exact: str) -> list[tuple[int, int]]:
    return [found for found in matches(text, exact) if keeps_words(text, *found)]


def _typed(text: Text, start: int, end: int) -> str:
    """The folded characters `start` to `end` as an editor would type them: visible, on one line."""
    if start >= end:
        return ""
    raw = text.raw[slice(*text.span(start, end))]
    return _RUN.sub(" ", _UNPRINTED.sub("", raw)).strip()


def _shortest_sides(
    text: Text, here: tuple[int, int], likes: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """From where to where words part `here` from all its `likes`; None where too much is alike.

    A like is told by how many of the possible prefixes and of the possible suffixes it shares. With
    a given prefix, the suffix must be longer than those of all the likes that share the prefix.
    """
    if not likes:
        return here
    starts, ends = _starts_before(text, here[0]), _ends_after(text, here[1])
    shared = _shared(text, here, likes, starts=starts, ends=ends)
    choices = []
    longest = -1  # number of the longest suffix shared by likes with a prefix longer than `prefix`
    for prefix in range(len(starts) - 1, -1, -1):
        longest = max(longest, shared.get(prefix, -1))
        if longest + 1 < len(ends):
            choices.append((starts[prefix], ends[longest + 1]))
    return min(choices, key=lambda sides: _cost(here, *sides), default=None)


def _shared(
    text: Text,
    here: tuple[int, int],
    likes: list[tuple[int, int]],
    *,
    starts: list[int],
    ends: list[int],
) -> dict[int, int]:
    """By the number of the longest prefix that a like shares, that of its longest suffix."""
    befores = [text.folded[start : here[0]].strip() for start in starts]
    afters = [text.folded[here[1] : end].strip() for end in ends]
    shared: dict[int, int] = {}
    for start, end in likes:
        left = _longest(befores, partial(preceded, text.folded, start))
        right = _longest(afters, partial(followed, text.folded, end))
        shared[left] = max(shared.get(left, 0), right)
        if left + right == len(starts) + len(ends) - 2:
            break  # nothing can part this one, and a refrain may have a million like it
    return shared


def _longest(neighbours: list[str], holds: Callable[[str], bool]) -> int:
    """The number of the last of `neighbours` that holds; each contains those before it."""
    return sum(1 for _ in takewhile(holds, neighbours)) - 1  # most fail at the first word


def _cost(here: tuple[int, int], start: int, end: int) -> int:
    return end - start + _TWO_SIDED * (start < here[0] and end > here[1])


def _starts_before(text: Text, at: int) -> list[int]:
    """Where a prefix of words before `at` may start: at `at` (no prefix), then ever farther."""
    nearest = range(at - 1, max(at - _REACH, 0) - 1, -1)
    return [at, *(start for start in nearest if _begins_word(text, start))]


def _ends_after(text: Text, at: int) -> list[int]:
    """Where a suffix of words after `at` may end: at `at` (no suffix), then ever farther."""
    nearest = range(at + 1, min(at + _REACH, len(text.folded)) + 1)
    return [at, *(end for end in nearest if _ends_word(text, end))]


def _begins_word(text: Text, at: int) -> bool:
    return text.folded[at].isalnum() and between_words(text, at) and not _elides(text.folded, at)


def _ends_word(text: Text, at: int) -> bool:
    return (
        letter_before(text.folded, at).isalnum()
        and between_words(text, at)
        and not _elides(text.folded, at)
    )


def _elides(folded: str, at: int) -> bool:
    """Whether what is elided (`l'`) stands before `at` or its apostrophe after it: both keep on."""
    before, after = folded[at - 1 : at], folded[at : at + 1]
    return (before == "'" and after.isalpha()) or (
        after == "'" and before.isalpha() and folded[at + 1 : at + 2].isalpha()
    )
