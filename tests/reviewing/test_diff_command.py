"""`diff` as it is typed: what it prints in each form, and how it refuses."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reviewing.conftest import Reviewed

CLAIM = "facts/claims/people.yaml"


def recoupe(root: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "recoupe", "diff", "--root", str(root), *words]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": ":".join(sys.path), **environment} if environment else None,
    )


def test_changes_are_results_and_their_count_is_said(reviewed: Reviewed) -> None:
    reviewed.edit(CLAIM, "Le pont est ouvert.", "Le pont est bien ouvert.")

    ended = recoupe(reviewed.root, "first")

    assert ended.returncode == 0
    assert ended.stdout == (
        "~ claim people: Le pont est bien ouvert.\n"
        "  facts/claims/people.yaml\n"
        "    ~ claim: Le pont est {+bien+} ouvert.\n\n"
    )
    assert ended.stderr == "1 claim changed; from first to the files as they are\n"


def test_nothing_that_changed_is_said(reviewed: Reviewed) -> None:
    ended = recoupe(reviewed.root, "HEAD")

    assert (ended.returncode, ended.stdout) == (0, "")
    assert ended.stderr.startswith("nothing changes on the site")


def test_programs_get_both_states_and_every_change(reviewed: Reviewed) -> None:
    reviewed.edit(CLAIM, "value: 15 000 000", "value: 16 000 000")

    told = json.loads(recoupe(reviewed.root, "first", "--format", "json").stdout)

    assert told["from"] == {"name": "first", "commit": reviewed.git("rev-parse", "HEAD").strip()}
    assert told["to"]["commit"] is None
    assert told["facts"][0]["changes"] == [
        {
            "label": "value",
            "account": "beta",
            "fate": "changed",
            "before": "15 000 000",
            "after": "16 000 000",
        }
    ]


def test_comment_calls_nobody_and_opens_no_tag(reviewed: Reviewed) -> None:
    reviewed.edit(
        CLAIM, "Le pont est ouvert.", "'<img src=x> @everyone #12 [a](javascript:b) ![c](d)'"
    )

    comment = recoupe(reviewed.root, "first", "--format", "markdown").stdout

    assert "<img" not in comment
    assert "@everyone" not in comment
    assert "#12" not in comment
    parsed = [line for line in comment.splitlines() if not line.startswith("<")]
    assert "](" not in "".join(parsed)
    assert comment.startswith("### Facts\n\n1 claim changed; from first to the files as they are\n")


def test_comment_stays_within_what_github_takes(reviewed: Reviewed) -> None:
    text = (reviewed.root / CLAIM).read_text("utf-8")
    for number in range(300):
        long = text.replace("ouvert", "ouvert " * 80 + str(number))
        (reviewed.root / f"facts/claims/more-{number}.yaml").write_text(long, "utf-8")
        named = f"claims: [more-{number}]"
        discrepancy = (reviewed.root / "facts/discrepancies/people.yaml").read_text("utf-8")
        file = reviewed.root / f"facts/discrepancies/more-{number}.yaml"
        file.write_text(discrepancy.replace("claims: [people]", named), "utf-8")

    comment = recoupe(reviewed.root, "first", "--format", "markdown").stdout

    assert len(comment) < 65_536
    assert comment.count("<details") == comment.count("</details>")
    assert "more: `recoupe diff` shows all of them" in comment


@pytest.mark.parametrize("broken", ["before", "now"])
def test_state_with_mistakes_is_named_and_its_mistakes_shown(
    reviewed: Reviewed, broken: str
) -> None:
    reviewed.edit(CLAIM, "12 millions", "13 millions")
    if broken == "before":
        reviewed.commit("a mistake")
        reviewed.edit(CLAIM, "13 millions", "12 millions")

    ended = recoupe(reviewed.root, "HEAD")

    assert (ended.returncode, ended.stdout) == (1, "")
    name = "HEAD" if broken == "before" else "the files as they are"
    assert ended.stderr.startswith(f"{name}: 1 error, so there is no site to compare\n")
    assert "error[quote-absent]" in ended.stderr


def test_link_out_of_the_project_is_a_mistake_of_its_state(
    reviewed: Reviewed, tmp_path: Path
) -> None:
    (tmp_path / "x.yaml").write_text("claim: secret\n", "utf-8")
    (reviewed.root / "facts/claims/x.yaml").symlink_to(tmp_path / "x.yaml")
    reviewed.commit("a link")

    ended = recoupe(reviewed.root, "first..HEAD")

    assert ended.returncode == 1
    assert ended.stderr.startswith("HEAD: 1 error, so there is no site to compare\n")


def test_unknown_revision_is_wrong_usage(reviewed: Reviewed) -> None:
    ended = recoupe(reviewed.root, "--", "--output=x")

    assert ended.returncode == 2
    assert "git knows no revision `--output=x`" in ended.stderr


def test_folder_without_a_repository_is_told(reviewed: Reviewed) -> None:
    shutil.rmtree(reviewed.root.parent / ".git")

    ended = recoupe(reviewed.root, "HEAD")

    assert ended.returncode == 2
    assert "git knows nothing of this folder" in ended.stderr


def test_machine_without_git_is_told(reviewed: Reviewed, tmp_path: Path) -> None:
    ended = recoupe(reviewed.root, "HEAD", PATH=str(tmp_path))

    assert ended.returncode == 2
    assert "there is no git here" in ended.stderr


def test_shallow_clone_is_told_how_to_get_the_rest(reviewed: Reviewed, tmp_path: Path) -> None:
    reviewed.edit(CLAIM, "ouvert", "fermé")
    reviewed.commit("second")
    source = f"file://{reviewed.root.parent}"
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", source, shallow], check=True)

    ended = recoupe(shallow / "checks", "HEAD~1")

    assert ended.returncode == 2
    assert "fetch-depth: 0" in ended.stderr
