"""The part of a long line that is worth showing: articles are often one line of thousands."""

from dataclasses import dataclass

_LEAD = 30  # enough words before the mistake to recognise where one is


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a line; `offset` and `width`, code points into `text`, say what to underline."""

    text: str
    offset: int
    width: int


def window(line: str, column: int, width: int, room: int) -> Window:
    """At most `room` code points of `line` around the `width` ones from `column` (from 1)."""
    at = min(column - 1, len(line))
    begin = 0 if len(line) <= room or at + width <= room else max(0, at - _LEAD)
    end = min(len(line), begin + room)
    text = ("…" + line[begin + 1 : end]) if begin else line[:end]
    if end < len(line):
        text = text[:-1] + "…"
    return Window(text, at - begin, max(1, min(width, end - at)))
