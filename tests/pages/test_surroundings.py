import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.pages.surroundings import excerpts, surroundings
from recoupe.text import Span

WORDS = " ".join(f"mot{number}" for number in range(100))
LETTERS = st.text(alphabet="ab é\u0301\u0301 \n字", min_size=1, max_size=400)


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, Span, Span]:
    text = draw(LETTERS)
    ends = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 4)))
    return text, Span(ends[1], ends[2]), Span(ends[0], ends[3])


def test_context_is_cut_between_words() -> None:
    quote = Span(WORDS.index("mot50"), WORDS.index("mot50") + 5)

    around = surroundings(WORDS, quote, Span(0, len(WORDS)))

    shown = WORDS[slice(*around)]
    assert shown.split() == [f"mot{number}" for number in range(35, 66)]
    assert shown == shown.strip()


def test_context_does_not_leave_the_body() -> None:
    quote = Span(WORDS.index("mot50"), WORDS.index("mot50") + 5)
    body = Span(quote.start - 6, quote.end + 6)

    assert surroundings(WORDS, quote, body) == body


def test_script_without_spaces_has_a_context_too() -> None:
    text = "字" * 400

    around = surroundings(text, Span(200, 202), Span(0, 400))

    assert (around.start, around.end) == (110, 292)


def test_one_space_in_a_script_without_spaces_does_not_cost_the_context() -> None:
    text = "字" * 160 + " " + "字" * 240

    around = surroundings(text, Span(170, 172), Span(0, 401))

    assert (around.start, around.end) == (80, 262)


@given(quoted())
def test_context_is_around_the_quote_and_within_the_body(found: tuple[str, Span, Span]) -> None:
    text, quote, body = found

    around = surroundings(text, quote, body)

    assert body.start <= around.start <= quote.start
    assert quote.end <= around.end <= body.end


@given(quoted())
def test_context_is_never_cut_before_a_combining_mark(found: tuple[str, Span, Span]) -> None:
    text, quote, body = found

    around = surroundings(text, quote, body)

    if body.start < around.start < quote.start:
        assert not unicodedata.combining(text[around.start])
    if quote.end < around.end < body.end:
        assert not unicodedata.combining(text[around.end])


@given(LETTERS, st.lists(st.tuples(st.integers(0, 399), st.integers(1, 30)), max_size=6))
def test_excerpts_hold_the_context_of_each_quote_once(
    text: str, ends: list[tuple[int, int]]
) -> None:
    whole = Span(0, len(text))
    quotes = [
        Span(start, min(start + length, len(text))) for start, length in ends if start < len(text)
    ]

    shown = excerpts(text, quotes, whole)

    for quote in quotes:
        around = surroundings(text, quote, whole)
        assert sum(one.start <= around.start and around.end <= one.end for one in shown) == 1
    assert all(one.end < other.start for one, other in pairwise(shown))


@pytest.mark.parametrize(
    ("further", "shown"), [(5, 1), (31, 1), (32, 2)], ids=["overlapping", "touching", "apart"]
)
def test_excerpts_with_no_word_between_them_are_one(further: int, shown: int) -> None:
    first, second = WORDS.index("mot20"), WORDS.index(f"mot{20 + further}")
    quotes = [Span(first, first + 5), Span(second, second + 5)]

    found = excerpts(WORDS, quotes, Span(0, len(WORDS)))

    assert len(found) == shown
