"""Parts and their merge as commands: what they print, how they end."""

from pathlib import Path

import pytest

from tests.test_commands import BROKEN, SOUND, project, recoupe, tree


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of so many pages that several processes are worth it."""
    root = project(SOUND, tmp_path)
    claim = (root / "facts/claims/people.yaml").read_text("utf-8")
    for number in range(40):
        (root / f"facts/claims/more-{number}.yaml").write_text(claim, "utf-8")
    return root


def test_parts_of_several_processes_are_merged_into_the_whole(root: Path) -> None:
    made = [
        recoupe("--root", root, "--shard", f"{number}/2", "--jobs", "2", "--quick",
                "--output", root / f"part-{number}-of-2")
        for number in (1, 2)
    ]  # fmt: skip
    merge = recoupe("merge", *sorted(root.glob("part-*")), "--root", root, "--quick")
    whole = recoupe("build", "--root", root, "--quick", "--output", root / "whole")

    assert [one.returncode for one in (*made, merge, whole)] == [0, 0, 0, 0]
    assert "part-1-of-2/ is part 1 of 2, with " in made[0].stderr
    assert "no site was published" in made[0].stderr
    assert "merged 2 parts; all pages are theirs" in merge.stderr
    assert tree(root / "site") == tree(root / "whole")


def test_merge_says_how_many_pages_were_made_anew(root: Path) -> None:
    recoupe("--root", root, "--shard", "1/1", "--quick", "--output", root / "part-1-of-1")
    page = root / "facts/pages/about.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("# About\n\nWord by word.\n", "utf-8")

    merge = recoupe("merge", root / "part-1-of-1", "--root", root, "--quick")

    assert merge.returncode == 0
    assert "pages were made anew, because no part had them" in merge.stderr


def test_merge_that_is_refused_ends_with_two_and_names_the_part(root: Path) -> None:
    recoupe("--root", root, "--shard", "1/2", "--quick", "--output", root / "part-1-of-2")

    merge = recoupe("merge", root / "part-1-of-2", "--root", root, "--quick")

    assert merge.returncode == 2
    assert merge.stderr == "error: part 2 of 2 is missing\n"
    assert not (root / "site").exists()


def test_mistake_in_the_facts_ends_a_part_with_one(tmp_path: Path) -> None:
    root = project(BROKEN, tmp_path)

    ended = recoupe("--root", root, "--shard", "1/2", "--output", tmp_path / "part")

    assert ended.returncode == 1
    assert "nothing was written" in ended.stderr
    assert not (tmp_path / "part").exists()


def test_part_is_built_again_although_nothing_has_changed(root: Path) -> None:
    words = ["--root", root, "--shard", "1/1", "--quick", "--output", root / "part-1-of-1"]
    first = recoupe(*words)

    second = recoupe(*words)

    assert first.stderr == second.stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(["build", "--shard", "3/2"], "`3/2` is no part", id="a part too many"),
        pytest.param(["build", "--shard", "0/2"], "`0/2` is no part", id="a part before the first"),
        pytest.param(["build", "--shard", "two"], "`two` is no part", id="no part at all"),
        pytest.param(["merge"], "Missing argument 'PART...'", id="nothing to merge"),
        pytest.param(["merge", "nowhere"], "'nowhere' does not exist", id="a part that is nowhere"),
        pytest.param(["merge", SOUND], "is no part of a site", id="a folder that is no part"),
    ],
)
def test_wrong_words_end_with_two(words: list[str | Path], message: str, root: Path) -> None:
    ended = recoupe(*words, "--root", root)

    assert ended.returncode == 2
    assert message in " ".join(ended.stderr.replace("│", " ").split())
