"""Passages that were found: the place, the words around, which of them match, the line to paste."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text as Styled

from recoupe.terminal.safe_text import safe_text

if TYPE_CHECKING:  # a build with nothing to do prints its warnings without loading what made them
    from recoupe.editing.find import Found

_INDENT = "   "
_PIPED_COLUMNS = 120  # as for diagnostics


def show(found: Sequence[Found]) -> None:
    """Print passages for a person, best first, to standard output."""
    if not found:
        sys.stdout.write("no source has these words, nor words like them\n")
        return
    out = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    columns = out.width if out.is_terminal else _PIPED_COLUMNS
    for one in found:
        for line in _lines(one, max(columns - len(_INDENT), 40)):
            out.print(line)


def _lines(one: Found, columns: int) -> Iterator[Styled]:
    alike = "" if one.likeness == 1 else f"  ({_percent(one.likeness)} alike)"
    place = f"{one.place.path}:{one.place.line}:{one.place.column}"
    yield Styled.assemble((safe_text(one.source), "bold"), f"  {safe_text(place)}", (alike, "dim"))
    shown = safe_text(one.around)  # sign for sign, so that what matches stays where it is
    for start, end in _folded(shown, columns):
        yield Styled(_INDENT + shown[start:end])
        if marks := _marks(one, shown, start, end):
            yield Styled.assemble(_INDENT, (marks, "bold green"))
    yield Styled(f"{_INDENT}- {safe_text(one.yaml)}")


def _percent(likeness: float) -> str:
    """A share as a whole percentage; never 100 %, which are the very words."""
    return f"{min(round(likeness * 100), 99)}%"


def _folded(shown: str, columns: int) -> Iterator[tuple[int, int]]:
    """The lines, from and to, into which `shown` is broken at its spaces."""
    start = 0
    while start < len(shown):
        end = min(start + columns, len(shown))
        cut = shown.rfind(" ", start, end) if end < len(shown) else -1
        end = cut if cut > start else end
        yield start, end
        start = end + 1 if shown[end : end + 1] == " " else end


def _marks(one: Found, shown: str, start: int, end: int) -> str:
    """The signs below a line, under what of it matches."""
    marks = ""
    for first, last in one.matched:
        first, last = max(first, start), min(last, end)  # noqa: PLW2901  what of it is in the line
        if first < last:
            marks += " " * (cell_len(shown[start:first]) - len(marks))
            marks += "^" * cell_len(shown[first:last])
    return marks


def print_json(found: Sequence[Found]) -> None:
    """Print passages for a program."""
    rows = [_row(one) for one in found]
    sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")


def _row(one: Found) -> dict[str, Any]:
    return {
        "source": one.source,
        "path": one.place.path,
        "line": one.place.line,
        "column": one.place.column,
        "around": one.around,
        "matched": [list(span) for span in one.matched],
        "yaml": one.yaml,
        "likeness": one.likeness,
    }
