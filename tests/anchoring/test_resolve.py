"""One quote to its one span: long passages, and what is said where there is none."""

import pytest

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.bodies import anchored_source
from recoupe.anchoring.resolve import resolve
from recoupe.diagnostics import Place, Report
from recoupe.model import ExactQuote, PassageQuote, Record, Source, SourceText

RAW = "Fin. Parler a été créé en 2018. Fin du début. Fin. 12 fins"
PLACE = Place("facts/claims/a.yaml", 1, 1, 1)


def source(raw: str) -> AnchoredSource:
    record = Record("alpha", PLACE)
    read = Source(record, "a.txt", raw, "", "Titre", True, "fr", SourceText.FULL)
    anchored = anchored_source(read, Report())
    assert anchored is not None
    return anchored


def resolved(raw: str, quote: ExactQuote | PassageQuote, report: Report) -> str | None:
    one = source(raw)
    found = resolve(quote, one, {"alpha": one}, report)
    return None if found is None else found.text


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
    report = Report()

    passage = resolved(RAW, PassageQuote(start, end, PLACE, PLACE), report)

    assert passage == expected
    assert report.errors == (1 if expected is None else 0)


def test_end_inside_a_longer_word_is_passed_over() -> None:
    raw = "un deux utile utilisateur util"

    assert resolved(raw, PassageQuote("un", "util", PLACE, PLACE), Report()) == raw


@pytest.mark.parametrize(
    ("prefix", "suffix"),
    [
        pytest.param("\u200b", "", id="prefix"),
        pytest.param("", "\u00ad", id="suffix"),
        pytest.param("\u200b", "\u00ad", id="both, told once"),
    ],
)
def test_surroundings_that_fold_to_nothing_are_refused(prefix: str, suffix: str) -> None:
    report = Report()

    found = resolved(RAW, ExactQuote("Parler", PLACE, prefix, suffix), report)

    assert found is None
    assert [one.code for one in report] == ["quote-empty"]


@pytest.mark.parametrize(
    ("raw", "words", "help"),
    [
        pytest.param(
            "La ville compte 12 millions d’habitants.Le maire a parlé lundi.",
            "La ville compte 99 chevaux",
            "you wrote `99 chevaux`, the source has `12 millions`\n"
            "if this is the passage, type: La ville compte 12 millions",
            id="words that have changed at the end",
        ),
        pytest.param(
            "le pont a deux voies", "le pont", "write it as le pont", id="occurrence beyond"
        ),
    ],
)
def test_help_of_a_quote_is_yaml_to_paste(raw: str, words: str, help: str) -> None:
    report = Report()

    resolved(raw, ExactQuote(words, PLACE, occurrence=2), report)

    assert [one.help for one in report] == [help]


@pytest.mark.parametrize(
    ("raw", "words", "help"),
    [
        pytest.param(
            "Il dit que le pont est sûr et le pont a fermé",
            "le pont",
            'write it with its neighbours,\nfor the 1st: "que le pont"\nfor the 2nd: "le pont a"',
            id="ambiguous",
        ),
        pytest.param(
            "La ville compte 12 millions d’habitants",
            "La ville compte 15 millions d’habitants",
            "you wrote `15`, the source has `12`\nif this is the passage, type: "
            '"La ville compte 12 millions d’habitants"',
            id="changed",
        ),
        pytest.param(
            "le code `pont` est ouvert depuis lundi",
            "le code `port` est ouvert depuis lundi",
            "you wrote ``port``, the source has ``pont``\n"
            "if this is the passage, type: more of the words around it",
            id="mark-up, which no title holds",
        ),
        pytest.param(
            'le pont "neuf" est ouvert depuis lundi',
            'le pont "vieux" est ouvert depuis lundi',
            'you wrote `"vieux"`, the source has `"neuf"`\n'
            'if this is the passage, type: "le pont ”neuf” est ouvert depuis lundi"',
            id="quotation marks, which end a title",
        ),
    ],
)
def test_help_of_a_link_is_a_title_to_paste(raw: str, words: str, help: str) -> None:
    report, one = Report(), source(raw)

    resolve(ExactQuote(words, PLACE), one, {"alpha": one}, report, linked=True)

    assert [one.help for one in report] == [help]
