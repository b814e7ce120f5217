"""Diagnostics as a person, a pull request or a program reads them, and what a build did.

One small renderer for each form. Only this room and the commands print.
"""

from recoupe.terminal.finds import print_json, show
from recoupe.terminal.printing import print_report, printed_report, say
from recoupe.terminal.profiles import profile_table
from recoupe.terminal.progress import progress
from recoupe.terminal.stored import stored
from recoupe.terminal.summaries import (
    built_summary,
    checked_summary,
    merged_summary,
    part_summary,
    summary,
)

__all__ = [
    "built_summary",
    "checked_summary",
    "merged_summary",
    "part_summary",
    "print_json",
    "print_report",
    "printed_report",
    "profile_table",
    "progress",
    "say",
    "show",
    "stored",
    "summary",
]
