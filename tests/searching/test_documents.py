"""What a search finds of each page."""

from pathlib import Path

import pytest

from recoupe.loading import load
from recoupe.locale import interface
from recoupe.pages.editions import edition
from recoupe.pages.site import site_pages
from recoupe.searching import Document, document
from recoupe.searching.documents import Place


@pytest.fixture
def documents(project: Path) -> dict[str, Document]:
    loaded = load(project)
    assert not loaded.report.failed, [one.message for one in loaded.report]
    made = edition(loaded.facts.anchored, loaded.facts.findings, interface("fr"))
    found = (document(view) for view in site_pages(made))
    return {one.url: one for one in found if one}


def test_claims_discrepancies_and_sources_are_found_and_nothing_else(
    documents: dict[str, Document],
) -> None:
    assert {url: one.kind for url, one in documents.items()} == {
        "/claims/members/": "claim",
        "/claims/silence/": "claim",
        "/discrepancies/numbers/": "discrepancy",
        "/sources/daily/": "source",
        "/sources/weekly/": "source",
    }


def test_claim_is_found_by_its_verdict_its_accounts_and_what_explains_it(
    documents: dict[str, Document],
) -> None:
    claim = documents["/claims/members/"]

    daily = (
        "vingt membres chez l’\u2060 hébergeur · membres · le patron · 20 membres · Voir plus bas."
    )
    assert claim.title == "Alpha compte vingt chevaux."
    assert claim.label == "rating-open"
    assert claim.places == (
        Place("", "", "Rien ne le prouve. · Combien ? · Alpha · Public"),
        Place("account-daily", "Le Jour", daily),
        Place("account-weekly", "Une semaine", "quinze membres · 15 membres"),
        Place("explanation", "", "Une explication."),
        Place("asked", "", "La préfecture · Aucun mot."),
        Place("evidence", "", "Un registre · Des mots du registre."),
    )


def test_words_that_a_silent_source_was_searched_for_find_nothing(
    documents: dict[str, Document],
) -> None:
    assert documents["/claims/silence/"].places == (Place("", "", "Personne ne dit rien."),)
    assert documents["/claims/silence/"].label == "open"


def test_discrepancy_is_found_by_its_claims_and_what_each_source_says(
    documents: dict[str, Document],
) -> None:
    found = documents["/discrepancies/numbers/"]

    said = "Alpha compte vingt chevaux. · Le Jour · 20 membres · Une semaine · 15 membres"
    assert found.label == "strength-contradiction"
    assert found.places == (
        Place("", "", f"Deux nombres. · {said}"),
        Place("resolution", "", "Un recensement."),
    )


def test_text_of_a_source_is_parted_by_the_spans_quoted_from_it(
    documents: dict[str, Document],
) -> None:
    source = documents["/sources/daily/"]

    beginning, before, *quoted, after = source.places
    assert source.publisher == "Le Jour"
    assert source.title == "Le retour d’\u2060 Alpha"
    assert beginning == Place("", "", "Le Jour")
    assert before == Place("text", "", "Alpha compte")
    assert [one.text for one in quoted] == ["vingt", "membres", "chez l’\u2060 hébergeur,"]
    assert [one.anchor[:5] for one in quoted] == ["span-"] * 3
    assert quoted[0].anchor == quoted[2].anchor != quoted[1].anchor
    assert after == Place("text", "", "dit-il. Tout va bien.")


def test_what_an_excerpt_leaves_out_cannot_be_found(documents: dict[str, Document]) -> None:
    words = " ".join(one.text for one in documents["/sources/weekly/"].places)

    assert "quinze membres." in words
    assert "Secret" not in words
