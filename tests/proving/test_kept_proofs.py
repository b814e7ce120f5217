"""That what is kept of proofs changes nothing: neither what is found, nor what is told."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.folders import PROOFS
from recoupe.loading import Loaded, load

pytestmark = pytest.mark.usefixtures("caches")
ROOT = Path(__file__).parents[2]
CASES = sorted({path.parents[1] for path in (ROOT / "tests" / "cases").glob("*/*/facts/*")})

SITE = "title: Ponts\nlanguage: fr\n"
SOURCE = "title: Les ponts\ntext: one.txt\nlanguage: fr\n"
TEXT = "Il y a deux ponts sur le fleuve. La mairie en annonce un autre.\n"
CLAIM = """\
claim: La ville a deux ponts.
explanation: Voir [ce qui est annoncé](claim:other) et [ce passage](quote:one "un autre").
accounts:
  - source: one
    stance: supports
    quotes:
      - deux ponts
  - source: two
    stance: silent
    searched: [ponts]
"""
OTHER = """\
claim: Un pont est annoncé.
accounts:
  - source: one
    stance: supports
    quotes:
      - en annonce un autre
"""
DISCREPANCY = """\
title: Ce que tait le second article
kind: omission
claims: [one]
summary: Le second n’en parle pas.
explanation: Le second n’en dit rien.
"""


def project(root: Path) -> Path:
    """A small project of which nothing is to be told."""
    files = {
        "facts/site.yaml": SITE,
        "facts/sources/one.yaml": SOURCE,
        "facts/sources/two.yaml": SOURCE.replace("one", "two").replace("ponts", "gens"),
        "facts/claims/one.yaml": CLAIM,
        "facts/claims/other.yaml": OTHER,
        "facts/discrepancies/silent.yaml": DISCREPANCY,
        "seeds/one.txt": TEXT,
        "seeds/two.txt": "Ici on parle d’autre chose.\n",
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def found(loaded: Loaded) -> tuple[object, ...]:
    """All that is known after loading: facts, spans, findings, diagnostics."""
    facts = loaded.facts
    anchored, findings = facts.anchored, facts.findings
    return (
        anchored.claims,
        list(anchored.linked.items()),
        findings,
        loaded.diagnostics,
    )


def whole(root: Path) -> tuple[object, ...]:
    """The same of a project without memory."""
    shutil.rmtree(root / ".recoupe", ignore_errors=True)
    return found(load(root))


def proved(root: Path) -> set[str]:
    """The claims that are not proved again."""
    kept = load(root).kept
    return set(kept.proofs.holding(load(root).project, kept.facts.keys))


@pytest.mark.parametrize("case", [ROOT, *CASES], ids=lambda case: case.name)
def test_project_is_the_same_with_proofs_that_are_kept(case: Path, tmp_path: Path) -> None:
    for folder in ("facts", "seeds"):
        if (case / folder).exists():
            shutil.copytree(case / folder, tmp_path / folder, symlinks=True)
    before = load(tmp_path)
    before.leave()

    assert found(load(tmp_path)) == found(before)


def test_nothing_is_proved_again_where_nothing_changed(tmp_path: Path) -> None:
    loaded = load(project(tmp_path))

    assert loaded.diagnostics == ()
    assert proved(tmp_path) == set()
    loaded.leave()
    assert proved(tmp_path) == {"one", "other"}


def rewritten(path: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), "utf-8")

    return change


def removed(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).unlink()


@pytest.mark.parametrize(
    ("change", "still"),
    [
        pytest.param(
            rewritten("facts/claims/one.yaml", "deux ponts.", "deux beaux ponts."),
            {"other"},
            id="the claim",
        ),
        pytest.param(
            rewritten("facts/claims/other.yaml", "annoncé", "promis"), {"one"}, id="another claim"
        ),
        pytest.param(
            rewritten("facts/claims/other.yaml", "claim:", "draft: true\nclaim:"),
            set(),
            id="a claim that a link leads to becomes a draft",
        ),
        pytest.param(removed("facts/claims/other.yaml"), set(), id="a link leads nowhere"),
        pytest.param(
            rewritten("facts/site.yaml", "Ponts", "Les ponts"), set(), id="the site's title"
        ),
        pytest.param(
            rewritten("seeds/one.txt", "Il y a", "On a"), set(), id="the text of all claims"
        ),
        pytest.param(
            rewritten("seeds/two.txt", "chose", "ponts"), {"other"}, id="the text of a silence"
        ),
        pytest.param(
            rewritten("facts/sources/two.yaml", "Les gens", "Les ponts"),
            {"other"},
            id="a source's title",
        ),
        pytest.param(
            rewritten("facts/discrepancies/silent.yaml", "n’en dit rien", "n’en parle pas"),
            {"one", "other"},
            id="what a discrepancy explains",
        ),
        pytest.param(
            rewritten("facts/discrepancies/silent.yaml", "title:", "draft: true\ntitle:"),
            {"other"},
            id="a discrepancy becomes a draft",
        ),
        pytest.param(
            rewritten("facts/discrepancies/silent.yaml", "[one]", "[other]"),
            set(),
            id="a discrepancy names another claim",
        ),
    ],
)
def test_claim_is_proved_again_where_anything_that_it_takes_changed(
    tmp_path: Path, change: Callable[[Path], None], still: set[str]
) -> None:
    load(project(tmp_path)).leave()

    change(tmp_path)

    assert proved(tmp_path) == still
    assert found(load(tmp_path)) == whole(tmp_path)


def test_claim_of_which_anything_was_told_is_proved_every_time(tmp_path: Path) -> None:
    project(tmp_path)
    rewritten("facts/claims/one.yaml", "[ponts]", "[ponts, tunnels]")(tmp_path)

    loaded = load(tmp_path)
    loaded.leave()

    assert [one.code for one in loaded.diagnostics] == ["search-finds-nothing"]
    assert proved(tmp_path) == {"other"}
    assert load(tmp_path).diagnostics == loaded.diagnostics


def test_proofs_that_cannot_be_read_are_none(tmp_path: Path) -> None:
    load(project(tmp_path)).leave()

    (tmp_path / PROOFS).write_bytes((tmp_path / PROOFS).read_bytes()[:-1])

    assert proved(tmp_path) == set()
