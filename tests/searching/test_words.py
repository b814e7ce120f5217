"""How a text is cut into the words that a search finds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.searching.words import JOINED, searched, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("deux mots", ["deux", "mots"], id="white space"),
        pytest.param("l’hébergeur", ["l’", "hébergeur"], id="an article"),
        pytest.param("(d'Amazon)", ["(d'", "Amazon)"], id="a straight apostrophe, in brackets"),
        pytest.param("Qu’elle", ["Qu’", "elle"], id="a capital"),
        pytest.param("jusqu’ici", ["jusqu’", "ici"], id="a long word that is elided"),
        pytest.param("aujourd’hui", ["aujourd’hui"], id="an apostrophe inside a word"),
        pytest.param("O’Brien", ["O’Brien"], id="a name"),
        pytest.param("les d’", ["les", "d’"], id="nothing behind it"),
        pytest.param("«\u00a0oui\u202f»", ["«", "oui", "»"], id="spaces that do not break"),
    ],
)
def test_elided_words_are_words_of_their_own(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == found


@given(st.text("abl’' \n\u00ad"))
def test_words_lie_in_order_and_leave_out_white_space_only(text: str) -> None:
    found = list(words(text))

    assert "".join(text[start:end] for start, end in found) == "".join(text.split())
    assert [*found] == sorted(found)


def test_what_was_cut_can_be_joined_again() -> None:
    read = searched("Chez l’hébergeur\u00a0d’Amazon")

    assert read.split(" ") == ["Chez", f"l’{JOINED}", "hébergeur", f"d’{JOINED}", "Amazon"]
    assert read.replace(f"{JOINED} ", "") == "Chez l’hébergeur d’Amazon"


def test_characters_that_are_not_seen_are_not_searched() -> None:
    assert searched("héber\u00adgeur \u200b d’\u200bAmazon") == "hébergeur d’Amazon"
