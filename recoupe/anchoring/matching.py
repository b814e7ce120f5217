"""Where words stand in a text: every match, exact after folding.

Likeness plays no part here. Prefix and suffix are compared as strings, not as words, so that the
cut-off surroundings that other tools store match as well.
"""

from collections.abc import Iterator
from heapq import merge
from itertools import groupby

from recoupe.text import Span, Text, folded

__all__ = ["followed", "locate", "matches", "preceded", "starts"]


def locate(text: str | Text, exact: str, *, prefix: str = "", suffix: str = "") -> list[Span]:
    """Every span of `text` that holds the words `exact`, in order; overlapping ones count.

    Only those with `prefix` right before and `suffix` right after them are given, white space
    between apart. Those that cut a word or a number are among them: see `whole`. Words that fold to
    nothing (white space, invisible characters) stand nowhere: the list is empty.
    """
    text = Text.of(text)
    return [text.span(*found) for found in matches(text, exact, prefix=prefix, suffix=suffix)]


def matches(
    text: Text, exact: str, *, prefix: str = "", suffix: str = ""
) -> Iterator[tuple[int, int]]:
    """What `locate` finds, as the characters, from and to, of the folded text."""
    words = folded(exact)
    for start in _surrounded(text.folded, words, folded(prefix), folded(suffix)):
        end = start + len(words)
        if text.bounds(start) and text.bounds(end):
            yield start, end


def _surrounded(text: str, words: str, before: str, after: str) -> Iterator[int]:
    """Where `words` begin that `before` and `after` surround, a space apart or not, in order.

    They are looked for together: to hold long surroundings against each place of the words takes
    the product of both.
    """
    if not words:
        return
    befores = (before, f"{before} ") if before else ("",)
    afters = (after, f" {after}") if after else ("",)
    found = (
        map(len(first).__add__, starts(text, first + words + last))
        for first in befores
        for last in afters
    )
    yield from (place for place, _ in groupby(merge(*found)))


def preceded(text: str, at: int, words: str) -> bool:
    """Whether the folded `words` stand right before `at` in a folded text, a space apart or not."""
    return not words or text.endswith(words, 0, at) or text.endswith(words + " ", 0, at)


def followed(text: str, at: int, words: str) -> bool:
    """Whether the folded `words` stand right after `at` in a folded text, a space apart or not."""
    return not words or text.startswith(words, at) or text.startswith(" " + words, at)


def starts(text: str, words: str) -> Iterator[int]:
    """Where `words` begin in `text`, overlaps included; nowhere if there are none.

    In time linear in both: think of `aaa` in a million `a`.

    Two overlapping occurrences lie a period of the words apart. So after one the next is either one
    shortest period on, or beyond all the periods that repeat it (Fine and Wilf, 1965).
    """
    start = text.find(words) if words else -1
    if start < 0:
        return
    yield start
    start = text.find(words, start + 1)
    period = _period(words) if start >= 0 else 0  # most words stand once, and need none
    while start >= 0:
        yield start
        end = start + len(words)
        if text.startswith(words[-period:], end):
            start += period
        else:
            start = text.find(words, start + max(period, len(words) - period) + 1)


def _period(words: str) -> int:
    """The least distance at which `words` overlap themselves (Knuth, Morris and Pratt, 1977)."""
    borders = [0] * len(words)
    border = 0
    for index in range(1, len(words)):
        while border and words[index] != words[border]:
            border = borders[border - 1]
        border += words[index] == words[border]
        borders[index] = border
    return len(words) - border
