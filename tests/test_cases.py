"""Broken facts, and what the editor is told: a folder for each case, the report beside the facts.

`expected.txt` is what `recoupe check` prints in a pipe. After a change of wording, read the new
output critically before it replaces the old.
"""

from pathlib import Path

import pytest

from recoupe import load
from recoupe.diagnostics import Report
from recoupe.terminal.text_format import text_lines

CASES = Path(__file__).parent / "cases"
FOLDERS = sorted(
    path.parent
    for room in ("anchoring", "comparing", "linting")
    for path in CASES.glob(f"{room}/*/facts")
)


def printed(report: Report) -> str:
    return "\n\n".join("\n".join(line.plain for line in text_lines(one, 120)) for one in report)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.relative_to(CASES).as_posix())
def test_report_is_the_one_beside_the_facts(folder: Path) -> None:
    report = load(folder).report

    assert f"{printed(report)}\n" == (folder / "expected.txt").read_text(encoding="utf-8")
