"""Which passages are alike enough to be shown side by side, and which of their words differ."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.anchoring.anchored import AnchoredQuote
from recoupe.comparing import Parallel, Passage, parallels
from recoupe.diagnostics import Place
from recoupe.model import ExactQuote
from recoupe.text import Span


def passage(source: str, text: str) -> Passage:
    quote = ExactQuote(text, Place("facts/claims/x.yaml"))
    return Passage(source, AnchoredQuote(quote, Span(0, len(text)), text, "span-words"))


def marked(text: str, spans: tuple[Span, ...]) -> str:
    """The text with what differs in brackets."""
    for start, end in reversed(spans):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def shown(found: Parallel) -> tuple[str, str]:
    return (
        marked(found.first.quote.text, found.first_differs),
        marked(found.second.quote.text, found.second_differs),
    )


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (
            "Parler a été créé pour offrir un réseau",
            "Parler a été construit pour offrir un réseau",
            (
                "Parler a été [créé] pour offrir un réseau",
                "Parler a été [construit] pour offrir un réseau",
            ),
        ),
        (
            "plus d'un mois après sa mise hors service",
            "Plus d’un mois après sa mise hors ligne",
            (
                "plus d'un mois après sa mise hors [service]",
                "Plus d’un mois après sa mise hors [ligne]",
            ),
        ),
        (
            "Le réseau compte 20 000 000 de membres",
            "Le réseau compte 15 000 000 de membres",
            (
                "Le réseau compte [20 000 000] de membres",
                "Le réseau compte [15 000 000] de membres",
            ),
        ),
        (
            "Le nouveau patron du réseau est là",
            "Le patron du réseau est là",
            ("Le [nouveau] patron du réseau est là", "Le patron du réseau est là"),
        ),
        (
            "Apple l'avait retiré de ses magasins",
            "Apple avait retiré de ses magasins",
            ("Apple [l']avait retiré de ses magasins", "Apple avait retiré de ses magasins"),
        ),
        (
            "« Un réseau durable et libre »",
            '"Un réseau durable et libre"',
            ("« Un réseau durable et libre »", '"Un réseau durable et libre"'),
        ),
    ],
    ids=["word", "apostrophe and case", "number", "addition", "elision", "typography"],
)
def test_words_that_differ_are_found_in_the_sources_own_characters(
    first: str, second: str, expected: tuple[str, str]
) -> None:
    (found,) = parallels([passage("one", first), passage("other", second)])

    assert shown(found) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Le PDG par intérim", "Le patron par intérim"),
        (
            "La liberté d’expression est son leitmotiv",
            "Parler, qui se dit dédié à la liberté d’expression",
        ),
        ("Rien de tel", "Tout autre chose"),
        ("…", "…"),
    ],
    ids=["a turn of phrase", "a topic", "nothing", "no word"],
)
def test_passages_that_share_little_are_not_paired(first: str, second: str) -> None:
    assert parallels([passage("one", first), passage("other", second)]) == ()


def test_passages_of_one_source_are_not_paired() -> None:
    text = "Le réseau a rouvert lundi matin"

    assert parallels([passage("one", text), passage("one", f"{text} tôt")]) == ()


def test_many_with_one_sentence_are_tied_once_each_the_likest_first() -> None:
    sentence = "Le réseau social a rouvert lundi"
    listed = [
        passage("first", f"{sentence} matin"),
        passage("second", sentence),
        passage("third", sentence),
    ]

    found = parallels(listed)

    assert [(one.first.source, one.second.source) for one in found] == [
        ("first", "second"),
        ("second", "third"),
    ]
    assert found[1].likeness == 1


WORDS = st.lists(st.sampled_from(["le", "Réseau", "20 000", "l’été", "a", "été", "…"]), max_size=9)


@settings(deadline=None)
@given(WORDS, WORDS)
def test_spans_are_in_order_and_inside_their_passage(first: list[str], second: list[str]) -> None:
    texts = " ".join(first), " ".join(second)

    for found in parallels([passage("one", texts[0]), passage("other", texts[1])]):
        for text, spans in zip(texts, (found.first_differs, found.second_differs), strict=True):
            ends = [end for span in spans for end in span]
            assert ends == sorted(set(ends))
            assert all(0 <= end <= len(text) for end in ends)
