"""All mistakes of a step of GitHub Actions, on the page of its run.

GitHub shows ten annotations of each severity and drops the rest without a word; its page for the
run takes a table of all.
"""

import os
from pathlib import Path

from recoupe.diagnostics import Diagnostic, Report
from recoupe.terminal.markdown_text import markdown_text

_MOST_BYTES = 900_000  # GitHub refuses the whole summary of a step above 1 MiB


def summarize_step(report: Report) -> None:
    """Add a table of `report` to the page of a run, where GitHub names a file for it."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if path and len(report):
        with Path(path).open("a", encoding="utf-8") as page:
            page.write(_table(report))


def _table(report: Report) -> str:
    lines = ["### Facts", "", "| | where | what |", "|---|---|---|"]
    room = _MOST_BYTES
    for number, one in enumerate(report):
        line = _row(one)
        room -= len(line.encode("utf-8")) + 1
        if room < 0:
            lines += ["", f"… and {len(report) - number} more, in the log."]
            break
        lines.append(line)
    return "\n".join(lines) + "\n\n"


def _row(one: Diagnostic) -> str:
    place = markdown_text(f"{one.place.path}:{one.place.line}")
    return f"| {one.severity} | {place} | {markdown_text(one.message)} ({one.code}) |"
