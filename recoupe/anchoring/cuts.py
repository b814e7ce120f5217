"""Whether a span keeps words and numbers whole: `2 millions` in "12 millions" proves nothing.

Words are judged in Latin, Greek and Cyrillic script only. Others either write words together or put
articles and prepositions on them, so that an editor rightly quotes a part.
"""

import re

from recoupe.anchoring.scripts import alphabetic, letter_before, unspaced
from recoupe.text import Span, Text

__all__ = ["between_words", "cuts", "keeps_words", "whole"]

_SEPARATORS = ".,'"
_THOUSANDS = re.compile(r" \d{3}(?!\d)")


def whole(text: str | Text, span: Span) -> bool:
    """Whether `span` of `text` cuts neither a word nor a number; judged on the folded text."""
    text = Text.of(text)
    return keeps_words(text, *text.within(span))


def keeps_words(text: Text, start: int, end: int) -> bool:
    """Whether the folded characters `start` to `end` cut neither a word nor a number."""
    return not (cuts(text.folded, start) or cuts(text.folded, end))


def cuts(folded: str, at: int) -> bool:
    """Whether the boundary `at` of a folded text falls inside a word or a number."""
    return 0 < at < len(folded) and (_cuts_number(folded, at) or _cuts_word(folded, at))


def between_words(text: Text, at: int) -> bool:
    """Whether a reader would part words at the folded boundary `at`.

    Stricter than what counts as a match: words are kept whole in every script that parts them.
    """
    if cuts(text.folded, at) or not text.bounds(at):
        return False
    before, after = letter_before(text.folded, at), text.folded[at : at + 1]
    return not (before.isalnum() and after.isalnum()) or unspaced(before) or unspaced(after)


def _cuts_number(folded: str, at: int) -> bool:
    before, after = folded[at - 1], folded[at]
    if before.isdecimal():
        return (
            after.isdecimal()
            or (after in _SEPARATORS and folded[at + 1 : at + 2].isdecimal())
            or _THOUSANDS.match(folded, at) is not None
        )
    joined = after.isdecimal() and at > 1 and folded[at - 2].isdecimal()
    return joined and (before in _SEPARATORS or _THOUSANDS.match(folded, at - 1) is not None)


def _cuts_word(folded: str, at: int) -> bool:
    if not alphabetic(folded[at]):
        return False
    base = letter_before(folded, at)
    # A mark that stands on no letter belongs to the word that follows it.
    return alphabetic(base) or (base != folded[at - 1] and not base.isalpha())
