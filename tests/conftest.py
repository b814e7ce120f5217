"""What the whole run says at its end: a missing browser is not passed over in silence."""

import pytest


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    browserless = [one for one in skipped if "no Chromium" in str(one.longrepr)]
    if browserless:
        terminalreporter.section("no browser", red=True)
        terminalreporter.line(
            f"{len(browserless)} tests in a browser did not run: set $CHROMIUM or install Chromium"
        )
