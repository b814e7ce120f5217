"""Where a searched entry occurs in a text: the proof of a silence.

Laxer than matching on purpose. A silence is proved by what does not occur, so that case, accents
and endings are forgiven here: what is found too much is seen by the editor, what is missed is not.
"""

from collections.abc import Iterator

from recoupe.anchoring.matching import starts
from recoupe.anchoring.scripts import joining, letter_before
from recoupe.text import Span, Text, bare

__all__ = ["occurrences", "occurs"]


def occurrences(text: str | Text, entry: str) -> list[Span]:
    """Every span of `text` in which `entry` occurs at the start of a word, in order.

    Compared folded, case and accents ignored besides. In Arabic, Hebrew and the scripts that part
    no words it may begin anywhere, and so may an entry that begins with a sign. An entry that folds
    to nothing occurs nowhere.
    """
    text = Text.of(text)
    words = bare(entry)
    return [text.bare.span(start, start + len(words)) for start in _found(text.bare.text, words)]


def occurs(text: str, entry: str) -> bool:
    """Whether `entry` has an occurrence in `text`, for many look-ups: both are `bare` already."""
    return any(True for _ in _found(text, entry))


def _found(text: str, words: str) -> Iterator[int]:
    return (start for start in starts(text, words) if _begins_word(text, start))


def _begins_word(text: str, at: int) -> bool:
    before = letter_before(text, at)
    inside = _in_words(before) and _in_words(text[at])
    return not inside or joining(before) or joining(text[at])


def _in_words(letter: str) -> bool:
    """Whether `letter` is one, or a digit; `²` is neither, as it calls a footnote."""
    return letter.isalpha() or letter.isdecimal()
