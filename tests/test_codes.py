"""Codes, their documentation and their cases hold each other."""

import re
from pathlib import Path

import pytest

from recoupe.codes import CODES

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/diagnostics.md").read_text(encoding="utf-8")
SECTIONS = {
    section.split("\n", 1)[0]: section.split("\n", 1)[1] for section in PAGE.split("\n### ")[1:]
}
TOLD = re.compile(r"(?:error|warning)\[([a-z0-9-]+)\]")


def test_every_code_has_its_section_and_no_section_is_left_over() -> None:
    assert set(SECTIONS) == set(CODES)


@pytest.mark.parametrize("code", sorted(CODES))
def test_section_shows_the_code_as_it_is_printed(code: str) -> None:
    severity = CODES[code].severity

    assert f"{severity}[{code}]" in SECTIONS[code]
    assert SECTIONS[code].strip().startswith(f"A{'n' if severity == 'error' else ''} {severity}.")


def test_every_code_has_a_case() -> None:
    reports = (ROOT / "tests/cases").glob("*/*/expected.txt")

    told = {code for report in reports for code in TOLD.findall(report.read_text("utf-8"))}

    assert set(CODES) <= told
