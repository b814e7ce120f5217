"""Diagnostics as a person, a pull request or a program reads them, and what a build did.

One small renderer for each form. Only this room and the commands print.
"""

from recoupe.terminal.printing import print_report
from recoupe.terminal.summaries import summary

__all__ = ["print_report", "summary"]
