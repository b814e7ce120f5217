"""A small project over a real captured article, under git as projects are."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
ARTICLE = "004_be45f973b9ba43a6.txt"
PIN = "cec22de7d3368d69fc62f9dc2c5fd417508078324ff7a100e431ccdb723010e5"
SITE = "title: Essai\nlanguage: fr\nratings: [{id: ouvert, label: Ouvert}]\n"
SOURCE = f"""\
text: {ARTICLE}
title: Le retour
described: true
body:
  from: “Parler” reprend de la voix
  to: connu pour avoir soutenu un site néo-nazi.
sha256: {PIN}  # as it was checked
"""
CLAIM = """\
claim: Parler compte 15 millions d’utilisateurs.
accounts:
  - source: retour
    stance: supports
    quotes:
      - Parler comptait 15 millions d’utilisateurs  # the figure
      - de nombreux services d’hébergement avaient refusé les demandes de retour
      - Le PDG de Parler, John Matze, a été limogé début février
      - un appel en justice dans le but de contrer la décision d’Amazon
      - from: Celui qui était devenu la référence
        to: le 10 janvier dernier
      - exact: réseau social
        occurrence: 3
    note: Il le dit [ainsi](quote:retour "avaient refusé les demandes de retour").
"""
SILENCE = """\
claim: Parler revient avec un nouveau logo.
accounts:
  - {source: retour, stance: silent, searched: [logo]}
"""
PAGE = '# À propos\n\nVoir [là](quote:retour "de nombreux services d’hébergement").\n'


@dataclass(frozen=True, slots=True)
class Drifting:
    """A project whose captured article can be replaced by another version of it."""

    root: Path

    @property
    def article(self) -> str:
        return (SEEDS / ARTICLE).read_bytes().decode()

    def capture(self, text: str) -> None:
        (self.root / "seeds" / ARTICLE).write_bytes(text.encode())

    def fact(self, path: str) -> str:
        return (self.root / "facts" / path).read_bytes().decode()

    def write(self, path: str, text: str) -> None:
        (self.root / "facts" / path).write_bytes(text.encode())


def git(root: Path, *words: str) -> None:
    own = [
        "-c",
        "user.name=Test",
        "-c",
        "user.email=test@example.org",
        "-c",
        "commit.gpgsign=false",
    ]
    subprocess.run(["git", "-C", root, *own, *words], check=True, capture_output=True)


@pytest.fixture
def drifting(tmp_path: Path) -> Drifting:
    """The project, whose article stands in git as it was checked."""
    project = made_project(tmp_path / "project")
    git(project.root, "init", "--quiet")
    git(project.root, "add", ".")
    git(project.root, "commit", "--quiet", "--message", "Capture")
    return project


@pytest.fixture
def untracked(tmp_path: Path) -> Drifting:
    """The project without git: nobody knows the text that was checked."""
    return made_project(tmp_path / "project")


def made_project(root: Path) -> Drifting:
    project = Drifting(root)
    for folder in ("facts/sources", "facts/claims", "facts/pages", "seeds"):
        (root / folder).mkdir(parents=True)
    (root / ".gitattributes").write_text("seeds/** -text\n", "utf-8")
    for path, text in (
        ("site.yaml", SITE),
        ("sources/retour.yaml", SOURCE),
        ("claims/compte.yaml", CLAIM),
        ("claims/logo.yaml", SILENCE),
        ("pages/a-propos.md", PAGE),
    ):
        project.write(path, text)
    project.capture(project.article)
    return project


Changed = Callable[[str], str]
