"""The five articles of this repository in other versions, with all that its facts cite of them."""

import shutil
from collections import Counter
from functools import partial
from pathlib import Path

import pytest

from recoupe.editing.citations import CitedAs
from recoupe.editing.drift import SourceDrift, State
from recoupe.editing.drifts import drifts
from recoupe.editing.earlier import earlier
from recoupe.editing.pins import PinState, renewed
from recoupe.editing.repairs import repairs, write_repairs
from recoupe.loading import load
from recoupe.model import HistoryKind
from tests.editing.conftest import git

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of this repository's facts and articles, under git as they were checked."""
    root = tmp_path / "project"
    for folder in ("facts", "seeds"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / ".gitattributes").write_text("seeds/** -text\n", "utf-8")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Capture")
    return root


def recapture(root: Path, changes: dict[str, str]) -> None:
    """Make `changes` in every article that has what they change."""
    for path in (root / "seeds").glob("*.txt"):
        text = path.read_bytes().decode()
        for old, new in changes.items():
            text = text.replace(old, new)
        path.write_bytes(text.encode())


def drifted(root: Path) -> list[SourceDrift]:
    return list(drifts(load(root).facts.anchored, partial(earlier, root)))


def test_all_that_is_cited_stands_in_texts_captured_with_other_typesetting(project: Path) -> None:
    recapture(project, {"’": "'", "“": "«\u00a0", "”": "\u00a0»", "\n": "\r\n", "…": "..."})

    found = drifted(project)

    assert len(found) == 5
    assert all(one.settled for one in found)
    assert {one.state for source in found for one in source.drifts} == {State.STANDS}
    assert [one.state for one in renewed(project, found)] == [PinState.RENEWED] * 5
    assert list(load(project).report) == []


def test_mended_articles_take_their_quotes_links_and_bounds_along(project: Path) -> None:
    mended = {
        "Si son lancement est": "Si son lancment est",
        "une décision d’Amazon et son service": "une décison d’Amazon et son service",
        "connu pour avoir soutenu": "connu pour avoir soutneu",
        "de nombreux services": "de nombruex services",
    }
    recapture(project, mended)
    found = drifted(project)
    assert {one.citation.kind for source in found for one in source.drifts if one.mendable} == {
        CitedAs.QUOTE,
        CitedAs.LINK,
        CitedAs.END,
    }

    done = write_repairs(project, repairs(found), today="2026-11-23", language="fr")

    assert [one.obstacle for one in done.repairs if one.obstacle] == []
    (again,) = drifted(project)
    assert again.settled
    assert [one.state for one in renewed(project, [again])] == [PinState.RENEWED]
    loaded = load(project)
    assert list(loaded.report) == []
    told = loaded.project.claims["here-to-stay"].record.history
    assert [(one.kind, one.before) for one in told] == [(HistoryKind.UPDATED, None)]
    assert told[0].note.endswith(
        " a changé\u202f; les citations le suivent\u00a0:"
        " «\u00a0lancement\u00a0» devient «\u00a0lancment\u00a0»."
    )


def test_doubtful_changes_are_left_wherever_they_are_cited(project: Path) -> None:
    recapture(project, {"15 millions": "18 millions", "12 millions": "21 millions"})
    found = drifted(project)

    states = Counter(one.state for source in found for one in source.drifts)
    assert states[State.CHANGED] > 5
    assert repairs(found) == []
    assert all(
        one.meaning_doubted
        for source in found
        for one in source.drifts
        if one.state is State.CHANGED
    )
