"""Words are found as they stand, then as somebody remembers them, with the line to paste."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe import load
from recoupe.anchoring import locate
from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.words import words
from recoupe.editing.find import Found, find

ROOT = Path(__file__).parents[2]
SOURCES = tuple(load(ROOT).facts.anchored.sources.values())


def marked(found: Found) -> list[str]:
    return [found.around[start:end] for start, end in found.matched]


def unaccented(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).lower()


@pytest.mark.parametrize(
    ("phrase", "source", "yaml"),
    [
        pytest.param(
            "reseau social operationnel apres un mois de mise hors service",
            "retour-gafam",
            "'réseau social Parler a annoncé lundi qu’il était de nouveau opérationnel, après un"
            " mois de mise hors service'",
            id="without accents, with words missing",
        ),
        pytest.param(
            "ne gagneront pas, guerre contre la liberté",
            "suspension",
            '"guerre contre la liberté d\'expression\\". \\"Ils ne gagneront PAS"',
            id="in another order",
        ),
        pytest.param("matzé limogé", "presse-citron", "'Matze, a été limogé'", id="mistyped"),
        pytest.param(
            "millions d'utilisateurs selon engadget",
            "presse-citron",
            "15 millions d’utilisateurs. Selon",
            id="with the figure that was not remembered",
        ),
        pytest.param(
            "300 A 500 SERVEURS", "suspension", "300 à 500 serveurs", id="in capital letters"
        ),
        pytest.param(
            "Parler serait « construit sur une technologie durable »",
            "presse-citron",
            "Parler serait «\xa0construit sur une technologie durable",
            id="with other typography",
        ),
    ],
)
def test_words_as_they_are_remembered_are_found_first(phrase: str, source: str, yaml: str) -> None:
    first = find(phrase, SOURCES)[0]

    assert (first.source, first.yaml) == (source, yaml)


def test_very_words_come_before_all_that_is_like_them() -> None:
    found = find("20 millions", SOURCES)

    likenesses = [one.likeness for one in found]
    assert [one.source for one in found if one.likeness == 1] == ["depeche", "retour-gafam"]
    assert likenesses == sorted(likenesses, reverse=True)


def test_words_that_match_are_marked_in_the_passage() -> None:
    first = find("bannissement dizaines silence", SOURCES)[0]

    assert marked(first) == ["bannissement", "dizaines", "silence"]


def test_passage_that_stands_twice_is_named_by_its_neighbours() -> None:
    found = [one for one in find("john matze", SOURCES) if one.source == "suspension"]

    assert [one.yaml for one in found] == [
        "{exact: John Matze, suffix: ', a'}",
        "{exact: John Matze, suffix: avait}",
    ]


@pytest.mark.parametrize(
    "phrase",
    ["la recette du kouign-amann", "xyzzy", "…", " ", "22 millions de tonnes de blé"],
)
def test_nothing_is_found_where_nothing_is_like_the_words(phrase: str) -> None:
    assert find(phrase, SOURCES) == []


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_passage_remembered_without_accents_and_one_word_is_found(data: st.DataObject) -> None:
    source = data.draw(st.sampled_from(SOURCES), label="source")
    read = list(words(source.text.folded))
    first = data.draw(st.integers(0, len(read) - 12), label="first word")
    missing = data.draw(st.integers(1, 10), label="missing word")
    phrase = [unaccented(one.text) for one in read[first : first + 12]]
    del phrase[missing]

    found = find(" ".join(phrase), SOURCES)

    wanted = source.text.span(read[first].start, read[first + 11].end)
    place = [one for one in found if one.source == source.source.id]
    assert any(_overlaps(source, one, wanted.start, wanted.end) for one in place)


def _overlaps(source: AnchoredSource, found: Found, start: int, end: int) -> bool:
    lines = source.source.captured.split("\n")
    at = sum(len(line) + 1 for line in lines[: found.place.line - 1]) + found.place.column - 1
    inside = at - source.body.start
    return start <= inside + found.place.width and inside <= end


@given(st.text(max_size=40))
@settings(max_examples=60, deadline=None)
def test_whatever_is_looked_for_each_line_to_paste_is_found_again(phrase: str) -> None:
    for one in find(phrase, SOURCES[:2]):
        text = next(source.text for source in SOURCES if source.source.id == one.source)

        assert all(one.around[start:end].strip() for start, end in one.matched)
        assert one.yaml.startswith(("{", '"', "'")) or locate(text, one.yaml)
