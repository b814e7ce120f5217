import io
import shutil
import sys
from pathlib import Path

import pytest

from recoupe import build, load
from recoupe.diagnostics import Place, Report
from recoupe.runs import Run
from recoupe.terminal import checked_summary, profile_table, progress
from recoupe.verifying import verify

CASE = Path(__file__).parents[1] / "cases" / "comparing" / "conflict-described"


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


def test_items_are_told_as_they_are_taken() -> None:
    heard: list[tuple[str, int, int]] = []
    run = Run(tell=lambda stage, done, whole: heard.append((stage, done, whole)))

    taken = list(run.counted("reading", ["a", "b"]))

    assert taken == ["a", "b"]
    assert heard == [("reading", 0, 2), ("reading", 1, 2)]


def test_loading_tells_how_many_facts_are_read_and_proved() -> None:
    stages: set[str] = set()
    run = Run(tell=lambda stage, _done, _whole: stages.add(stage))

    load(CASE, run=run)

    assert {"reading claims", "reading sources", "finding quotes of claims"} <= stages


def test_verifying_tells_how_far_it_is(tmp_path: Path) -> None:
    stages: set[str] = set()
    root = shutil.copytree(CASE, tmp_path / "project")
    build(root, quick=True)

    verify(root / "site", Run(tell=lambda stage, _done, _whole: stages.add(stage)))

    assert {"files", "pages read", "links of pages"} <= stages


@pytest.mark.parametrize(
    ("codes", "said"),
    [
        ([], "everything is proved"),
        (["source-unused"], "1 warning; a build may go on"),
        (
            ["quote-absent", "quote-absent"],
            "2 errors; next: mend what is shown, nothing is published before",
        ),
    ],
    ids=["clean", "a warning", "errors"],
)
def test_check_ends_with_what_to_do_next(codes: list[str], said: str) -> None:
    report = Report()
    for number, code in enumerate(codes):
        report.add(code, Place("facts/x.yaml", number + 1), "wrong")

    assert checked_summary(report) == said
