"""What stands in place of the first and the last words of a quote where these have changed.

Characters in common say nothing there: a passage is the more like the quote the less it has of
what was replaced, and so would end before the very figure that has changed. So as many words as
the quote has left over are added, up to the end of the sentence.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import islice, takewhile
from typing import NamedTuple

from recoupe.anchoring.cuts import between_words
from recoupe.anchoring.differences import kept
from recoupe.anchoring.matching import followed, preceded
from recoupe.anchoring.nearest import Wanted
from recoupe.anchoring.scripts import unspaced
from recoupe.anchoring.words import Word, words
from recoupe.text import Text

__all__ = ["with_replaced_edges"]

_JOINTS = frozenset({"'", "-", "/", ""})  # `l'an`, `dit-il`, `4G` are one word each to a reader
_ENDING = re.compile(
    r"[.,;:!?\u0589\u060c\u061b\u061f\u06d4\u0964\u0965\u3001\u3002\uff01\uff0c-\uff0e\uff1a\uff1b\uff1f]"
)
_PARAGRAPH = re.compile(r"(?:\r\n|\r|\n)\s*(?:\r\n|\r|\n)")
_REACH = 400  # characters; a sentence that goes on for longer is cut there, between words
_TELLING = 12  # characters of the surroundings that tell an edge: about two words
_LONGER = 2  # words by which what was replaced may be longer, where surroundings tell its end


class _Left(NamedTuple):
    """What a quote has left over at one edge: how many words, and the characters between them.

    `closing` are the characters that the passage has at this edge outside its words.
    """

    words: int
    between: str
    closing: int


class _Step(NamedTuple):
    """One word farther out: the gap before it is `start` to `end`, and behind it is `edge`."""

    start: int
    end: int
    edge: int


def with_replaced_edges(text: Text, wanted: Wanted, start: int, end: int) -> tuple[int, int]:
    """The folded characters `start` to `end`, and the words beside them that replace others.

    Words are added where `wanted` has more of them at an edge than the passage has: up to the
    surroundings that were given, else as many, within the sentence.
    """
    before, after = wanted.before[-_TELLING:].lstrip(), wanted.after[:_TELLING].rstrip()
    first, last = _left_over(wanted.words, text.folded[start:end])
    tells_start = partial(preceded, text.folded, words=before) if before else _tells_nothing
    tells_end = partial(followed, text.folded, words=after) if after else _tells_nothing
    return (
        _moved(text, start, _steps_before(text, start, first.closing), first, tells_start),
        _moved(text, end, _steps_after(text, end, last.closing), last, tells_end),
    )


def _tells_nothing(_at: int) -> bool:
    return False


def _moved(
    text: Text, at: int, steps: list[_Step], left: _Left, told: Callable[[int], bool]
) -> int:
    """The edge `at` by as many `steps` as the quote has words left, or to where it is `told`."""
    if left.words <= 0:
        return at
    near = [at, *(step.edge for step in steps[: left.words + _LONGER])]
    within = takewhile(lambda step: not _parts(text, step, left.between), steps)
    counted = [at, *(step.edge for step in islice(within, left.words))][-1]
    return next((edge for edge in near if told(edge)), counted)


def _left_over(quote: str, passage: str) -> tuple[_Left, _Left]:
    """What `quote` has more than `passage` before and behind the words that they share."""
    old, new = list(words(quote)), list(words(passage))
    blocks = [block for block in kept(_texts(old), _texts(new)) if block[2]]
    if not blocks:
        return _Left(0, "", 0), _Left(0, "", 0)
    (old_first, new_first, _), (old_last, new_last, size) = blocks[0], blocks[-1]
    first = _count(quote, old[:old_first]) - _count(passage, new[:new_first])
    last = _count(quote, old[old_last + size :]) - _count(passage, new[new_last + size :])
    head, tail = quote[: old[old_first].start], quote[old[old_last + size - 1].end :]
    return (
        _Left(first, head, new[0].start),
        _Left(last, tail, len(passage) - new[-1].end),
    )


def _texts(found: Sequence[Word]) -> list[str]:
    return [word.text for word in found]


def _count(folded: str, found: Sequence[Word]) -> int:
    return len(_joined(folded, found))


def _joined(folded: str, found: Iterable[Word]) -> list[tuple[int, int]]:
    """From where to where words stand, those that a reader takes for one together."""
    joined: list[tuple[int, int]] = []
    for word in found:
        if joined and _joins(folded, joined[-1][1], word.start):
            joined[-1] = (joined[-1][0], word.end)
        else:
            joined.append((word.start, word.end))
    return joined


def _joins(folded: str, end: int, start: int) -> bool:
    return folded[end:start] in _JOINTS and not (end == start and unspaced(folded[start]))


def _steps_after(text: Text, at: int, closing: int) -> list[_Step]:
    reach = text.folded[at : at + _REACH]
    steps, edge = [], at - closing
    for start, end in _joined(reach, words(reach)):
        if between_words(text, at + end):
            steps.append(_Step(edge, at + start, at + end))
            edge = at + end
    return steps


def _steps_before(text: Text, at: int, opening: int) -> list[_Step]:
    begin = max(at - _REACH, 0)
    reach = text.folded[begin:at]
    steps, edge = [], at + opening
    for start, end in reversed(_joined(reach, words(reach))):
        if between_words(text, begin + start):
            steps.append(_Step(begin + end, edge, begin + start))
            edge = begin + start
    return steps


def _parts(text: Text, step: _Step, passable: str) -> bool:
    """Whether a sentence ends in the gap of `step`, by a mark that is not in the quote as well."""
    gap = text.folded[step.start : step.end]
    if any(mark not in passable for mark in _ENDING.findall(gap)):
        return True
    if step.start in {0, step.end}:
        return False
    raw = slice(text.span(step.start - 1, step.start).end, text.span(step.end, step.end + 1).start)
    return _PARAGRAPH.search(text.raw[raw]) is not None
