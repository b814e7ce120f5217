from collections.abc import Callable

from recoupe.pages.editions import Edition
from recoupe.pages.shortening import shortened

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
