"""The index as builds publish it: when it is made, and when it is left as it is."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe import build
from recoupe.pipeline import Built
from recoupe.searching import publish_index
from recoupe.verifying import verify

CLAIM = "facts/claims/members.yaml"


def tree(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its content and the time at which it was written."""
    return {
        path.relative_to(folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def changed(root: Path, name: str, old: str, new: str) -> None:
    text = (root / name).read_text("utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new), "utf-8")


def made(built: Built) -> bool:
    assert built.indexed is not None
    assert built.indexed.failure is None
    return built.indexed.made


@pytest.fixture
def no_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From its call on, Pagefind's program is missing, as on a machine that it is not made for."""
    return lambda: monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))


def test_build_makes_an_index_over_claims_discrepancies_and_sources(project: Path) -> None:
    built = build(project)

    index = project / "site/search/index"
    entry = json.loads((index / "pagefind-entry.json").read_bytes())
    assert made(built)
    assert entry["languages"]["fr"]["page_count"] == 5
    assert (index / "pagefind.js").is_file()


def test_index_brings_no_user_interface_of_pagefinds_own(project: Path) -> None:
    build(project)

    names = {path.name for path in (project / "site/search/index").iterdir()}
    assert not [name for name in names if name.endswith(".css") or "ui" in name]
    assert "wasm.unknown.pagefind" not in names


def test_second_build_touches_nothing_and_starts_no_program(
    project: Path, no_program: Callable[[], None]
) -> None:
    build(project)
    before = tree(project / "site")
    no_program()

    again = build(project)

    assert not made(again)
    assert tree(project / "site") == before


def test_change_that_no_search_finds_leaves_the_index(project: Path) -> None:
    build(project)
    before = tree(project / "site/search")
    changed(project, CLAIM, "claim: ", "checked: 2021-03-01\nclaim: ")
    (project / "facts/pages/about.md").write_text("# Autre\n", "utf-8")

    again = build(project)

    assert again.published is not None
    assert again.published.written
    assert not made(again)
    assert tree(project / "site/search/index") == {
        path.removeprefix("index/"): known
        for path, known in before.items()
        if path.startswith("index/")
    }


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        pytest.param(CLAIM, "vingt chevaux", "vingt ânes", id="a statement"),
        pytest.param(CLAIM, "Rien ne le prouve.", "Tout le prouve.", id="a verdict"),
        pytest.param("facts/site.yaml", "language: fr", "language: en", id="the language"),
    ],
)
def test_change_that_a_search_finds_makes_a_new_index(
    project: Path, name: str, old: str, new: str
) -> None:
    build(project)
    changed(project, name, old, new)

    again = build(project)

    assert made(again)
    assert verify(project / "site").faults == ()


def test_index_that_somebody_has_broken_is_made_anew(project: Path) -> None:
    build(project)
    (project / "site/search/index/pagefind-entry.json").unlink()

    again = build(project)

    assert made(again)
    assert (project / "site/search/index/pagefind-entry.json").is_file()


def test_quick_build_leaves_the_index_as_it_is(project: Path) -> None:
    build(project)
    before = tree(project / "site/search/index")
    changed(project, CLAIM, "vingt chevaux", "vingt ânes")

    quick = build(project, quick=True)

    assert quick.indexed is None
    assert tree(project / "site/search/index") == before
    assert made(build(project))


def test_site_built_quickly_at_first_has_the_page_and_no_index(project: Path) -> None:
    build(project, quick=True)

    assert (project / "site/search/index.html").is_file()
    assert not (project / "site/search/index").exists()


def test_index_goes_with_the_last_page_that_could_be_found(project: Path) -> None:
    build(project)
    for family in ("claims", "discrepancies", "sources"):
        for path in (project / "facts" / family).iterdir():
            path.unlink()

    empty = build(project)
    again = build(project)

    assert made(empty)
    assert not made(again)
    assert [path.name for path in (project / "site/search/index").iterdir()] == ["manifest.json"]


def test_file_of_somebody_else_beside_the_index_stays(project: Path) -> None:
    build(project)
    (project / "site/search/index/notes.txt").write_text("mine")
    changed(project, CLAIM, "vingt chevaux", "vingt ânes")

    build(project)

    assert (project / "site/search/index/notes.txt").read_text() == "mine"


def test_missing_program_is_told_and_the_pages_are_published(
    project: Path, no_program: Callable[[], None]
) -> None:
    no_program()

    built = build(project)

    assert built.indexed is not None
    assert built.indexed.failure
    assert "nowhere" in built.indexed.failure
    assert (project / "site/claims/members/index.html").is_file()
    assert not (project / "site/search/index").exists()


def test_index_from_before_stays_when_the_program_fails(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(project)
    before = tree(project / "site/search/index")
    failing = tmp_path / "failing"
    failing.write_text(f"#!{sys.executable}\nraise SystemExit('out of memory')\n")
    failing.chmod(0o755)
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(failing))
    changed(project, CLAIM, "vingt chevaux", "vingt ânes")

    built = build(project)

    assert built.indexed is not None
    assert built.indexed.failure == "Pagefind failed: out of memory"
    assert tree(project / "site/search/index") == before


def test_settings_of_pagefind_in_the_project_change_nothing(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "pagefind.toml").write_text('exclude_selectors = ["main"]\n')
    monkeypatch.chdir(project)
    monkeypatch.setenv("PAGEFIND_EXCLUDE_SELECTORS", "main")

    build(project, tmp_path / "set")

    monkeypatch.undo()
    (project / "pagefind.toml").unlink()
    build(project, tmp_path / "plain")
    assert fragments(tmp_path / "set") == fragments(tmp_path / "plain")


def fragments(site: Path) -> set[str]:
    """The names of the files that hold the pages' words, each with a hash of them."""
    return {path.name for path in (site / "search/index/fragment").iterdir()}


def test_index_of_a_site_that_another_build_has_replaced_is_not_made(project: Path) -> None:
    first = build(project).published
    changed(project, CLAIM, "vingt chevaux", "trente chevaux")
    build(project)
    before = tree(project / "site")

    overtaken = publish_index([], project / "site", language="fr", root=project, site=first)

    assert overtaken.failure == "another build has published another site there meanwhile"
    assert tree(project / "site") == before
