import re

from hypothesis import given
from hypothesis import strategies as st

from recoupe.anchoring.span_names import span_name
from recoupe.text import Span, Text

SENTENCE = "Alpha compte 20 millions de membres, selon l’agence."


def named(text: str, words: str, nth: int = 0) -> str:
    places = [match.start() for match in re.finditer(re.escape(words), text)]
    return span_name(Text(text), Span(places[nth], places[nth] + len(words)))


def test_name_is_short_and_fit_for_an_id() -> None:
    assert re.fullmatch(r"span-[a-z2-7]{10}", named(SENTENCE, "20 millions"))


def test_name_stays_when_the_text_around_it_changes() -> None:
    elsewhere = f"Hier.\n{SENTENCE.replace('agence', 'AFP')} Demain."

    assert named(SENTENCE, "20 millions") == named(elsewhere, "20 millions")


def test_name_stays_when_only_the_setting_of_the_words_changes() -> None:
    typed = SENTENCE.replace("’", "'").replace(" ", "\u00a0")

    assert named(SENTENCE, "l’agence") == named(typed, "l'agence")


def test_name_changes_with_the_words() -> None:
    assert named(SENTENCE, "20 millions") != named(SENTENCE, "20 millions de")


def test_words_that_stand_twice_are_told_apart_by_their_neighbours() -> None:
    text = f"Lundi : {SENTENCE} Mardi, rien. {SENTENCE} Mercredi."

    first, second = (named(text, "membres", nth) for nth in (0, 1))

    assert first != second
    assert named(f"{text} Jeudi.", "membres", 0) == first


@given(st.integers(2, 12), st.sampled_from(["ab", "aba", "é ", "aa"]))
def test_repetitions_have_names_of_their_own(times: int, words: str) -> None:
    text = Text(words * times)

    spans = [Span(at, at + 2) for at in range(0, len(text.raw) - 2, len(words))]

    assert len({span_name(text, span) for span in spans}) == len(spans)
