"""What a shell is told when an editor presses Tab, by click's own protocol."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CASE = Path(__file__).parents[1] / "cases" / "comparing" / "conflict-described"


def asked(root: Path, instruction: str, words: list[str]) -> str:
    environment = {
        "_RECOUPE_COMPLETE": instruction,
        "COMP_WORDS": " ".join(["recoupe", *words]),
        "COMP_CWORD": str(len(words)),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    return subprocess.run(
        [sys.executable, "-m", "recoupe"],
        capture_output=True,
        text=True,
        check=False,
        cwd=root,
        env=os.environ | environment,
    ).stdout


def completed(root: Path, *words: str) -> set[str]:
    lines = asked(root, "bash_complete", list(words)).splitlines()
    return {line.partition(",")[2] for line in lines}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE, tmp_path / "project"))


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["ver"], {"verify"}),
        (["find", "--source", ""], {"alpha", "beta"}),
        (["find", "--source", "b"], {"beta"}),
        (["check", "--format", ""], {"text", "github", "json"}),
        (["new", ""], {"claim", "source", "discrepancy"}),
        (["diff", "--format", "m"], {"markdown"}),
    ],
    ids=["a command", "sources", "a source", "forms", "kinds of facts", "a form"],
)
def test_tab_offers_what_may_stand_there(root: Path, words: list[str], offered: set[str]) -> None:
    assert completed(root, *words) == offered


def test_tab_alone_offers_the_commands(root: Path) -> None:
    assert {"build", "check", "diff", "find", "serve", "schema"} <= completed(root, "")


def test_tab_offers_ids_of_the_project_that_was_named(root: Path) -> None:
    words = ["find", "--root", str(root), "--source", "a"]

    assert completed(root.parent, *words) == {"alpha"}


@pytest.mark.parametrize(
    ("typed", "offered"),
    [("v", {"v1"}), ("v1..m", {"v1..main"}), ("v1...H", {"v1...HEAD"})],
    ids=["a tag", "a range", "since they parted"],
)
def test_tab_offers_what_git_knows(root: Path, typed: str, offered: set[str]) -> None:
    own = ["-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "tag.gpgsign=false"]
    for words in (
        ["init", "--quiet", "--initial-branch=main"],
        ["commit", "--quiet", "--no-gpg-sign", "--allow-empty", "--message=first"],
        ["tag", "v1"],
    ):
        subprocess.run(["git", *own, *words], cwd=root, check=True)

    assert completed(root, "diff", typed) == offered


def test_tab_builds_nothing_and_says_nothing_where_a_build_would_have_nothing_to_do(
    root: Path,
) -> None:
    build = [sys.executable, "-m", "recoupe"]
    subprocess.run(build, cwd=root, check=True, capture_output=True)

    assert "check" in completed(root, "")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_script_for_a_shell_registers_the_command(root: Path, shell: str) -> None:
    assert "_RECOUPE_COMPLETE" in asked(root, f"{shell}_source", [])


def test_name_that_a_shell_would_run_is_not_offered(root: Path) -> None:
    for name in ("$(touch x)", "a;id", "`id`", "a b", "a\nb", "-x"):
        (root / "facts" / "sources" / f"{name}.yaml").touch()
    own = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
    for words in (
        ["init", "--quiet", "--initial-branch=main"],
        ["commit", "--quiet", "--no-gpg-sign", "--allow-empty", "--message=first"],
        ["branch", "a;id"],
        ["branch", "$(id)"],
    ):
        subprocess.run(["git", *own, *words], cwd=root, check=True)

    assert completed(root, "find", "--source", "") == {"alpha", "beta"}
    assert completed(root, "diff", "") == {"HEAD", "main"}
