"""A text as the words that a search is to find, in order.

Pagefind cuts a text at its white space and knows no elision: of "d’Amazon" it would never find
"Amazon". So an elided word is cut off, with a mark after it by which a page can join the two again.
Characters that nobody sees are left out, since nobody types them.
"""

import re
import unicodedata
from collections.abc import Iterator

JOINED = "\u2060"  # WORD JOINER ends a word that stands in the text without a space behind it

_WORD = re.compile(r"\S+")
_ELIDED = re.compile(  # the words that French elides, whichever language the site has
    r"\W*(?:[cdjlmnst]|qu|jusqu|lorsqu|presqu|puisqu|quoiqu)['’](?=\w)", re.IGNORECASE
)


def words(text: str) -> Iterator[tuple[int, int]]:
    """Where each word of `text` begins and ends, in order; an elided word is one of its own."""
    for found in _WORD.finditer(text):
        start, end = found.span()
        if elided := _ELIDED.match(text, start, end):
            yield start, elided.end()
            start = elided.end()
        yield start, end


def searched(text: str) -> str:
    """`text` with one space after every word, and `JOINED` before the spaces that are not its own.

    Characters that are not seen are gone; a text of nothing else is empty.
    """
    written = (_written(text, start, end) for start, end in words(text))
    return " ".join(word for word in written if word)


def _written(text: str, start: int, end: int) -> str:
    word = "".join(one for one in text[start:end] if unicodedata.category(one) != "Cf")
    return word + JOINED if word and end < len(text) and not text[end].isspace() else word
