from collections.abc import Callable

import pytest

from recoupe.pages.claims import claim_view
from recoupe.pages.editions import Edition
from recoupe.pages.pairings import pair_label
from recoupe.pages.shortening import shortened
from recoupe.pages.sources import source_view

Maker = Callable[..., Edition]


def test_source_goes_by_its_outlet_or_its_title(small: Edition) -> None:
    assert {id: label.label for id, label in small.labels.items()} == {
        "early": "La fermeture d’Alpha racontée par un…",
        "daily": "Le Jour",
        "weekly": "L’Hebdo",
    }


def test_two_sources_of_one_outlet_go_by_their_titles(make: Maker) -> None:
    again = "text: early.txt\ntitle: Le lendemain\npublisher: Le Jour\n"

    labels = make({"sources/early.yaml": again}).labels

    assert labels["early"].label == "Le lendemain"
    assert labels["daily"].label == "Alpha rouvre, et compte ses membres"


def test_sources_that_nothing_else_tells_apart_go_by_their_ids(make: Maker) -> None:
    again = "text: early.txt\ntitle: Alpha, le retour\npublisher: L’Hebdo\n"

    labels = make({"sources/early.yaml": again}).labels

    assert labels["early"].label == "Alpha, le retour (early)"
    assert labels["weekly"].label == "Alpha, le retour (weekly)"


def test_text_is_cut_between_words_and_never_too_long() -> None:
    text = "Un titre long, trop long «\u00a0vraiment\u00a0»"

    cut = [shortened(text, width) for width in (8, 9, 14, 25, 37)]

    assert cut == ["Un…", "Un titre…", "Un titre…", "Un titre long, trop long…", text]


ARABIC = {
    "arabic.txt": "أعيد افتتاح الجسر يوم الإثنين بعد أحد عشر شهرا من الأشغال.",
    "sources/arabic.yaml": "text: arabic.txt\nlanguage: ar\ntitle: جسر يُفتح من جديد\n",
}


def test_title_has_the_language_of_its_article_and_an_outlets_name_has_none(make: Maker) -> None:
    edition = make({**ARABIC, "sources/early.yaml": "text: early.txt\ntitle: Un\nlanguage: fr\n"})

    arabic, daily = edition.labels["arabic"], edition.labels["daily"]
    assert (arabic.language, arabic.direction, arabic.label_language) == ("ar", "rtl", "ar")
    assert (daily.language, daily.direction, daily.label_language) == (None, "ltr", None)


def test_title_that_the_editors_gave_is_in_the_language_of_the_site(make: Maker) -> None:
    described = ARABIC["sources/arabic.yaml"].replace(
        "جسر يُفتح من جديد", "Le pont\ndescribed: true"
    )

    label = make({**ARABIC, "sources/arabic.yaml": described}).labels["arabic"]

    assert (label.title, label.language, label.direction) == ("Le pont", None, "ltr")


def test_foreign_outlet_keeps_its_title_in_its_language(make: Maker) -> None:
    published = ARABIC["sources/arabic.yaml"] + "publisher: جريدة الميناء\n"

    label = make({**ARABIC, "sources/arabic.yaml": published}).labels["arabic"]

    assert (label.label, label.label_language, label.language) == ("جريدة الميناء", None, "ar")


def test_pair_keeps_names_that_run_the_other_way_apart(make: Maker) -> None:
    claim = """
claim: Le pont a rouvert.
accounts:
  - {source: arabic, stance: silent, searched: [مليون]}
  - {source: daily, stance: silent, searched: [pont]}
"""
    edition = make({**ARABIC, "claims/bridge.yaml": claim})

    label = pair_label(edition, "daily", "arabic")
    silence = claim_view(edition, edition.anchored.claims["bridge"]).silences[0]

    assert label == "Le Jour – \u2068جسر يُفتح من جديد\u2069"
    assert (silence.language, silence.direction) == ("ar", "rtl")


LENGTHS = {
    "words": ("Trois mots ici, et rien.", "5\u00a0mots"),
    "characters": ("橋は、工事を終えて、再開通した。", "16\u00a0caractères"),
    "mostly words": ("Le mot 橋 veut dire un pont.", "7\u00a0mots"),
}


@pytest.mark.parametrize(("text", "length"), LENGTHS.values(), ids=list(LENGTHS))
def test_text_is_measured_in_what_its_script_parts(make: Maker, text: str, length: str) -> None:
    source = "text: some.txt\ntitle: Un pont\n"
    edition = make({"some.txt": text, "sources/some.yaml": source})

    (view,) = (source_view(edition, one) for one in edition.sources if one.source.id == "some")

    assert view.length == length
