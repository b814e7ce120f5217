"""Printing: reports to standard error for people, to standard output for programs."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rich.console import Console
from rich.text import Text as Styled

from recoupe.diagnostics import Diagnostic, Format, Report, Severity
from recoupe.terminal.github_format import MOST_SHOWN, github_line
from recoupe.terminal.json_format import json_text
from recoupe.terminal.safe_text import safe_text
from recoupe.terminal.step_summary import summarize_step
from recoupe.terminal.text_format import text_lines

_HERE = Path()
_PIPED_COLUMNS = 120  # a log has no width; long enough for most lines, short enough to read


def print_report(report: Report, form: Format, root: Path = _HERE) -> None:
    """Print `report`; people get colour where the terminal has it and NO_COLOR is not set.

    `root` is the project's folder, which GitHub wants to see in front of its files.
    """
    if form is Format.JSON:
        sys.stdout.write(json_text(report) + "\n")
    elif form is Format.GITHUB:
        _annotate(report, _seen_from_here(root))
    else:
        out = _console()
        for line in _report_lines(report, out.width):
            out.print(line)


def _annotate(report: Report, folder: str) -> None:
    sys.stdout.writelines(f"{github_line(one, folder)}\n" for one in report)
    summarize_step(report)
    if max(report.errors, report.warnings) > MOST_SHOWN:
        say(f"GitHub shows {MOST_SHOWN} of each at their lines; all are here and on the run's page")


def printed_report(report: Report) -> str:
    """`report` as it is printed in a pipe, what forbids to publish first."""
    errors = sorted(report, key=lambda one: one.severity is not Severity.ERROR)
    return "\n".join(line.plain for line in _report_lines(errors, _PIPED_COLUMNS))


def say(message: str) -> None:
    """A line or more for a person, on standard error."""
    sys.stderr.writelines(f"{safe_text(line)}\n" for line in message.split("\n"))


def _seen_from_here(root: Path) -> str:
    """The folder `root` as seen from here, with its slash; empty where it is this one, or above."""
    project, here = root.resolve(), Path.cwd().resolve()
    below = project.relative_to(here).parts if project.is_relative_to(here) else ()
    return "".join(f"{part}/" for part in below)


def _console() -> Console:
    """Standard error as rich writes to it: no guessing at mark-up, no folding of lines."""
    made = Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)
    if not made.is_terminal:
        made.width = _PIPED_COLUMNS
    return made


def _report_lines(report: Iterable[Diagnostic], columns: int) -> Iterator[Styled]:
    for diagnostic in report:
        yield from text_lines(diagnostic, columns)
        yield Styled()
