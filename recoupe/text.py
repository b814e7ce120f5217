"""A text folded once for comparing, with the way back to the code points it was folded from.

Folding is what FORMAT calls *Matching*: it forgives what typesetting changes and nothing else. The
way back is kept as the few places where lengths changed, one list for each step of folding, instead
of an offset for each character: a look-up costs some bisections, and the map of a text of megabytes
stays small.
"""

import re
import string
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

__all__ = ["Folded", "Span", "Text", "bare", "before_mark", "folded"]

_DROPPED = re.compile(
    "[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff]+"
)
# No canonical composition has an ASCII character or a Han one as its second part, so that what
# follows one up to the next can be composed on its own.
_COMPOSABLE = re.compile("[\x00-\x7f\u3400-\u9fff]?[^\x00-\x7f\u3400-\u9fff]+")
_SPELLED_OUT = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
    "…": "...",
}
_LONG = re.compile("[ﬀ-ﬆ…]")
_SPELLED_PAIRS = frozenset(
    spelled[at : at + 2] for spelled in _SPELLED_OUT.values() for at in range(len(spelled) - 1)
)
_PLAIN = {
    **dict.fromkeys("’‘ʼ′׳‚‹›", "'"),
    **dict.fromkeys("“”„‟″״«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
# White space that is not already one plain space with words on both sides.
_SPACE = re.compile(r'\s(?:\s++|(?<! )|(?<=" )|(?=[";:!?%]))')
_ABSORBING = frozenset('";:!?%')  # a space before these is dropped

# The combining marks of Latin, Greek and Cyrillic, then of Hebrew, then of Arabic (Unicode 15).
_ACCENT = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u2de0-\u2dff\ua66f-\ua672\ua674-\ua67d"
    "\ua69e\ua69f\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\ufb1e"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed"
    "\u0898-\u089f\u08ca-\u08e1\u08e3-\u08ff]"
)
_LOWERED = {ord(letter): letter.lower() for letter in string.ascii_uppercase}
_MANY_MARKS = 30  # no language stacks more on a letter (Unicode's stream-safe text format)
_FIRST_MARK = "\u0300"  # no character below is a combining mark, so most need no look-up


class Span(NamedTuple):
    """Where words stand in a text: code points, half-open."""

    start: int
    end: int


class _Edit(NamedTuple):
    """The characters `start` to `end` of a text that were replaced, and by what."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class _Step:
    """The way back over one step: the new characters `at` to `until` were `start` to `end`."""

    at: list[int]
    until: list[int]
    start: list[int]
    end: list[int]

    def before(self, index: int) -> tuple[int, int]:
        """The characters, from and to, that the new character `index` comes from."""
        place = bisect_right(self.at, index) - 1
        if place < 0:
            return index, index + 1
        if index < self.until[place]:
            return self.start[place], self.end[place]
        old = self.end[place] + index - self.until[place]
        return old, old + 1


@dataclass(frozen=True, slots=True)
class Folded:
    """A text after some steps of folding, and the way back to the text it was made of."""

    text: str
    steps: tuple[_Step, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The code points that the characters `start` to `end` (not empty) of `text` come from.

        It runs from the first to the last of them: what folding dropped at either end is not in it.
        """
        return Span(self._back(start, 0), self._back(end - 1, 1))

    def inside(self, at: int) -> bool:
        """Whether the boundary `at` falls between two characters that come from the same ones."""
        return 0 < at < len(self.text) and self._back(at - 1, 1) > self._back(at, 0)

    def within(self, span: Span) -> tuple[int, int]:
        """The characters of `text`, from and to, that come wholly from inside `span`."""
        indices = range(len(self.text))
        start = bisect_left(indices, span.start, key=lambda index: self._back(index, 0))
        end = bisect_right(indices, span.end, key=lambda index: self._back(index, 1))
        return start, max(start, end)

    def edited(self, edits: Iterable[_Edit]) -> "Folded":
        """The text with `edits` made, in order, and the way back over them added."""
        step = _Step([], [], [], [])
        pieces: list[str] = []
        done = length = 0
        for start, end, new in edits:
            pieces += self.text[done:start], new
            length += start - done + len(new)
            done = end
            if not len(new) == end - start == 1:
                step.at.append(length - len(new))
                step.until.append(length)
                step.start.append(start)
                step.end.append(end)
        if not done:
            return self
        pieces.append(self.text[done:])
        return Folded("".join(pieces), (*self.steps, step) if step.at else self.steps)

    def _back(self, index: int, side: int) -> int:
        for step in reversed(self.steps):
            index = step.before(index)[side] - side
        return index + side


class Text:
    """A text and its foldings, made once for many look-ups, and not before the first of them.

    Immutable; equal to itself only.
    """

    def __init__(self, raw: str) -> None:
        self.raw = raw

    @classmethod
    def of(cls, text: "str | Text") -> "Text":
        """`text` itself where it is folded already."""
        return text if isinstance(text, Text) else cls(text)

    @cached_property
    def folded(self) -> str:
        """The text as quotes are compared."""
        return self._folding.text

    def span(self, start: int, end: int) -> Span:
        """The span in `raw` of the folded characters `start` to `end`, which are not empty."""
        return self._folding.span(start, end)

    def within(self, span: Span) -> tuple[int, int]:
        """The folded characters, from and to, that come wholly from inside `span` of `raw`."""
        return self._folding.within(span)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """The folded characters `start` to `end` without white space at the ends."""
        words = self.folded[start:end]
        return start + len(words) - len(words.lstrip()), start + len(words.rstrip())

    def bounds(self, at: int) -> bool:
        """Whether a match may begin or end at the folded boundary `at`.

        It may not inside one character of `raw` (`fin.` in `fin…`), nor before a combining mark.
        """
        if before_mark(self.folded, at):
            return False
        # Only what was spelled out has an inside that is not before a mark; most need no way back.
        doubtful = self.folded[max(at - 1, 0) : at + 1] in _SPELLED_PAIRS
        return not (doubtful and self._folding.inside(at))

    @cached_property
    def bare(self) -> Folded:
        """The folding that searches for silences use: case and accents are gone besides."""
        return _bare(self._folding)

    @cached_property
    def _folding(self) -> Folded:
        return _folding(self.raw)


def folded(words: str) -> str:
    """`words` as quotes are compared: folded, without white space at the ends.

    The same steps as for a `Text`, without the way back, which costs most.
    """
    if not words.isascii():
        words = _DROPPED.sub("", words)
        words = _composed(Folded(words)).text
        words = _LONG.sub(lambda match: _SPELLED_OUT[match[0]], words)
        words = _plain(words)
    return _SPACE.sub(_space, words).strip()


def bare(words: str) -> str:
    """`words` as searches for silences compare them: folded, without case and accents besides.

    Like `folded`, without the way back and without white space at the ends.
    """
    return _bare(Folded(folded(words))).text


def before_mark(text: str, at: int) -> bool:
    """Whether a combining mark stands at `at`."""
    following = text[at : at + 1]
    return following >= _FIRST_MARK and unicodedata.category(following).startswith("M")


def _folding(raw: str) -> Folded:
    folding = Folded(raw)
    if not raw.isascii():
        folding = _without(folding, _DROPPED)
        folding = _composed(folding)
        folding = _replaced(folding, _LONG, lambda match: _SPELLED_OUT[match[0]])
        folding = Folded(_plain(folding.text), folding.steps)
    return _replaced(folding, _SPACE, _space)


def _bare(folding: Folded) -> Folded:
    # From the letters that the text has; a text of megabytes has some hundred different ones.
    if folding.text.isascii():
        return Folded(folding.text.lower(), folding.steps)
    others = [letter for letter in set(folding.text) if not letter.isascii()]
    table = {letter: _bare_letter(letter) for letter in others}
    resized = "".join(letter for letter, new in table.items() if len(new) != 1)
    if resized:
        pattern = re.compile(f"[{re.escape(resized)}]")
        folding = _replaced(folding, pattern, lambda match: table[match[0]])
    kept = {ord(letter): new for letter, new in table.items() if len(new) == 1 and letter != new}
    return Folded(folding.text.translate(_LOWERED | kept), folding.steps)


def _bare_letter(letter: str) -> str:
    letters = _ACCENT.sub("", unicodedata.normalize("NFD", letter)).casefold()
    letters = _ACCENT.sub("", unicodedata.normalize("NFD", letters))
    return unicodedata.normalize("NFC", letters).replace("œ", "oe").replace("æ", "ae")


def _without(folding: Folded, pattern: re.Pattern[str]) -> Folded:
    return _replaced(folding, pattern, lambda match: "")  # noqa: ARG005  whatever it was


def _replaced(
    folding: Folded, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str]
) -> Folded:
    found = pattern.finditer(folding.text)
    return folding.edited(_Edit(match.start(), match.end(), new(match)) for match in found)


