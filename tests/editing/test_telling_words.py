"""Which changes of words raise a doubt about what a passage means, and which do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.editing.comparisons import Fate, comparison
from recoupe.editing.proposals import changed
from recoupe.editing.telling_words import all_spelled_alike, doubts

DOUBTED = [
    ("12 millions", "13 millions", "a figure or a date has changed: `12`, `13`"),
    ("deux juges", "trois juges", "a figure or a date has changed: `deux`, `trois`"),
    ("5 %", "5 €", "a figure or a date has changed: `%`, `€`"),
    ("le 3 mars", "le 3 mai", "a figure or a date has changed: `mars`, `mai`"),
    ("avant le vote", "après le vote", "a figure or a date has changed: `avant`, `après`"),
    ("il a admis", "il n’a jamais admis", "a negation has changed: `n`, `jamais`"),
    ("he did", "he didn't", "a negation has changed: `t`"),
    ("il a menti", "il aurait menti", "a word of certainty or extent has changed: `aurait`"),
    ("all users", "some users", "a word of certainty or extent has changed: `all`, `some`"),
    (
        "John Matze dit",
        "Mark Meckler dit",
        "a name has changed: `John`, `Matze`, `Mark`, `Meckler`",
    ),
    ("un acte légal", "un acte illégal", "contrary: `illégal`"),
    ("une aide possible", "une aide impossible", "contrary: `impossible`"),
]
UNDOUBTED = [
    ("bel est bien", "bel et bien"),
    ("d’hébergement", "d’hébergements"),
    ("John Mattze", "John Matze"),
    ("événement", "évènement"),
    ("le réseau", "Le réseau"),
    ("suite à une décision", "à la suite d’une décision"),
]


@pytest.mark.parametrize(
    ("before", "now", "doubt"), DOUBTED, ids=[f"{one} - {two}" for one, two, _ in DOUBTED]
)
def test_change_raises_a_doubt_that_names_the_words(before: str, now: str, doubt: str) -> None:
    found = list(doubts(*changed(before, now)))

    assert any(doubt in one for one in found)


@pytest.mark.parametrize(
    ("before", "now"), UNDOUBTED, ids=[f"{one} - {two}" for one, two in UNDOUBTED]
)
def test_mended_slip_raises_none(before: str, now: str) -> None:
    assert list(doubts(*changed(before, now))) == []


@pytest.mark.parametrize(
    ("before", "now", "alike"),
    [
        (["Mattze"], ["Matze"], True),
        (["réseau"], ["RESEAU"], True),
        (["limogé"], ["nommé"], False),
        (["a"], [], False),
    ],
    ids=["slip", "case and accents", "another word", "word left out"],
)
def test_spellings_are_told_from_other_words(
    before: list[str], now: list[str], alike: bool
) -> None:
    assert all_spelled_alike(before, now) is alike


WORDS = ["le", "la", "réseau", "l’an", "est", "et", "12", "«", "pas"]
WORDINGS = st.lists(st.sampled_from(WORDS), max_size=12)


@given(WORDINGS, WORDINGS)
def test_comparison_joins_to_both_wordings(old: list[str], new: list[str]) -> None:
    pieces = comparison(" ".join(old), " ".join(new))

    now = " ".join(one.words for one in pieces if one.fate is not Fate.GONE)
    before = " ".join(one.words for one in pieces if one.fate is not Fate.NEW)
    assert now == " ".join(new)
    assert before == " ".join(old)


def test_other_typesetting_is_no_change() -> None:
    (piece,) = comparison("l'an «\u00a0dernier\u00a0»", "l’an «\u202fdernier\u202f»")

    assert piece.fate is Fate.KEPT
