"""A small project on disk: one claim that two articles tell of, and what they disagree on."""

from pathlib import Path

import pytest

FILES = {
    "facts/site.yaml": """
title: Alpha
language: fr
ratings:
  - {id: open, label: Ouvert}
tags: {audience: Public}
""",
    "facts/sources/daily.yaml": """
text: daily.txt
title: Le retour d’Alpha
publisher: Le Jour
""",
    "facts/sources/weekly.yaml": "{text: weekly.txt, title: Une semaine, described: true}",
    "facts/claims/members.yaml": """
claim: Alpha compte vingt chevaux.
question: Combien ?
tags: [audience]
made_by: {name: Alpha}
compare: {as: number, unit: membres}
accounts:
  - source: daily
    stance: supports
    value: 20
    attributed_to: le patron
    quotes: [vingt membres chez l’hébergeur, membres]
    note: Voir *plus bas*.
  - source: weekly
    stance: supports
    value: 15
    quotes: [quinze membres]
verdict: {rating: open, summary: Rien ne le prouve.}
explanation: Une **explication**.
evidence: [{title: Un registre, quote: Des mots du registre.}]
asked: [{whom: La préfecture, answer: Aucun mot.}]
""",
    "facts/claims/silence.yaml": """
claim: Personne ne dit rien.
accounts:
  - {source: weekly, stance: silent, searched: [registre]}
""",
    "facts/discrepancies/numbers.yaml": """
title: Quinze ou vingt
kind: number
strength: contradiction
claims: [members]
summary: Deux nombres.
resolution: Un recensement.
""",
    "facts/pages/about.md": "# À propos\n\nDe nous.\n",
    "seeds/daily.txt": "Alpha compte vingt membres chez l’hébergeur, dit-il. Tout va bien.",
    "seeds/weekly.txt": "Secret du début, assez long pour que nul extrait ne le montre : "
    + "des mots, puis des mots, et encore des mots, et " * 3
    + "Alpha a quinze membres.",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project's folder; its articles are shown in excerpts, as by default."""
    for name, text in FILES.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    return tmp_path / "project"
