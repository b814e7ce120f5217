"""A long passage by its first and its last words."""

from recoupe.anchoring.cuts import keeps_words
from recoupe.anchoring.matching import matches
from recoupe.text import Span, Text

__all__ = ["passage", "standing"]


def standing(text: str | Text, exact: str, *, prefix: str = "", suffix: str = "") -> list[Span]:
    """The spans that `locate` gives and that count: those that cut neither a word nor a number."""
    text = Text.of(text)
    return [
        text.span(start, end)
        for start, end in matches(text, exact, prefix=prefix, suffix=suffix)
        if keeps_words(text, start, end)
    ]


def passage(text: str | Text, start: str, end: str) -> Span | None:
    """The span from the words `start`, which stand once, to the first words `end` after them.

    Both belong to it. None where `start` stands nowhere or several times, or no `end` follows it;
    `standing` tells which.
    """
    text = Text.of(text)
    begins = standing(text, start)
    if len(begins) != 1:
        return None
    ends = (span for span in standing(text, end) if span.start >= begins[0].end)
    last = next(ends, None)
    return last and Span(begins[0].start, last.end)
