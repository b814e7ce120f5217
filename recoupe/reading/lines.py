"""A file's text with its lines, as an editor counts them.

libyaml also breaks lines at U+0085, U+2028 and U+2029, and no editor does; so its line numbers are
left aside, and places are counted here from offsets.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from recoupe.diagnostics import Place

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class LocatedText:
    """The text of the file `path` (POSIX, relative to the root) and where its lines begin."""

    path: str
    text: str
    line_starts: tuple[int, ...]

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of the code points from `start` to `end`, underlined to its line's end."""
        number = bisect_right(self.line_starts, start)
        line_start = self.line_starts[number - 1]
        shown = self._line(number)
        width = 1 if end is None else min(end - start, len(shown) - (start - line_start))
        return Place(self.path, number, start - line_start + 1, max(width, 1), shown)

    def line_of(self, offset: int) -> tuple[int, str]:
        """Where the line of `offset` begins, and the line without its end."""
        number = bisect_right(self.line_starts, offset)
        return self.line_starts[number - 1], self._line(number)

    def _line(self, number: int) -> str:
        last = number == len(self.line_starts)
        stop = len(self.text) if last else self.line_starts[number]
        line = self.text[self.line_starts[number - 1] : stop]
        return line.rstrip("\r\n")  # at most one line end stands there


def located_text(path: str, text: str) -> LocatedText:
    """`text` with its lines parted at LF, CR and CRLF."""
    starts = (0, *(found.end() for found in _LINE_END.finditer(text)))
    return LocatedText(path, text, starts)
