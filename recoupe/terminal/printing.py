"""Printing a report: to standard error for people, to standard output for programs."""

import sys

from rich.console import Console

from recoupe.diagnostics import Format, Report
from recoupe.terminal.github_format import github_line
from recoupe.terminal.json_format import json_text
from recoupe.terminal.text_format import text_lines

_PIPED_COLUMNS = 160  # a log has no width; long enough for most lines, short enough to read


def print_report(report: Report, format: Format) -> None:
    """Print `report`; people get colour where the terminal has it and NO_COLOR is not set."""
    if format is Format.JSON:
        sys.stdout.write(json_text(report) + "\n")
    elif format is Format.GITHUB:
        sys.stdout.writelines(github_line(one) + "\n" for one in report)
    else:
        _print_text(report, console())


def console() -> Console:
    """Standard error as rich writes to it: no guessing at mark-up, no folding of lines."""
    made = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
    if not made.is_terminal:
        made.width = _PIPED_COLUMNS
    return made


def _print_text(report: Report, out: Console) -> None:
    for diagnostic in report:
        for line in text_lines(diagnostic, out.width):
            out.print(line)
        out.print()
