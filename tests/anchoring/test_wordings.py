"""The shortest wording of a span, and finding as its inverse."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recoupe.anchoring import Span, Wording, locate, shortest_unique, standing, whole
from recoupe.anchoring.wordings import shortest_words
from recoupe.text import Text

TWICE = "dans une requête le mois dernier.L’application… donné le mois dernier, Parler"


def named(raw: str, wording: Wording) -> Span:
    """The span that the build would take `wording` for."""
    sides = {"prefix": wording.prefix, "suffix": wording.suffix}
    spans = standing(raw, wording.exact, **sides)
    if wording.occurrence is None:
        assert len(spans) == 1
        return spans[0]
    return spans[wording.occurrence - 1]


@pytest.mark.parametrize(
    ("raw", "words", "number", "expected"),
    [
        pytest.param("un deux", "deux", 0, Wording("deux"), id="unique words need no neighbours"),
        pytest.param(
            TWICE, "mois dernier", 0, Wording("mois dernier", prefix="requête le"), id="prefix"
        ),
        pytest.param(
            TWICE, "mois dernier", 1, Wording("mois dernier", suffix=", Parler"), id="suffix"
        ),
        pytest.param("a x b. a x c", "x", 0, Wording("x", suffix="b"), id="one side is enough"),
        pytest.param("b a x c, c a x c", "x", 1, Wording("x", prefix="c a"), id="two words"),
        pytest.param(
            "longuement parlé a x b fort bien entendu, longuement parlé a x c, d x b fort bien",
            "x",
            0,
            Wording("x", prefix="a", suffix="b"),
            id="both sides, where one alone would be longer",
        ),
        pytest.param("x, x, x", "x", 1, Wording("x", prefix="x,", suffix=", x"), id="refrain"),
        pytest.param("12 a, 2 a", "2 a", 0, Wording("2 a"), id="a match that cuts does not count"),
        pytest.param("a\n  b", "a b", 0, Wording("a b"), id="line ends are not typed"),
        pytest.param("20\u202f000", "20 000", 0, Wording("20\u202f000"), id="no-break space stays"),
        pytest.param("ex\u00adem\u200bple", "exemple", 0, Wording("exemple"), id="unseen signs go"),
        pytest.param("我在北京我在", "我", 1, Wording("我", prefix="京"), id="Chinese"),
    ],
)
def test_wording_is_the_shortest_that_names_one_span(
    raw: str, words: str, number: int, expected: Wording
) -> None:
    span = standing(raw, words)[number]

    wording = shortest_unique(raw, span)

    assert wording == expected
    assert named(raw, wording) == span


def test_words_that_nothing_tells_apart_are_counted() -> None:
    raw = "la la " * 200
    span = standing(raw, "la")[200]

    wording = shortest_unique(raw, span)

    assert wording == Wording("la", occurrence=201)


def test_neighbours_are_whole_words_and_keep_their_elision() -> None:
    raw = "l’été de l’application Parler, hiver de l’application Parler"
    span = standing(raw, "Parler")[1]

    wording = shortest_unique(raw, span)

    assert wording == Wording("Parler", prefix="hiver de l’application")


@pytest.mark.parametrize(
    ("raw", "span"),
    [
        pytest.param("12 millions", Span(1, 11), id="cuts a number"),
        pytest.param("illégal", Span(2, 7), id="cuts a word"),
        pytest.param("fin…", Span(0, 0), id="empty"),
        pytest.param("a \u200b b", Span(1, 4), id="folds to nothing"),
        pytest.param("x\u0323\u0304", Span(0, 1), id="leaves its mark behind"),
    ],
)
def test_span_that_no_quote_can_name_is_refused(raw: str, span: Span) -> None:
    with pytest.raises(ValueError, match="no quote can name"):
        shortest_unique(raw, span)


WORDS = st.sampled_from(
    [
        *("le", "mois", "l’an", "« oui »", "«\u00a0non\u202f»", "20\u202f000", "5", "2", "1,5"),
        *(
            "fin…",
            "ﬁn.Et",
            "e\u0301te\u0301",
            "été",
            "exem\u00adple",
            "x\u0323\u0304",
            "?",
            "–",
            ":",
        ),
        *("كتاب", "والكتاب", "בַּיִת", "我在", "ชื่อ", "नहीं", "👨\u200d👧", "\n"),
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)


@settings(deadline=None)
@given(TEXTS, st.data())
@example("le le le le", None)
def test_naming_and_finding_are_inverses(raw: str, data: st.DataObject | None) -> None:
    text = Text(raw)
    start = data.draw(st.integers(0, len(raw) - 1)) if data else 3
    exact = raw[start : start + (data.draw(st.integers(1, 12)) if data else 2)]

    for span in standing(text, exact):
        wording = shortest_unique(text, span)
        assert named(raw, wording) == span


@settings(deadline=None)
@given(TEXTS.filter(str.split), st.data())
def test_neighbours_are_there_only_where_they_are_needed(raw: str, data: st.DataObject) -> None:
    exact = data.draw(st.sampled_from(raw.split()))
    spans = standing(raw, exact)

    wordings = [shortest_unique(raw, span) for span in spans]

    assert all((wording == Wording(wording.exact)) == (len(spans) == 1) for wording in wordings)
    assert len({(one.prefix, one.suffix, one.occurrence) for one in wordings}) == len(spans)


@settings(deadline=None)
@given(TEXTS.filter(str.split), st.data())
def test_shortest_words_stand_once_and_hold_the_span(raw: str, data: st.DataObject) -> None:
    text = Text(raw)
    exact = data.draw(st.sampled_from(raw.split()))

    for span in standing(text, exact):
        words = shortest_words(text, span)
        assert (words is None) == (shortest_unique(text, span).occurrence is not None)
        if words is not None:
            [place] = standing(text, words)
            assert place.start <= span.start < span.end <= place.end


def test_words_of_a_refrain_are_not_to_be_told_apart() -> None:
    raw = "le pont " * 200

    assert shortest_words(raw, standing(raw, "pont")[100]) is None


@settings(deadline=None)
@given(TEXTS)
def test_wording_is_one_visible_line(raw: str) -> None:
    text = Text(raw)
    spans = [span for word in raw.split() for span in locate(text, word)]
    wordings = [shortest_unique(text, span) for span in spans if whole(text, span)]

    typed = "".join(one.prefix + one.exact + one.suffix for one in wordings)
    assert not re.search("[\n\u00ad\u200b]", typed)
