"""Which changes of words raise a doubt about what a passage means, and which do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.editing.comparisons import Fate, comparison
from recoupe.editing.proposals import changes, wording_doubts

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
    ("passé de 15 à 20 cas", "passé de 20 à 15 cas", "a figure or a date has changed"),
    (
        "ne veut pas rouvrir et veut poursuivre",
        "veut rouvrir et ne veut pas poursuivre",
        "a negation has changed",
    ),
    ("Apple a trompé Google", "Google a trompé Apple", "a name has changed"),
    ("le chien a mordu le chat", "le chat a mordu le chien", "it has other words"),
    ("la plateforme reviendra", "la plateforme reviendrait", "it has other words"),
    ("la ville compte", "la ville compterait", "it has other words"),
    ("le maire accuse du délit", "le maire accusé du délit", "it has other words"),
    ("a augmenté d’un point", "a diminué d’un point", "other words: `augmenté`, `diminué`"),
    ("la porte de la prison", "la porte de la maison", "it has other words"),
    ("un hommage au juge", "un dommage au juge", "it has other words"),
    ("un succès hier", "un succès à peine", "a figure or a date"),
    ("il veut partir", "il peut partir", "a word of certainty or extent"),
    ("les serveurs ont tenu", "les serveurs ont à peine tenu", "it has other words: `à`, `peine`"),
    ("John Mattze dit", "John Matze dit", "a name has changed"),
    ("dit « je pars » hier", "dit je pars hier", "its punctuation has changed"),
    ("il est parti.", "il est parti ?", "its punctuation has changed"),
    ("bel est bien", "bel et bien", "it has other words"),
    ("d’hébergement", "d’hébergements", "it has other words"),
]
UNDOUBTED = [
    ("d’hébergment", "d’hébergement"),
    ("un réseau socail", "un réseau social"),
    ("un developpement", "un développement"),
    ("un événement", "un évènement"),
    ("le réseau", "Le réseau"),
    ("l’Etat", "l’État"),
    ("l'an « dernier »", "l’an “dernier”"),
    ("l’accessibiliité du site", "l’accessibilité du site"),
]


@pytest.mark.parametrize(
    ("before", "now", "doubt"), DOUBTED, ids=[f"{one} - {two}" for one, two, _ in DOUBTED]
)
def test_change_raises_a_doubt_that_names_the_words(before: str, now: str, doubt: str) -> None:
    found = list(wording_doubts(before, now))

    assert any(doubt in one for one in found)


@pytest.mark.parametrize(
    ("before", "now"), UNDOUBTED, ids=[f"{one} - {two}" for one, two in UNDOUBTED]
)
def test_mended_slip_raises_none(before: str, now: str) -> None:
    assert list(wording_doubts(before, now)) == []


def test_changes_are_told_place_by_place() -> None:
    found = changes("le chien a mordu le chat hier", "le chat a mordu hier soir")

    assert [tuple(one) for one in found] == [
        (["chien"], ["chat"]),
        (["le", "chat"], []),
        ([], ["soir"]),
    ]


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
