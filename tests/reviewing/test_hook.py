"""The hook that other repositories name in their .pre-commit-config.yaml."""

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
CASES = ROOT / "tests" / "cases"


@pytest.fixture
def hook() -> dict[str, Any]:
    (only,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return dict(only)


@pytest.mark.parametrize(
    ("path", "proved"),
    [
        ("facts/claims/a.yaml", True),
        ("seeds/a.txt", True),
        ("templates/claim.html", False),
        ("docs/facts/a.md", False),
    ],
)
def test_hook_runs_where_facts_or_texts_changed(
    hook: dict[str, Any], path: str, proved: bool
) -> None:
    assert bool(re.search(hook["files"], path)) is proved


@pytest.mark.parametrize(
    ("case", "code"),
    [("comparing/conflict-described", 0), ("anchoring/quote-absent", 1)],
    ids=["sound", "a mistake"],
)
def test_hook_proves_the_folder_that_it_runs_in(hook: dict[str, Any], case: str, code: int) -> None:
    program, *words = shlex.split(hook["entry"])
    command = [sys.executable, "-m", program, *words]

    ended = subprocess.run(
        command,
        cwd=CASES / case,
        capture_output=True,
        check=False,
        env={"PYTHONPATH": ":".join(filter(None, sys.path))},
    )

    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False
    assert ended.returncode == code
