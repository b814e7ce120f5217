"""What the other generators are given: all of the content, and an edit that changes it."""

import re
from pathlib import Path

import pytest

from benchmarks.generators import HUGO, PEERS, RECOUPE, Generator
from benchmarks.generators.generator import Scenario
from benchmarks.rounds import edit, fresh, rehearse, site
from benchmarks.stories import stories

ALL = [pytest.param(one, id=one.name) for one in (RECOUPE, *PEERS)]


@pytest.mark.parametrize("generator", [pytest.param(one, id=one.name) for one in PEERS])
def test_project_has_a_page_for_each_claim_source_and_discrepancy(
    generator: Generator, tmp_path: Path
) -> None:
    told = list(stories(130))
    gaps = sum(event.conflicting for story in told for event in story.events)

    generator.write(tmp_path, 130)

    assert len(list(tmp_path.glob("content/claims/claim-*.md"))) == 130
    assert len(list(tmp_path.glob("content/sources/*.md"))) == 10
    assert len(list(tmp_path.glob("content/discrepancies/*.md"))) == gaps


@pytest.mark.parametrize("generator", [pytest.param(one, id=one.name) for one in PEERS])
def test_claim_shows_statement_verdict_and_the_words_of_its_sources(
    generator: Generator, tmp_path: Path
) -> None:
    story = next(stories(1))

    generator.write(tmp_path, 1)

    page = (tmp_path / generator.claim).read_text(encoding="utf-8")
    assert story.events[0].statement in page
    assert story.events[0].summary in page
    assert all(words in page for article in story.articles for words in article.sentences.values())


@pytest.mark.parametrize("generator", ALL)
@pytest.mark.parametrize("scenario", [Scenario.CLAIM, Scenario.TEMPLATE])
def test_each_edit_leaves_another_text(
    scenario: Scenario, generator: Generator, tmp_path: Path
) -> None:
    fresh(tmp_path / "made", generator, 1)
    name = generator.claim if scenario is Scenario.CLAIM else generator.template
    path = tmp_path / "made" / name
    texts = [path.read_text(encoding="utf-8")]

    for number in (1, 2):
        edit(path, scenario, number)
        texts.append(path.read_text(encoding="utf-8"))

    assert len(set(texts)) == 3
    assert len(re.findall(r"état|Gabarit", texts[2])) == 1


def test_edit_that_finds_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("…", encoding="utf-8")

    with pytest.raises(ValueError, match="nothing to edit"):
        edit(tmp_path / "page", Scenario.CLAIM, 1)


def test_generator_that_is_not_on_the_path_has_no_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert [peer.program() for peer in PEERS] == [()] * len(PEERS)


def test_hugo_in_a_python_package_is_run_without_its_wrapper(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    wrapper = tmp_path / "bin/hugo"
    binary = tmp_path / "lib/python3.11/site-packages/hugo/binaries/hugo"
    for path in (wrapper, binary):
        path.parent.mkdir(parents=True)
        path.write_text("#!/bin/sh\n", encoding="utf-8")
        path.chmod(0o755)
    monkeypatch.setenv("PATH", str(wrapper.parent))

    assert HUGO.program() == (str(binary),)


def test_rehearsal_leaves_nothing_behind(tmp_path: Path) -> None:
    rehearse(tmp_path / "rehearsed", RECOUPE)

    assert site(tmp_path).files == 0
