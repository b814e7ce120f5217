"""The made-up projects: sound at any size, and the same for the same seed."""

from itertools import pairwise
from pathlib import Path

import pytest

from benchmarks.corpus import make_project
from benchmarks.stories import stories
from recoupe import load


def tree(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


@pytest.mark.parametrize("claims", [1, 7, 100, 130])
def test_project_of_any_size_has_no_diagnostic(claims: int, tmp_path: Path) -> None:
    make_project(tmp_path / "made", claims, sheets=True)

    loaded = load(tmp_path / "made")

    assert loaded.diagnostics == ()
    assert len(loaded.project.claims) == claims


def test_same_seed_makes_the_same_project(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("same", 1), ("other", 2)):
        make_project(tmp_path / name, 30, seed)

    assert tree(tmp_path / "one") == tree(tmp_path / "same")
    assert tree(tmp_path / "one") != tree(tmp_path / "other")


def test_ten_thousand_claims_have_the_sources_and_discrepancies_of_the_figures() -> None:
    told = list(stories(10_000))

    assert sum(len(story.events) for story in told) == 10_000
    assert sum(len(story.articles) for story in told) == 500
    assert 900 < sum(event.conflicting for story in told for event in story.events) < 1_000


def test_quotes_overlap_and_have_text_fragments(tmp_path: Path) -> None:
    make_project(tmp_path / "made", 20)

    project = load(tmp_path / "made").facts.anchored
    spans = sorted(
        (quote.span.start, quote.span.end)
        for claim in project.claims.values()
        for account in claim.accounts
        for quote in account.quotes
        if account.account.source.id == "source-0000-a"
    )

    assert any(after[0] < before[1] for before, after in pairwise(spans))
    assert all(source.url for source in project.project.sources.values())


def test_folder_that_holds_anything_else_is_left_alone(tmp_path: Path) -> None:
    make_project(tmp_path / "made", 5)
    make_project(tmp_path / "made", 5)
    (tmp_path / "made" / "thesis.txt").write_text("years of work")

    with pytest.raises(FileExistsError, match="choose another folder"):
        make_project(tmp_path / "made", 5)

    assert (tmp_path / "made" / "thesis.txt").read_text() == "years of work"
