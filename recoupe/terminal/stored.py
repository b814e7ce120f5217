"""A report from an earlier run, printed again."""

import msgspec

from recoupe.diagnostics import Diagnostic, Format, Report
from recoupe.terminal.printing import print_report


def stored(report: Report) -> str:
    """`report` in JSON of one line; "" where there is nothing to report."""
    return msgspec.json.encode(list(report)).decode() if len(report) else ""


def print_stored(text: str) -> None:
    """Print for people what was stored. Raises ValueError for anything else."""
    report = Report.of(msgspec.json.decode(text, type=list[Diagnostic]))
    print_report(report, Format.TEXT)
