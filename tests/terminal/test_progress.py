import io
import sys

import pytest

from recoupe.runs import Run
from recoupe.terminal import profile_table, progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A clock of which half a second passes each time that it is looked at."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 0.5
        return self.now


def told(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with progress(Clock()) as tell:
        for done in range(1, 6):
            tell("pages", done * 1000, 5000)
    return stream.getvalue()


def test_progress_is_one_line_that_begins_after_a_second_and_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written = told(Terminal(), monkeypatch)

    lines = [line for line in written.split("\r\x1b[K") if line]
    assert lines[0] == "pages: 2,000 of 5,000"
    assert lines[-1] == "pages: 5,000 of 5,000"
    assert written.endswith("\r\x1b[K")


def test_progress_is_not_written_where_nobody_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(io.StringIO(), monkeypatch) == ""


def test_profile_has_each_stage_and_the_whole() -> None:
    run = Run(seconds={"reading": 0.25, "rendering": 0.75})

    assert profile_table(run).splitlines() == [
        "reading      0.250 s   25%",
        "rendering    0.750 s   75%",
        "in all       1.000 s",
    ]


def test_profile_of_nothing_says_so() -> None:
    assert profile_table(Run()) == "in all    0.000 s"
