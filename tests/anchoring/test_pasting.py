"""Wordings as YAML: what is pasted reads back as the very words."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from recoupe.anchoring import Wording
from recoupe.anchoring.pasting import pasted, title
from recoupe.diagnostics import Place
from recoupe.model import Prose
from recoupe.prose import links
from recoupe.text import folded

PLACE = Place("facts/claims/x.yaml", 10, 3)

LETTERS = st.text(
    st.one_of(
        st.sampled_from("aé \u00a0?:#-,'\"{}[]%&*!|>@`~=\\.12\u0085\u2028\u2029\u0080\ufffe😀"),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    min_size=1,
).filter(lambda words: words == words.strip() and "\ufeff" not in words)


@given(LETTERS, LETTERS, LETTERS)
def test_pasted_wording_reads_back_as_the_same_words(exact: str, prefix: str, suffix: str) -> None:
    line = pasted(Wording(exact, prefix, suffix))

    assert len(line.splitlines()) == 1
    assert yaml.load(f"- {line}", yaml.BaseLoader) == [
        {"exact": exact, "prefix": prefix, "suffix": suffix}
    ]


@given(LETTERS)
def test_pasted_words_alone_read_back_as_a_text(exact: str) -> None:
    assert yaml.load(f"- {pasted(Wording(exact))}", yaml.BaseLoader) == [exact]


@given(st.lists(st.sampled_from(["l’an", 'd"or', "(1)", "a_b*", "a?!", "[x]", "é'"])))
def test_link_with_a_title_names_the_same_words(parts: list[str]) -> None:
    words = " ".join(["le", *parts])

    [link] = links(Prose(f"Voir [là](quote:a {title(words)}).", PLACE, literal=True))

    assert link.target
    assert folded(link.target.quote or "") == folded(words)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("le pont", '"le pont"', id="words"),
        pytest.param("l’an d'or", '"l’an d\'or"', id="apostrophes"),
        pytest.param('le "pont" bas', '"le ”pont” bas"', id="quotation marks"),
        pytest.param("le `pont`", None, id="code"),
        pytest.param("a\\b", None, id="backslash"),
        pytest.param("a & b", None, id="entity"),
    ],
)
def test_title_holds_words_that_end_it_nowhere(words: str, expected: str | None) -> None:
    assert title(words) == expected
