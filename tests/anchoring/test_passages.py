"""Long passages by their first and last words."""

import pytest

from recoupe.anchoring import Span, passage

RAW = "Fin. Parler a été créé en 2018. Fin du début. Fin. 12 fins"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        pytest.param("Parler a", "Fin", "Parler a été créé en 2018. Fin", id="first end after it"),
        pytest.param("Parler a", "2018.", "Parler a été créé en 2018.", id="end that stands once"),
        pytest.param("Parler", "Parler a", None, id="end that overlaps the start"),
        pytest.param("Fin", "fins", None, id="start that stands several times"),
        pytest.param("absent", "fins", None, id="no start"),
        pytest.param("12 fins", "Parler", None, id="end only before the start"),
        pytest.param("Parler a", "2 fins", None, id="end that cuts a number"),
        pytest.param("", "fins", None, id="empty start"),
    ],
)
def test_passage_runs_from_words_that_stand_once_to_the_first_end(
    start: str, end: str, expected: str | None
) -> None:
    span = passage(RAW, start, end)

    assert (span and RAW[slice(*span)]) == expected


def test_end_inside_a_longer_word_is_passed_over() -> None:
    raw = "un deux utile utilisateur util"

    assert passage(raw, "un", "util") == Span(0, len(raw))
