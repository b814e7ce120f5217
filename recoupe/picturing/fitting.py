"""Setting a text into a box: the largest size at which it fits, in lines of about one length.

It knows nothing of typefaces: it is given a function that measures. Words are measured once for a
size and their widths added up, which is what plain layout does, too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

ELLIPSIS = "…"
Measure = Callable[[str, int], float]  # the width of a text at a size, both in pixels


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines of a text and the size, in pixels, at which they are set."""

    size: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """The room for a text: its width in pixels, and the sizes to try, with the lines of each."""

    width: int
    sizes: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Words:
    """Words with their widths, and the width of a space between them."""

    words: Sequence[str]
    widths: Sequence[float]
    space: float

    def lines(self, width: float) -> list[str]:
        """As many words on each line as it has room for; at least one."""
        lines: list[list[str]] = []
        room = 0.0
        for word, wide in zip(self.words, self.widths, strict=True):
            room -= self.space + wide
            if not lines or room < 0:
                lines.append([])
                room = width - wide
            lines[-1].append(word)
        return [" ".join(line) for line in lines]


def fitted(text: str, box: Box, measure: Measure) -> Setting:
    """`text` at the first of the sizes that has room for it without breaking a word.

    At the last size a word that is longer than a line is broken, and what is too much is left out,
    with an ellipsis in its place.
    """
    words = text.split(" ")
    for size, most in box.sizes:
        measured = _measured(words, size, measure)
        lines = measured.lines(box.width)
        if len(lines) <= most and max(measured.widths) <= box.width:
            return Setting(size, _balanced(measured, box.width, len(lines)))
    size, most = box.sizes[-1]
    return Setting(size, _cut(words, Box(box.width, ((size, most),)), measure))


def _measured(words: Sequence[str], size: int, measure: Measure) -> _Words:
    return _Words(words, [measure(word, size) for word in words], measure(" ", size))


def _balanced(measured: _Words, width: int, number: int) -> tuple[str, ...]:
    """That number of lines in the narrowest column that takes them."""
    narrow, wide = int(max(measured.widths)) - 1, width
    while wide - narrow > 1:
        middle = (narrow + wide) // 2
        fits = middle >= max(measured.widths) and len(measured.lines(middle)) <= number
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return tuple(measured.lines(wide))


def _cut(words: Sequence[str], box: Box, measure: Measure) -> tuple[str, ...]:
    ((size, most),) = box.sizes
    parts = [part for word in words for part in _parts(word, box.width, size, measure)]
    lines = _measured(parts, size, measure).lines(box.width)
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and measure(last + ELLIPSIS, size) > box.width:
        last = last.rpartition(" ")[0] if " " in last else last[:-1]
    return (*lines[: most - 1], last.rstrip(" ,;:.\u00a0\u202f") + ELLIPSIS)


def _parts(word: str, width: int, size: int, measure: Measure) -> list[str]:
    """A word, cut where it does not fit on a line."""
    parts = [""]
    for sign in word:
        if parts[-1] and measure(parts[-1] + sign, size) > width:
            parts.append("")
        parts[-1] += sign
    return parts
