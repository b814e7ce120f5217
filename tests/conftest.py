"""What the whole run says at its end: what was not tested, and what was measured."""

from collections import Counter

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(one.longrepr[2] for one in skipped)  # file, line and reason
    if reasons:
        terminalreporter.section("not tested", red=True)
    for reason, number in reasons.items():
        terminalreporter.line(f"{number} tests: {reason.removeprefix('Skipped: ')}")
    lines = [
        value
        for reports in terminalreporter.stats.values()
        for report in reports
        for name, value in getattr(report, "user_properties", ())
        if name == "measured"
    ]
    if lines:
        terminalreporter.section("measured")
    for line in dict.fromkeys(lines):
        terminalreporter.line(line)
