"""A small project, anchored and compared for real: two articles, a conflict, a silence, a draft."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from recoupe.anchoring.anchor import anchor
from recoupe.anchoring.anchored import AnchoredProject
from recoupe.comparing import Findings, compare
from recoupe.diagnostics import Place, Report
from recoupe.exports.dataset import (
    ClaimRecord,
    Dataset,
    claim_record,
    dataset,
    exported_claims,
)
from recoupe.locale import interface
from recoupe.model import (
    Account,
    Bounds,
    Claim,
    Comparison,
    Discrepancy,
    DiscrepancyKind,
    ExactQuote,
    Project,
    Record,
    Reference,
    SearchedWords,
    Site,
    Source,
    SourceText,
    Stance,
    Strength,
    Verdict,
)
from recoupe.pages.editions import Edition, edition
from recoupe.pages.urls import addresses
from recoupe.reading import read_project
from recoupe.values import PartialDate, parse

HERE = Place("facts/claims/users.yaml")
FIRST = "\ufeffTitre\r\nParler 𝟙 revendique « 20 millions » de membres, dit-il.\r\nPublicité"
SECOND = "=HYPERLINK est une formule. Parler comptait 15 millions d’utilisateurs."
THIRD = "Rien à en dire."


def reference(id: str) -> Reference:
    return Reference(id, HERE)


def source(id: str, text: str, **known: object) -> Source:
    plain = Source(
        record=Record(id, HERE),
        file=f"{id}.txt",
        captured=text,
        file_sha256=sha256(text.encode()).hexdigest(),
        title=id.title(),
        described=True,
        language="fr",
        shown=SourceText.FULL,
    )
    return replace(plain, **known)  # type: ignore[arg-type]


def account(source: str, stance: Stance, *quotes: str, **known: object) -> Account:
    exact = tuple(ExactQuote(words, HERE) for words in quotes)
    plain = Account(reference(source), stance, HERE, HERE, quotes=exact)
    return replace(plain, **known)  # type: ignore[arg-type]


def users() -> Claim:
    return Claim(
        record=Record("users", HERE),
        statement="Parler compte 20 millions de membres.",
        question="Combien ?",
        tags=(reference("audience"),),
        when=parse("2021-02", "date"),  # type: ignore[arg-type]
        compare=Comparison("number", "membres", 0.0, {}, HERE),
        verdict=Verdict(reference("unproven"), None),
        accounts=(
            account(
                "first",
                Stance.SUPPORTS,
                "20 millions",
                "dit-il",
                attributed_to=("Le Monde", "Parler"),
                value=parse("20 000 000", "number"),
                as_of=parse("2021-02", "date"),
            ),
            account(
                "second",
                Stance.NEUTRAL,
                "=HYPERLINK est une formule",
                id="later",
                value=parse("about 15 000 000", "number"),
            ),
            account("third", Stance.SILENT, searched=(SearchedWords("membres", HERE),)),
        ),
    )


def discrepancy(id: str, *, draft: bool) -> Discrepancy:
    return Discrepancy(
        record=Record(id, HERE, draft=draft),
        title="Quinze ou vingt",
        kinds=(DiscrepancyKind.NUMBER, DiscrepancyKind.SCOPE),
        strength=Strength.TENSION,
        claims=(reference("users"),),
        sources=(),
        summary="Deux nombres.",
    )


@pytest.fixture
def facts() -> tuple[AnchoredProject, Findings]:
    bounds = Bounds("Parler", "dit-il.", HERE, HERE)
    hidden = Claim(Record("hidden", HERE, draft=True), "Un brouillon.", accounts=())
    sources = {
        "first": source("first", FIRST, bounds=bounds, published=PartialDate(2021, 2)),
        "second": source("second", SECOND, publisher="Second"),
        "secret": replace(source("secret", THIRD), record=Record("secret", HERE, draft=True)),
        "third": source("third", THIRD),
    }
    discrepancies = {
        "draft": discrepancy("draft", draft=True),
        "numbers": discrepancy("numbers", draft=False),
    }
    project = Project(
        Site("Site", HERE), sources, {"hidden": hidden, "users": users()}, discrepancies, pages={}
    )
    report = Report()
    anchored = anchor(project, report)
    findings = compare(anchored, report)
    assert not report.failed, [one.message for one in report]
    return anchored, findings


@pytest.fixture
def data(facts: tuple[AnchoredProject, Findings]) -> Dataset:
    anchored, findings = facts
    return dataset(anchored, findings, addresses(anchored))


@pytest.fixture
def claims(facts: tuple[AnchoredProject, Findings]) -> list[ClaimRecord]:
    return [claim_record(one) for one in exported_claims(facts[0])]


PUBLISHED = {
    "facts/site.yaml": """title: Alpha & <co>
base_url: https://example.org/alpha/
publisher: {name: Recoupe, url: https://example.org/}
source_text: excerpts
ratings: [{id: confirmed, label: Confirmé, value: 2}, {id: false, label: Faux, value: 1}]
""",
    "facts/sources/live.yaml": """text: live.txt
title: Alpha rouvre
retrieved: 2021-02-20
url: https://news.example/alpha?id=1
""",
    "facts/sources/kept.yaml": "text: kept.txt\ntitle: Alpha, le retour\n",
    "facts/claims/members.yaml": """claim: Alpha compte 20 millions de membres.
checked: 2021-03-09
accounts:
  - {source: live, stance: supports, quotes: [20 millions 𝟙 de membres, son patron]}
  - {source: kept, stance: disputes, quotes: [15 millions]}
verdict: {rating: false, summary: Ils sont quinze.}
history:
  - {date: 2021-03-04, kind: corrected, note: Le nombre & le mot., before: 2 <millions>}
  - {date: 2021-03-01, kind: published, note: Publié.}
""",
    "facts/claims/reopening.yaml": """claim: Alpha a rouvert.
checked: 2021-03-05
accounts: [{source: live, stance: supports, quotes: [a rouvert]}]
verdict: {rating: confirmed}
""",
    "facts/claims/undated.yaml": """claim: Alpha existe.
accounts: [{source: live, stance: supports, quotes: [Alpha]}]
""",
    "facts/claims/hidden.yaml": """claim: Un secret.
draft: true
checked: 2021-04-01
accounts: [{source: live, stance: supports, quotes: [lundi]}]
history: [{date: 2021-04-01, kind: published, note: Secret.}]
""",
    "seeds/live.txt": "Alpha compte 20 millions 𝟙 de membres, dit son patron. Il a rouvert lundi.",
    "seeds/kept.txt": "Le réseau comptait 15 millions de membres.",
}

EditionOf = Callable[..., Edition]


@pytest.fixture
def edition_of(tmp_path: Path) -> EditionOf:
    """The edition of a small project with a draft; other files take the place of its own."""

    def made(files: dict[str, str] | None = None, *, drafts: bool = False) -> Edition:
        for name, text in {**PUBLISHED, **(files or {})}.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8", newline="")
        report = Report()
        anchored = anchor(read_project(tmp_path, report), report)
        findings = compare(anchored, report)
        assert not report.failed, [(one.place, one.message) for one in report]
        spoken = interface(anchored.project.site.language)
        return edition(anchored, findings, spoken, drafts=drafts)

    return made
