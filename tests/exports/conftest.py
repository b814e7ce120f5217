"""A small project, anchored and compared for real: two articles, a conflict, a silence, a draft."""

from dataclasses import replace
from hashlib import sha256

import pytest

from recoupe.anchoring.anchor import anchor
from recoupe.comparing import compare
from recoupe.diagnostics import Place, Report
from recoupe.exports.dataset import Dataset, dataset
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
from recoupe.pages.urls import addresses
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
def data() -> Dataset:
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
    return dataset(anchored, findings, addresses(anchored))
