"""Where a span stands in its captured file, as an editor finds it: line, column, the words."""

import re

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.diagnostics import Place, Related
from recoupe.text import Span

_LINE_END = re.compile(r"\r\n|\r|\n")
_AROUND = 20  # code points on either side: enough to recognise a place, short enough for one line
_LONGEST = 80  # code points of the words themselves; the middle of longer ones says little


def seed_place(source: AnchoredSource, span: Span) -> Related:
    """The place in the file under seeds/ of `span`, which counts in the body, with the words."""
    captured = source.source.captured
    start, end = span.start + source.body.start, span.end + source.body.start
    line, column = line_and_column(captured, start)
    place = Place(f"seeds/{source.source.file}", line, column, max(1, end - start))
    return Related(place, _surroundings(captured, start, end))


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """The line and the column of the code point `at`, both from 1; CR, LF and CR LF end a line."""
    ends = [found.end() for found in _LINE_END.finditer(text, 0, at)]
    # A CR that `at` parts from its LF has not ended the line yet.
    if ends and ends[-1] == at and text[at - 1 : at + 1] == "\r\n":
        ends.pop()
    return len(ends) + 1, at - (ends[-1] if ends else 0) + 1


def _surroundings(text: str, start: int, end: int) -> str:
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    around = f"{_partial(before, first=True)}{_shortened(text[start:end])}{_partial(after)}"
    lead, trail = ("… " if start > _AROUND else ""), (" …" if end + _AROUND < len(text) else "")
    return lead + " ".join(around.split()) + trail


def _partial(around: str, *, first: bool = False) -> str:
    """Surroundings without the word that was cut at their far end."""
    if len(around) < _AROUND:
        return around
    begin, middle, rest = around.partition(" ") if first else around.rpartition(" ")
    return (middle + rest if first else begin + middle) if middle else around


def _shortened(words: str) -> str:
    half = _LONGEST // 2
    return words if len(words) <= _LONGEST else f"{words[:half]} … {words[-half:]}"
