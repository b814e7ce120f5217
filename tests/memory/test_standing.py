"""That a build with nothing to do does nothing, and that every other build is whole."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.__main__ import main
from recoupe.memory.standing import root_of, standing

CASES = Path(__file__).parents[1] / "cases"
SOUND = CASES / "comparing" / "conflict-described"
WARNED = CASES / "linting" / "pages-missing"
Build = Callable[..., bool]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SOUND, tmp_path / "project"))


@pytest.fixture
def build(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Build `root` as the command does; whether there was nothing to do."""

    def run(*words: str, caches: str = "caches", cwd: Path = tmp_path, ends: int = 0) -> bool:
        arguments = ["build", "--quick", "--root", str(root), *words]
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / caches))
        monkeypatch.chdir(cwd)
        monkeypatch.setattr(sys, "argv", ["recoupe", *arguments])
        skipped = standing(arguments) is not None
        ended = 0
        try:
            main()
        except SystemExit as exit_code:
            ended = int(exit_code.code or 0)
        assert ended == ends
        return skipped

    return run


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_build_with_nothing_to_do_loads_nothing_for_it(tmp_path: Path, root: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "recoupe", "--quick", "--root", str(root)]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "caches")}

    first, second = (
        subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stderr
        for _ in range(2)
    )

    heavy = ("jinja2", "markdown", "yaml", "click", "pathlib", "dataclasses", "typing")
    assert [one for one in heavy if f" {one}\n" in first] == list(heavy)
    assert [one for one in heavy if f" {one}\n" in second] == []
    assert "everything is proved" in second
    assert ", 0 new or changed" in second


def test_files_that_only_have_another_time_are_no_reason_to_build(root: Path, build: Build) -> None:
    build()

    for path in [*root.rglob("*.yaml"), *(root / "site").rglob("*.html")]:
        os.utime(path, (1, 1))

    assert build()


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

    assert not again
    build("--output", str(tmp_path / "anew"))
    assert tree(root / "site") == tree(tmp_path / "anew")


def test_page_that_has_become_a_link_is_no_page(
    root: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    build()
    (root / "site/index.html").rename(root / "index.html")
    (root / "site/index.html").symlink_to(root / "index.html")

    assert not build(ends=2)
    assert "index.html" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--drafts"], ["--strict"], ["--base-url", "https://a.example"]])
def test_other_options_are_another_build(words: list[str], build: Build) -> None:
    build()

    assert not build(*words)


def test_same_words_in_another_place_are_another_build(build: Build, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    build()

    assert not build(cwd=tmp_path / "elsewhere")


def test_mistake_is_told_each_time(
    root: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    append("facts/claims/people.yaml", "questoin: Combien ?\n")(root)

    for _ in range(2):
        assert not build(ends=1)
        assert "questoin" in capsys.readouterr().err


def test_warnings_are_told_again(
    root: Path, build: Build, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(root)
    shutil.copytree(WARNED, root)

    for skipped in (False, True):
        assert build() is skipped
        assert "warning[page-missing]" in capsys.readouterr().err


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

    assert [build(), build()] == [False, True]


def test_memory_that_came_with_the_project_is_none(build: Build) -> None:
    build()

    assert not build(caches="somebody-elses")


def test_memory_that_cannot_be_kept_is_done_without(root: Path, build: Build) -> None:
    (root / ".recoupe").write_bytes(b"")

    assert [build(), build()] == [False, False]


@pytest.mark.parametrize(
    ("words", "root"),
    [
        pytest.param(["build"], ".", id="here"),
        pytest.param(["--root", "a", "build"], "a", id="two words"),
        pytest.param(["build", "--root=a"], "a", id="one word"),
        pytest.param(["--root", "a", "--root", "b"], None, id="twice"),
        pytest.param(["--base-url", "--root", "--root=a"], None, id="as a value"),
        pytest.param(["--roots", "a"], None, id="no option of ours"),
        pytest.param(["build", "--root"], None, id="without a value"),
    ],
)
def test_root_is_known_where_it_is_named_once(words: list[str], root: str | None) -> None:
    assert root_of(words) == root
