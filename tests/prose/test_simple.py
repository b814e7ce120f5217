"""What is made of a text without Python-Markdown is what Python-Markdown and nh3 make of it."""

from itertools import groupby

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recoupe.prose.parsed import Parsed, Piece
from recoupe.prose.parsing import read
from recoupe.prose.simple import simple

WORDS = st.text(
    st.sampled_from("abzÉé09 ,.;:!?’'\"«»()-—–…%/#+=@$\u00a0\u202f\u2009\ufeffßſ\u0301،א"),
    min_size=1,
    max_size=14,
)
LINKS = st.builds(
    "[{}]({}{})".format,
    WORDS,
    st.sampled_from(
        ["claim:a-1", "source:b", "page:c", "quote:d", "https://e.org/a-b/", "x", "a b"]
    ),
    st.one_of(st.just(""), WORDS.map(' "{}"'.format), WORDS.map(" '{}'".format)),
)
STRESSED = st.builds("{0}{1}{0}".format, st.sampled_from(["*", "**", "***", "_"]), WORDS)
SIGNS = st.sampled_from(
    [
        *"*[]()\"'-+>#|`\\<&_~=:!",
        "\n",
        "\n\n",
        "\n\n\n",
        " ",
        "  \n",
        "\n    ",
        "\n- ",
        "\n1. ",
        "![a](b)",
    ]
)
SPACED = st.builds("{}{}{}".format, st.sampled_from(["", " ", "\n", "("]), STRESSED | LINKS, SIGNS)
TEXTS = st.lists(st.one_of(WORDS, WORDS, SPACED, SPACED, LINKS, STRESSED, SIGNS), max_size=9).map(
    "".join
)
PLAIN = st.lists(
    st.one_of(WORDS, LINKS.map(" {} ".format), STRESSED.map(" {} ".format), st.just("\n\na")),
    min_size=1,
    max_size=7,
).map("".join)


def joined(made: Parsed) -> tuple[list[Piece], object]:
    """The pieces with neighbouring texts put together, and the addresses."""
    pieces: list[Piece] = []
    for is_text, of_one_kind in groupby(made.pieces, lambda piece: isinstance(piece, str)):
        together = list(of_one_kind)
        pieces += ["".join(map(str, together))] if is_text else together
    return pieces, made.addresses


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Un seul alinéa.\n", id="a paragraph"),
        pytest.param("« Un »\u00a0: deux\n\n\ntrois (et quatre) !\n", id="paragraphs"),
        pytest.param("Voir *ici* et **là**, [l’un](claim:a-b).", id="emphasis and a link"),
        pytest.param('[un\ndeux](quote:a "l\'un\u00a0» et") 20 fois', id="a link over two lines"),
        pytest.param("20 millions, [site](https://example.org/a-b/).", id="somebody else's site"),
    ],
)
def test_prose_of_paragraphs_needs_no_parser(text: str) -> None:
    made = simple(text)

    assert made is not None
    assert joined(made) == joined(read(text, 1))


@given(st.one_of(TEXTS, PLAIN))
@example("a\n\n b")
@example("*a* *b*")
@example("a *b*c")
@example("(*a*)")
@example("a **b*c** d")
@example('[a](quote:b "c "d" e")')
@settings(deadline=None, max_examples=600)
def test_what_needs_no_parser_is_what_the_parser_makes(text: str) -> None:
    made = simple(text)

    assert made is None or joined(made) == joined(read(text, 1))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "*a " * 30_000,
        "[a](" * 20_000,
        "a\n" * 50_000 + "-",
        "*" * 99_999,
        "1" * 99_999,
    ],
    ids=["brackets", "stars", "links", "lines", "one star after the other", "digits"],
)
def test_no_text_takes_long_to_be_found_not_simple(text: str) -> None:
    assert simple(text) is None or text.isdigit()
