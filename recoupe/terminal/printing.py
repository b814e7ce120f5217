"""Printing: reports to standard error for people, to standard output for programs."""

import sys
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text as Styled

from recoupe.diagnostics import Format, Report
from recoupe.terminal.github_format import github_line
from recoupe.terminal.json_format import json_text
from recoupe.terminal.safe_text import safe_text
from recoupe.terminal.text_format import text_lines

_PIPED_COLUMNS = 120  # a log has no width; long enough for most lines, short enough to read


def print_report(report: Report, form: Format) -> None:
    """Print `report`; people get colour where the terminal has it and NO_COLOR is not set."""
    if form is Format.JSON:
        sys.stdout.write(json_text(report) + "\n")
    elif form is Format.GITHUB:
        sys.stdout.writelines(github_line(one) + "\n" for one in report)
    else:
        out = _console()
        for line in _report_lines(report, out.width):
            out.print(line)


def printed_report(report: Report) -> str:
    """`report` as it is printed in a pipe."""
    return "\n".join(line.plain for line in _report_lines(report, _PIPED_COLUMNS))


def say(message: str) -> None:
    """A line or more for a person, on standard error."""
    sys.stderr.writelines(f"{safe_text(line)}\n" for line in message.split("\n"))


def _console() -> Console:
    """Standard error as rich writes to it: no guessing at mark-up, no folding of lines."""
    made = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
    if not made.is_terminal:
        made.width = _PIPED_COLUMNS
    return made


def _report_lines(report: Report, columns: int) -> Iterator[Styled]:
    for diagnostic in report:
        yield from text_lines(diagnostic, columns)
        yield Styled()
