"""What the whole run says at its end (what was not tested, what was measured); a place for keys."""

from collections import Counter
from pathlib import Path

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


@pytest.fixture
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of this user's caches, with the key that seals what builds leave: a new one."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    return tmp_path / "caches"
