"""A file's text with its lines, as an editor counts them.

libyaml also breaks lines at U+0085, U+2028 and U+2029, and no editor does; so its line numbers are
left aside, and places are counted here from offsets.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, count
from operator import add

from recoupe.diagnostics import Place

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class LocatedText:
    """The text of the file `path` (POSIX, relative to the root).

    `lines` are its lines without their ends, and `line_starts` the offsets at which they begin.
    """

    path: str
    text: str
    lines: tuple[str, ...]
    line_starts: tuple[int, ...]

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of the code points from `start` to `end`, underlined to its line's end."""
        number = bisect_right(self.line_starts, start)
        shown = self.lines[number - 1]
        before = start - self.line_starts[number - 1]
        width = 1 if end is None or end <= start else end - start
        if before + width > len(shown):
            width = max(len(shown) - before, 1)
        return Place(self.path, number, before + 1, width, shown)

    def line_of(self, offset: int) -> tuple[int, str]:
        """Where the line of `offset` begins, and the line without its end."""
        number = bisect_right(self.line_starts, offset)
        return self.line_starts[number - 1], self.lines[number - 1]


def located_text(path: str, text: str) -> LocatedText:
    """`text` with its lines parted at LF, CR and CRLF."""
    if "\r" not in text:
        lines = text.split("\n")
        before = accumulate(map(len, lines[:-1]), initial=0)  # code points, but for the line ends
        return LocatedText(path, text, tuple(lines), tuple(map(add, before, count())))
    ends = list(_LINE_END.finditer(text))
    starts = [0, *(end.end() for end in ends)]
    lines = [
        text[start:end]
        for start, end in zip(starts, [*(one.start() for one in ends), len(text)], strict=True)
    ]
    return LocatedText(path, text, tuple(lines), tuple(starts))
