"""That a build with nothing to do does nothing, and that every other build is whole."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CASES = Path(__file__).parents[1] / "cases"
SOUND = CASES / "comparing" / "conflict-described"
WARNED = CASES / "linting" / "pages-missing"
Build = Callable[..., str]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "project"))


@pytest.fixture
def build(tmp_path: Path, root: Path) -> Build:
    """Build `root`; what that printed, with the modules that were loaded for it at the end."""

    def run(*words: str, caches: str = "caches", cwd: Path = tmp_path, ends: int = 0) -> str:
        command = [sys.executable, "-X", "importtime", "-m", "recoupe", "build", "--quick"]
        environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / caches)}
        environment["PYTHONPATH"] = str(CASES.parents[1])
        ended = subprocess.run(
            [*command, "--root", str(root), *words],
            capture_output=True,
            text=True,
            check=False,
            env=environment,
            cwd=cwd,
        )
        assert ended.returncode == ends, ended.stderr
        return ended.stderr

    return run


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def was_skipped(printed: str) -> bool:
    return "recoupe.pipeline" not in printed


def test_build_with_nothing_to_do_says_so_and_loads_nothing_for_it(build: Build) -> None:
    first, second = build(), build()

    assert "jinja2" in first
    heavy = ("jinja2", "markdown", "yaml", "click", "pathlib", "dataclasses", "typing")
    assert [one for one in heavy if f" {one}\n" in second] == []
    assert "everything is proved" in second
    assert ", 0 new or changed" in second


def test_files_that_only_have_another_time_are_no_reason_to_build(root: Path, build: Build) -> None:
    build()

    for path in [*root.rglob("*.yaml"), *(root / "site").rglob("*.html")]:
        os.utime(path, (1, 1))

    assert was_skipped(build())


def change(path: str, text: str) -> Callable[[Path], object]:
    def made(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")

    return made


def append(path: str, text: str) -> Callable[[Path], object]:
    return lambda root: (root / path).write_bytes((root / path).read_bytes() + text.encode())


CHANGES = {
    "a fact": append("facts/claims/people.yaml", "question: Combien ?\n"),
    "a new fact": change("facts/pages/about.md", "# About\n\nUs.\n"),
    "a fact that is gone": lambda root: next((root / "facts/discrepancies").iterdir()).unlink(),
    "a template": change("templates/pages/not-found.html", "<p>Nothing.</p>\n"),
    "a page of the site": append("site/index.html", "<p>forged</p>"),
    "a page that is gone": lambda root: (root / "site/index.html").unlink(),
    "the manifest": lambda root: (root / "site/data/manifest.json").unlink(),
    "the whole site": lambda root: shutil.rmtree(root / "site"),
}


@pytest.mark.parametrize("name", CHANGES)
def test_build_after_a_change_makes_what_a_first_build_would(
    name: str, root: Path, build: Build, tmp_path: Path
) -> None:
    build()
    CHANGES[name](root)

    again = build()

    assert not was_skipped(again)
    told = build("--output", str(tmp_path / "anew"))
    if "nothing was written" not in told and name != "a page that is a link":
        assert tree(root / "site") == tree(tmp_path / "anew")


def test_page_that_has_become_a_link_is_no_page(root: Path, build: Build) -> None:
    build()
    (root / "site/index.html").rename(root / "index.html")
    (root / "site/index.html").symlink_to(root / "index.html")

    assert "index.html" in build(ends=2)


@pytest.mark.parametrize("words", [["--drafts"], ["--strict"], ["--base-url", "https://a.example"]])
def test_other_options_are_another_build(words: list[str], build: Build) -> None:
    build()

    assert not was_skipped(build(*words))


def test_same_words_in_another_place_are_another_build(build: Build, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    build()

    assert not was_skipped(build(cwd=tmp_path / "elsewhere"))


def test_mistake_is_told_each_time(root: Path, build: Build) -> None:
    append("facts/claims/people.yaml", "questoin: Combien ?\n")(root)

    first, second = build(ends=1), build(ends=1)

    assert "questoin" in first
    assert "questoin" in second


def test_warnings_are_told_again(root: Path, build: Build) -> None:
    shutil.rmtree(root)
    shutil.copytree(WARNED, root)

    first, second = build(), build()

    assert "warning[page-missing]" in first
    assert was_skipped(second)
    assert "warning[page-missing]" in second


MEMORIES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "truncated": lambda content: content[: len(content) // 2],
    "one bit": lambda content: content[:-9] + bytes([content[-9] ^ 1]) + content[-8:],
    "nonsense": lambda _: b"\xff\x00" * 500,
}


@pytest.mark.parametrize("name", MEMORIES)
def test_memory_that_is_spoilt_is_none(name: str, root: Path, build: Build) -> None:
    build()
    memory = root / ".recoupe/standing"
    memory.write_bytes(MEMORIES[name](memory.read_bytes()))

    spoilt, mended = build(), build()

    assert not was_skipped(spoilt)
    assert was_skipped(mended)


def test_memory_that_came_with_the_project_is_none(build: Build) -> None:
    build()

    assert not was_skipped(build(caches="somebody-elses"))


def test_memory_that_cannot_be_kept_is_done_without(root: Path, build: Build) -> None:
    (root / ".recoupe").write_bytes(b"")

    first, second = build(), build()

    assert "everything is proved" in first
    assert not was_skipped(second)
