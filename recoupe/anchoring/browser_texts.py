"""A text as we compare it for browsers, and where they see a word begin or end.

Browsers look for a text fragment by the first level of Unicode's collation, which knows no case and
no accents. Letters and digits alone, in the midst of words too, are laxer still: what stands once
by this measure stands at most once by theirs.
"""

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["BrowserText", "invisible", "parted"]

_SEPARATORS = re.compile(r"[\W_]+")
_IGNORED = ("M", "Cc", "Cf")  # marks and invisible signs, which the collation passes over
# Letters that the collation takes for others and that no decomposition tells.
_ALIKE = str.maketrans(
    {**dict(zip("øđðłħŧı", "oddlhti", strict=True)), "œ": "oe", "æ": "ae", "ـ": ""}
)


@dataclass(frozen=True, slots=True)
class BrowserText:
    """A text for many look-ups: as it was captured, and as it is compared.

    `places` says where in `plain` each character of `raw` begins, and where the last one ends.
    """

    raw: str
    plain: str
    places: Sequence[int]

    @classmethod
    def of(cls, text: "str | BrowserText") -> "BrowserText":
        """`text` itself where it is one already."""
        return _browser_text(text) if isinstance(text, str) else text

    def once(self, start: int, end: int) -> bool:
        """Whether the words of `raw` from `start` to `end` stand once in all of it."""
        return self._next(start, end, 0) == self.places[start] and (
            self._next(start, end, self.places[start] + 1) < 0
        )

    def first(self, start: int, end: int, *, after: int) -> bool:
        """Whether the words of `raw` from `start` to `end` are the first of theirs `after`."""
        return self._next(start, end, self.places[after]) == self.places[start]

    def _next(self, start: int, end: int, at: int) -> int:
        return self.plain.find(self.plain[self.places[start] : self.places[end]], at)


def parted(raw: str, at: int) -> bool:
    """Whether any browser sees a word begin or end at the boundary `at` of a text.

    It does at white space, and between a letter and a punctuation mark that has no letter on its
    other side: no rule of UAX 29 joins these, while `l'eau`, `3,5` and `a_b` are one word each.
    Scripts that part no words have no such boundary within a sentence.
    """
    after = raw[at : at + 1]
    if after.isspace() or raw[at - 1 : at].isspace() or at in {0, len(raw)}:
        return not invisible(after)
    before = _letter_before(raw, at)
    if _punctuation(after):
        return not _in_words(raw[at + 1 : at + 2])
    if before and _punctuation(before) and raw[at - 1] == before:
        return _in_words(after) and not _in_words(_letter_before(raw, at - 1))
    return False


def invisible(letter: str) -> bool:
    """Whether `letter` is a sign that browsers pass over, such as a soft hyphen, or a mark."""
    return letter != "" and not letter.isspace() and _category(letter).startswith(_IGNORED)


def _letter_before(raw: str, at: int) -> str:
    """The last character before `at` that is neither a mark nor invisible; empty where none is."""
    at -= 1
    while at >= 0 and invisible(raw[at]):
        at -= 1
    return raw[max(at, 0) : at + 1]


def _punctuation(letter: str) -> bool:
    return _category(letter).startswith("P") and letter != "_"


def _in_words(letter: str) -> bool:
    return letter == "_" or (letter != "" and not _punctuation(letter) and not letter.isspace())


def _category(letter: str) -> str:
    return unicodedata.category(letter)


def _browser_text(raw: str) -> BrowserText:
    """Letters and digits without case and accents, and one space for all that is between them."""
    table = {letter: _plain_letter(letter) for letter in set(raw)}
    pieces, places = [], array("Q", [0])
    spaced = True  # nothing is before the first letter
    for letter in raw:
        plain = table[letter]
        if spaced:
            plain = plain.lstrip(" ")
        spaced = plain.endswith(" ") if plain else spaced
        pieces.append(plain)
        places.append(places[-1] + len(plain))
    return BrowserText(raw, "".join(pieces), places)


def _plain_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    letters = unicodedata.normalize("NFKD", letter).casefold().translate(_ALIKE)
    letters = unicodedata.normalize("NFKD", letters)
    kept = "".join(one for one in letters if not invisible(one))
    return _SEPARATORS.sub(" ", kept)
