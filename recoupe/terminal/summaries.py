"""The last line of a run: what was found or done, and what to do next."""

from recoupe.diagnostics import Report


def summary(report: Report) -> str:
    """`2 errors, 1 warning`, or that nothing is wrong."""
    if not len(report):
        return "everything is proved"
    counted = [_counted(report.errors, "error"), _counted(report.warnings, "warning")]
    return ", ".join(part for part in counted if part)


def _counted(number: int, noun: str) -> str:
    if number == 0:
        return ""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
