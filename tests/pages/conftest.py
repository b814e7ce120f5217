"""A small project: three articles, three claims, what they disagree on."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.anchoring.anchor import anchor
from recoupe.comparing import compare
from recoupe.diagnostics import Report
from recoupe.locale import interface
from recoupe.pages.editions import Edition, edition
from recoupe.reading import read_project

DAILY = """Alpha compte 20 millions de membres, selon son patron. \
Le réseau a rouvert lundi, après un mois de silence, et ses membres sont revenus peu à peu. \
Alpha compte 20 millions de membres, répète le journal."""
WEEKLY = """Alpha comptait 15 millions de membres en janvier. Le réseau aurait rouvert lundi. \
Il n’a pas été fondé en 2018, contrairement à ce qui se dit."""
EARLY = """Le réseau Alpha a fermé ses portes dimanche. Il avait été fondé en 2018."""

FACTS = {
    "site.yaml": """
title: Alpha
language: fr
base_url: https://example.org/alpha/
publisher: {name: Recoupe, url: https://example.org/}
source_text: full
ratings:
  - {id: confirmed, label: Confirmé, value: 2, description: Deux origines le disent.}
  - {id: false, label: Faux, value: 1}
  - {id: unproven, label: Non prouvé}
tags: {audience: Audience, retour: Le retour}
""",
    "sources/daily.yaml": """
text: daily.txt
title: Alpha rouvre, et compte ses membres
publisher: Le Jour
published: 2021-02-15
author: [Ada]
url: https://example.org/jour
""",
    "sources/weekly.yaml": """
text: weekly.txt
title: Alpha, le retour
publisher: L’Hebdo
published: 2021-02-20
""",
    "sources/early.yaml": """
text: early.txt
title: La fermeture d’Alpha racontée par un article qui ne porte pas de titre
described: true
published: 2021-01
""",
    "claims/members.yaml": """
claim: Alpha compte 20 millions de membres.
question: Combien ?
made_by: {name: Alpha, type: organization}
tags: [audience, retour]
checked: 2021-03-01
compare: {as: number, unit: membres}
accounts:
  - source: daily
    stance: supports
    value: 20 000 000
    attributed_to: le patron
    note: Voir [la réouverture](claim:reopening).
    quotes:
      - {exact: Alpha compte 20 millions de membres, suffix: ", selon"}
  - source: weekly
    stance: neutral
    value: about 15 000 000
    quotes: [Alpha comptait 15 millions de membres en janvier]
  - source: early
    stance: silent
    searched: [membres]
verdict: {rating: unproven, summary: Alpha seul le dit.}
explanation: |
  Le journal [le répète](quote:daily "répète le journal").
related: [founding]
history:
  - {date: 2021-03-01, kind: published, note: Publié.}
  - {date: 2021-03-04, kind: corrected, note: Le nombre., before: 2 millions}
""",
    "claims/reopening.yaml": """
claim: Alpha a rouvert le 15 février 2021.
tags: [retour]
when: 2021-02-15
checked: 2021-03-02
accounts:
  - source: daily
    stance: supports
    quotes: [Le réseau a rouvert lundi]
  - source: weekly
    stance: supports
    certainty: hedged
    quotes: [Le réseau aurait rouvert lundi]
  - source: early
    stance: silent
    searched: [rouvert]
verdict: {rating: confirmed}
""",
    "claims/founding.yaml": """
claim: Alpha a été fondé en 2018.
when: 2018
accounts:
  - source: weekly
    stance: disputes
    quotes: [Il n’a pas été fondé en 2018]
  - source: early
    stance: supports
    quotes: [Il avait été fondé en 2018]
""",
    "discrepancies/numbers.yaml": """
title: Quinze ou vingt millions
kind: number
strength: contradiction
claims: [members]
summary: Deux nombres.
history:
  - {date: 2021-03-03, kind: updated, note: Précisé.}
""",
    "discrepancies/lundi.yaml": """
title: Lundi, peut-être
kind: certainty
strength: nuance
claims: [reopening]
summary: L’un affirme, l’autre non.
""",
    "discrepancies/fondation.yaml": """
title: Fondé ou non en 2018
kind: date
strength: tension
claims: [founding]
summary: L’un le dit, l’autre le nie.
""",
    "pages/about.md": """# À propos

Nous comparons [deux articles](source:daily), mot à mot.
""",
}
SEEDS = {"daily.txt": DAILY, "weekly.txt": WEEKLY, "early.txt": EARLY}

Maker = Callable[..., Edition]


@pytest.fixture
def make(tmp_path: Path) -> Maker:
    """The edition of the small project; other files take the place of its own, None of any."""

    def made(files: dict[str, str | None] | None = None, *, drafts: bool = False) -> Edition:
        for name, text in {**FACTS, **SEEDS, **(files or {})}.items():
            path = tmp_path / ("seeds" if name.endswith(".txt") else "facts") / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is not None:
                path.write_text(text, "utf-8", newline="")
        report = Report()
        project = read_project(tmp_path, report)
        assert project is not None
        anchored = anchor(project, report)
        findings = compare(anchored, report)
        assert not report.failed, [(one.place, one.message) for one in report]
        return edition(anchored, findings, interface(project.site.language), drafts=drafts)

    return made


@pytest.fixture
def small(make: Maker) -> Edition:
    return make()
