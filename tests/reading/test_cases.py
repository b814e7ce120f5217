"""Folders of facts with mistakes, each with the diagnostics that reading it gives."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe.diagnostics import Diagnostic, Report
from recoupe.reading import read_project

CASES = sorted((Path(__file__).parents[1] / "cases" / "reading").iterdir())


def printed(diagnostic: Diagnostic) -> Iterator[str]:
    place = diagnostic.place
    heading = f"{diagnostic.severity}[{diagnostic.code}] {diagnostic.message}"
    yield f"{place.path}:{place.line}:{place.column}: {heading}"
    if place.shown:
        yield f"    {place.shown}"
        yield f"    {' ' * (place.column - 1)}{'^' * place.width}"
    for related in diagnostic.related:
        other = related.place
        yield f"    {other.path}:{other.line}:{other.column}: {related.note}"
    yield f"    help: {diagnostic.help}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_mistakes_are_reported_at_their_places_with_what_to_type(case: Path) -> None:
    report = Report()

    read_project(case, report)

    lines = [line for diagnostic in report for line in printed(diagnostic)]
    assert lines == (case / "expected.txt").read_text("utf-8").split("\n")[:-1]
