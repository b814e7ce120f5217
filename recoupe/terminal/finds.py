"""Passages that were found: the place, the words around, and the line to paste."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from recoupe.terminal.safe_text import safe_text

if TYPE_CHECKING:  # a build with nothing to do prints its warnings without loading what made them
    from recoupe.editing.find import Found


def show(found: Sequence[Found]) -> None:
    """Print passages for a person, best first, to standard output."""
    if not found:
        sys.stdout.write("no source has these words, nor words like them\n")
    for one in found:
        alike = "" if one.likeness == 1 else f"  ({one.likeness:.0%} alike)"
        place = f"{one.place.path}:{one.place.line}:{one.place.column}"
        lines = [f"{one.source}  {place}{alike}", f"   {one.around}", f"   - {one.yaml}"]
        sys.stdout.writelines(f"{safe_text(line)}\n" for line in lines)


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
        "yaml": one.yaml,
        "likeness": one.likeness,
    }