def _composed(folding: Folded) -> Folded:
    if unicodedata.is_normalized("NFC", folding.text):
        return folding
    return folding.edited(
        edit
        for match in _COMPOSABLE.finditer(folding.text)
        if not unicodedata.is_normalized("NFC", match[0])
        for edit in _compositions(match[0], match.start())
    )


def _compositions(run: str, at: int) -> Iterable[_Edit]:
    """What NFC changes in `run`, as small as it can be told apart: a letter with its marks."""
    start = 0
    for end in range(1, len(run) + 1):
        if end == len(run) or (not unicodedata.combining(run[end]) and _parts(run, start, end)):
            new = unicodedata.normalize("NFC", _ordered(run[start:end]))
            if new != run[start:end]:
                yield _Edit(at + start, at + end, new)
            start = end


def _parts(run: str, start: int, end: int) -> bool:
    """Whether NFC treats what stands before `end` and what begins there as if each stood alone."""
    cluster, following = _ordered(run[start:end]), run[end]
    apart = unicodedata.normalize("NFC", cluster) + unicodedata.normalize("NFC", following)
    return unicodedata.normalize("NFC", cluster + following) == apart


def _ordered(cluster: str) -> str:
    """`cluster`, its marks in canonical order where they are many.

    NFC would do so too, but in CPython in quadratic time, and a text may have a million.
    """
    if len(cluster) <= _MANY_MARKS:
        return cluster
    runs = groupby(cluster, key=lambda letter: unicodedata.combining(letter) > 0)
    return "".join("".join(sorted(run, key=unicodedata.combining)) for _, run in runs)


def _plain(text: str) -> str:
    for typographic, plain in _PLAIN.items():
        text = text.replace(typographic, plain)
    return text


def _space(match: re.Match[str]) -> str:
    text = match.string
    beside = text[match.start() - 1 : match.start()] == '"'
    return "" if beside or text[match.end() : match.end() + 1] in _ABSORBING else " "
