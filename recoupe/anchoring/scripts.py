"""Which letters make words in which way; everything that depends on the script asks here.

Python knows no scripts, so they are given as blocks (Unicode 15, Blocks.txt and Scripts.txt). What
is no letter in a block is told by its category, where that matters.
"""

import re
import unicodedata

__all__ = ["alphabetic", "joining", "letter_before", "unspaced", "unspaced_letters"]

_LATIN_GREEK_CYRILLIC = re.compile(
    "[A-Za-z\u00aa\u00ba\u00c0-\u02b8\u02e0-\u02e4\u0370-\u052f\u1c80-\u1c8f\u1d00-\u1dbf"
    "\u1e00-\u1fff\u2071\u207f\u2090-\u209c\u2126\u212a\u212b\u2132\u214e\u2c60-\u2c7f"
    "\ua640-\ua69f\ua722-\ua7ff\uab30-\uab6f\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a]"
)
_HEBREW_ARABIC = re.compile("[\u0590-\u06ff\u0750-\u077f\u0870-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
# Thai, Lao, Tibetan, Myanmar, Khmer, Tai Le, New Tai Lue, Tai Tham, Balinese, Javanese, Tai Viet,
# and Han with Kana and Bopomofo.
_UNSPACED = re.compile(
    "[\u0e00-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f\ua980-\ua9ff\uaa60-\uaadf"
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff]"
)
_FIRST_UNSPACED = "\u0e00"  # most letters are told by this alone


def alphabetic(letter: str) -> bool:
    """Whether `letter` is one of Latin, Greek or Cyrillic script."""
    return letter.isalpha() and _LATIN_GREEK_CYRILLIC.match(letter) is not None


def unspaced(letter: str) -> bool:
    """Whether `letter` is of a script that parts no words."""
    return letter >= _FIRST_UNSPACED and _UNSPACED.match(letter) is not None


def unspaced_letters(text: str) -> int:
    """How many letters of `text` are of scripts that part no words."""
    return sum(1 for _ in _UNSPACED.finditer(text))


def joining(letter: str) -> bool:
    """Whether words may begin within what is written together, as after an Arabic article."""
    return _HEBREW_ARABIC.match(letter) is not None or unspaced(letter)


def letter_before(text: str, at: int) -> str:
    """The last character before `at` that is no combining mark; empty where there is none."""
    at -= 1
    while at >= 0 and unicodedata.category(text[at]).startswith("M"):
        at -= 1
    return text[max(at, 0) : at + 1]
