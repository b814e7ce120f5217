"""A text as we compare it for browsers, and where they see a word begin or end.

Browsers look for a text fragment by the first level of Unicode's collation, which knows no case and
no accents. Letters and digits alone, in the midst of words too, are laxer still: what stands once
by this measure stands at most once by theirs.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Self

__all__ = ["BrowserText", "invisible", "parted"]

_SEPARATORS = re.compile(r"[\W_]+")
_NEEDLESS_SPACES = re.compile("(?:^|(?<= )) +")  # after one, or before the first letter
_NEIGHBOURS = 8192  # kinds of boundaries that are remembered: a language has some thousands
_IGNORED = ("M", "Cc", "Cf")  # marks and invisible signs, which the collation passes over
# Letters that the collation takes for others and that no decomposition tells.
_ALIKE = str.maketrans(
    {**dict(zip("øđðłħŧı", "oddlhti", strict=True)), "œ": "oe", "æ": "ae", "ـ": ""}
)


class _Shifts(NamedTuple):
    """Where a text grew or shrank when it was changed, in order, and by how much up to there.

    `starts` to `ends` are the places of what was changed, in the text before; `moved` is how far
    what comes after each moves. Between two of them a text keeps its length.
    """

    starts: list[int]
    ends: list[int]
    moved: list[int]

    @classmethod
    def of(cls, changes: Iterable[tuple[int, int, int]]) -> Self:
        """Those of `changes`: from where to where, and how long that is now."""
        shifts, moved = cls([], [], []), 0
        for start, end, length in changes:
            moved += length - (end - start)
            shifts.starts.append(start)
            shifts.ends.append(end)
            shifts.moved.append(moved)
        return shifts

    def after(self, place: int) -> int:
        """The place in the text as it is now; within what was changed, that of where it begins."""
        last = bisect_right(self.ends, place) - 1
        moved = self.moved[last] if last >= 0 else 0
        inside = last + 1 < len(self.starts) and self.starts[last + 1] < place
        return (self.starts[last + 1] if inside else place) + moved


@dataclass(frozen=True, slots=True)
class BrowserText:
    """A text for many look-ups: as it was captured, and as it is compared.

    `spelled` says how far letters moved that are spelled otherwise, `closed` how far those after
    spaces that are not kept.
    """

    raw: str
    plain: str
    spelled: _Shifts
    closed: _Shifts

    @classmethod
    def of(cls, text: "str | BrowserText") -> "BrowserText":
        """`text` itself where it is one already."""
        return _browser_text(text) if isinstance(text, str) else text

    def once(self, start: int, end: int) -> bool:
        """Whether the words of `raw` from `start` to `end` stand once in all of it."""
        begin = self._place(start)
        words = self.plain[begin : self._place(end)]
        return self.plain.find(words) == begin and self.plain.find(words, begin + 1) < 0

    def first(self, start: int, end: int, *, after: int) -> bool:
        """Whether the words of `raw` from `start` to `end` are the first of theirs `after`."""
        begin = self._place(start)
        words = self.plain[begin : self._place(end)]
        return self.plain.find(words, self._place(after)) == begin

    def _place(self, at: int) -> int:
        """Where in `plain` the character `at` of `raw` begins, or where the one before it ends."""
        return self.closed.after(self.spelled.after(at))


def parted(raw: str, at: int) -> bool:
    """Whether any browser sees a word begin or end at the boundary `at` of a text.

    It does at white space, and between a letter and a punctuation mark that has no letter on its
    other side: no rule of UAX 29 joins these, while `l'eau`, `3,5` and `a_b` are one word each.
    Scripts that part no words have no such boundary within a sentence.
    """
    if 2 <= at <= len(raw) - 2 and (known := _parted_within(raw[at - 2 : at + 2])) is not None:
        return known
    return _parted(raw, at)


@lru_cache(_NEIGHBOURS)
def _parted_within(around: str) -> bool | None:
    """Whether a word begins or ends in the middle of four characters; None where it takes more."""
    return None if any(map(invisible, around)) else _parted(around, 2)


def _parted(raw: str, at: int) -> bool:
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
    spelled = raw.translate({ord(letter): plain for letter, plain in table.items()})
    return BrowserText(
        raw,
        _NEEDLESS_SPACES.sub("", spelled),
        _Shifts.of(_spelled(raw, table)),
        _Shifts.of((*found.span(), 0) for found in _NEEDLESS_SPACES.finditer(spelled)),
    )


def _spelled(raw: str, table: Mapping[str, str]) -> Iterator[tuple[int, int, int]]:
    """Each letter that is not spelled by one, and by how many it is."""
    others = "".join(re.escape(letter) for letter, plain in table.items() if len(plain) != 1)
    if others:
        for found in re.finditer(f"[{others}]", raw):
            yield *found.span(), len(table[found[0]])


def _plain_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    letters = unicodedata.normalize("NFKD", letter).casefold().translate(_ALIKE)
    letters = unicodedata.normalize("NFKD", letters)
    kept = "".join(one for one in letters if not invisible(one))
    return _SEPARATORS.sub(" ", kept)
