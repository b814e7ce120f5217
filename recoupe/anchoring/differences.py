"""Which words differ between a quote and a passage that may be what it meant."""

import re
from collections.abc import Iterator
from itertools import chain, takewhile

from rapidfuzz.distance import Indel

from recoupe.anchoring.scripts import unspaced

__all__ = ["changed_words", "holds_figure"]

# What parts words, by Unicode block. Not `\W`: to Python, the marks that other scripts write their
# vowels with are no part of a word.
_PARTING = (
    r"\s!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b9\u00bb-\u00bf\u00d7\u00f7"  # ASCII, Latin
    r"\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u061b\u061f\u066a-\u066d\u06d4\u0964\u0965"
    r"\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u3004\u3008-\u3020\u30fb"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_NUMBER = r"(?<!\w)-?\d+(?:[.,']\d+| \d{3}(?!\d))*"  # with its sign, which changes what it says
_WORD = re.compile(rf"{_NUMBER}|\d+|[^{_PARTING}\d]+")
_MOST_PAIRS = 500_000_000  # of words to compare; a bit of memory each, so about 60 MB


def changed_words(quote: str, passage: str) -> tuple[str, ...]:
    """The words that stand in only one of two folded texts, or in another place, in reading order.

    Where the two differ, the words of `quote` come before those of `passage`. A number with its
    sign and separators is one word. Of very long texts, all between the first and the last
    difference count as changed.
    """
    old, new = _words(quote), _words(passage)
    changed: list[str] = []
    done_old = done_new = 0
    for kept_old, kept_new, size in _kept(old, new):
        changed += (*old[done_old:kept_old], *new[done_new:kept_new])
        done_old, done_new = kept_old + size, kept_new + size
    return tuple(changed)


def holds_figure(words: tuple[str, ...]) -> bool:
    """Whether one of `words` is a number or holds a digit."""
    return any(letter.isnumeric() for word in words for letter in word)


def _kept(old: list[str], new: list[str]) -> list[tuple[int, int, int]]:
    """Where words were kept: from which in `old` and in `new`, and how many; ends with none."""
    if len(old) * len(new) <= _MOST_PAIRS:
        blocks = Indel.opcodes(old, new).as_matching_blocks()
        return [(block.a, block.b, block.size) for block in blocks]
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    return [(0, 0, head), (len(old) - tail, len(new) - tail, tail)]


def _words(folded: str) -> list[str]:
    return list(chain.from_iterable(_parts(word) for word in _WORD.findall(folded)))


def _parts(word: str) -> Iterator[str]:
    """Of a script that parts no words, each character counts as one."""
    return iter(word) if unspaced(word[0]) else iter((word,))


def _alike(old: list[str], new: list[str]) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
