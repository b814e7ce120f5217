"""A text fragment marks its quote and nothing else, by the rules that browsers follow.

The browser here is another than the one that fragments are made for: it keeps punctuation and sees
words, so that the two cannot share a mistake.
"""

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.anchoring.browser_texts import BrowserText, parted
from recoupe.anchoring.text_fragments import text_fragment, url_with_fragment
from recoupe.text import Span

TEXT = (
    "Parler revient. L’application compte 20 millions de membres, selon Parler.\n"
    "Elle en comptait 20 millions en janvier, et l'an dernier 12 MILLIONS DE MEMBRES…\n"
    "Le réseau a déclaré : « Nous sommes là. » Rien de plus, Rien de moins."
)


class Terms(NamedTuple):
    prefix: str
    start: str
    end: str
    suffix: str


def terms(fragment: str) -> Terms:
    parts = [unquote(one) for one in fragment.removeprefix("text=").split(",")]
    prefix = parts.pop(0)[:-1] if parts[0].endswith("-") else ""
    suffix = parts.pop()[1:] if parts[-1].startswith("-") else ""
    return Terms(prefix, parts[0], parts[1] if len(parts) > 1 else "", suffix)


class Page(NamedTuple):
    """A text as the browser compares it: each letter with the place that it comes from."""

    letters: str
    places: list[int]


def compared(text: str) -> Page:
    letters, places = "", []
    for place, letter in enumerate(text):
        new = " " if letter.isspace() else unicodedata.normalize("NFKD", letter).casefold()
        new = "".join(one for one in new if unicodedata.category(one)[0] not in "MC")
        if new != " " or not letters.endswith(" "):
            letters += new
            places += [place] * len(new)
    return Page(letters, [*places, len(text)])


def word_edge(letters: str, at: int) -> bool:
    return re.search(r"\b", letters[at - 1 : at + 1] if at else letters[:1]) is not None and (
        at in {0, len(letters)} or letters[at - 1].isalnum() != letters[at].isalnum()
    )


def found(letters: str, words: str) -> list[int]:
    words = compared(words).letters.strip()
    return [at for at in range(len(letters)) if letters.startswith(words, at)]


def starts(page: Page, asked: Terms) -> list[int]:
    """Where the first words stand, with the prefix before them."""
    wanted = compared(asked.prefix).letters.strip()
    places = []
    for start in found(page.letters, asked.start):
        before = page.letters[:start].rstrip()
        begin = len(before) - len(wanted) if wanted else start
        if before.endswith(wanted) and word_edge(page.letters, begin):
            places.append(start)
    return places


def stops(page: Page, asked: Terms, start: int) -> list[int]:
    """Where the last words end, with the suffix after them, for the first words at `start`."""
    letters, wanted = page.letters, compared(asked.suffix).letters.strip()
    ends = [start + len(compared(asked.start).letters.strip())]
    if asked.end:
        length = len(compared(asked.end).letters.strip())
        later = [at for at in found(letters, asked.end) if at >= ends[0] and word_edge(letters, at)]
        ends = [at + length for at in later if word_edge(letters, ends[0])]
    rests = {end: letters[end:].lstrip() if wanted else letters[end:] for end in ends}
    lasts = {end: len(letters) - len(rest) + len(wanted) for end, rest in rests.items()}
    return [
        end
        for end, rest in rests.items()
        if rest.startswith(wanted) and word_edge(letters, lasts[end])
    ]


def marked(text: str, fragment: str) -> set[tuple[int, int]]:
    """Every place that a browser could mark: for each start, the first end counts."""
    page, asked = compared(text), terms(fragment)
    found = [(start, stops(page, asked, start)[:1]) for start in starts(page, asked)]
    return {(page.places[start], page.places[end - 1] + 1) for start, ends in found for end in ends}


def letters_of(text: str, span: Span) -> tuple[int, int]:
    letters = [at for at in range(*span) if text[at].isalnum()]
    return letters[0], letters[-1] + 1


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("Elle en comptait 20 millions en janvier", "Elle en comptait 20 millions en janvier"),
        ("compte 20 millions de membres", "compte 20 millions de membres"),
        ("application", "L’-,application,-compte"),
        ("an dernier 12 MILLIONS", "l'-,an dernier 12 MILLIONS"),
        ("« Nous sommes là. »", "déclaré : «-,Nous sommes là"),
    ],
)
def test_fragment_is_the_shortest_that_names_the_words(words: str, fragment: str) -> None:
    start = TEXT.index(words)

    found = text_fragment(TEXT, Span(start, start + len(words)))

    assert unquote(found or "") == f"text={fragment}"


def test_long_quote_is_named_by_its_first_and_its_last_words() -> None:
    start, end = TEXT.index("Parler revient"), TEXT.index(" en janvier")

    fragment = text_fragment(TEXT, Span(start, end))

    assert marked(TEXT, fragment or "") == {(start, end)}
    assert terms(fragment or "").end


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("non " * 100, (200, 203)),
        ("… !", (0, 3)),
        ("", (0, 0)),
        ("吾輩は猫である" * 40, (100, 104)),
    ],
    ids=["refrain", "no letters", "nothing", "no word boundaries"],
)
def test_words_that_cannot_be_told_have_no_fragment(text: str, words: tuple[int, int]) -> None:
    assert text_fragment(text, Span(*words)) is None


def test_context_is_taken_from_the_body_and_likes_are_looked_for_everywhere() -> None:
    text = "Menu Parler est là. | Corps : Parler est là, dit-on. | Pied"
    body = Span(text.index("Corps"), text.index(" | Pied"))
    start = text.index("Parler", body.start)

    fragment = text_fragment(text, Span(start, start + len("Parler est là")), within=body)

    assert terms(fragment or "") == Terms("", "Parler est là", "", ", dit-on")


def test_signs_of_the_directive_are_encoded() -> None:
    text = "Un mot-clé, a & b – 100 % sûr, dit-il."

    fragment = text_fragment(text, Span(3, len(text) - 1)) or ""

    assert fragment == (
        "text=mot%2Dcl%C3%A9%2C%20a%20%26%20b%20%E2%80%93%20100%20%25%20s%C3%BBr%2C%20dit%2Dil"
    )


@pytest.mark.parametrize(
    ("url", "whole"),
    [("https://a.example/x", "https://a.example/x#:~:text=a"), ("u#top", "u#top:~:text=a")],
)
def test_fragment_is_added_to_the_address(url: str, whole: str) -> None:
    assert url_with_fragment(url, "text=a") == whole


WORDS = [
    "été",
    "Ete",
    "l'eau",
    "eau",
    "20",
    "20 000",
    "20,5",
    "mots",
    "MOTS",
    "a-b",
    "«",
    "»",
    "c_d",
]
WORDS += ["\u00ad", "œuf", "oeuf", "e\u0301te", "x²", ".", "fin.", ", ", "\n", "\u00a0", "ﬁn", "İ"]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14), st.data())
def test_exactly_the_quote_is_marked(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    edges = [at for at in range(len(text) + 1) if at in {0, len(text)} or parted(text, at)]
    start, end = sorted((data.draw(st.sampled_from(edges)), data.draw(st.sampled_from(edges))))

    fragment = text_fragment(text, Span(start, end))

    if fragment is not None:
        first, last = letters_of(text, Span(start, end))
        assert [(a, b) for a, b in marked(text, fragment) if (a, b) != (first, last)] == []
        assert len(marked(text, fragment)) == 1


@given(st.text(alphabet="ab é'.-_ 1\n", max_size=12))
def test_letters_digits_and_underscores_are_never_parted(text: str) -> None:
    joined = [
        at for at in range(1, len(text)) if re.fullmatch(r"\w\w|\w['.]\w", text[at - 1 : at + 2])
    ]

    assert not any(parted(text, at) for at in joined)


def test_many_alike_are_found_out_soon() -> None:
    text = "Le réseau a rouvert lundi. " * 20_000

    assert text_fragment(text, Span(27 * 9_000, 27 * 9_000 + 10)) is None


@given(st.text(alphabet="aéœ…½ \u00ad\u0301.,-_A1\nßﬁ"))
def test_what_stands_once_is_told_wherever_letters_are_spelled_longer_or_left_out(raw: str) -> None:
    text, alone = BrowserText.of(raw), [BrowserText.of(letter).plain for letter in raw]

    for at, letter in enumerate(alone):
        if letter.strip():
            assert text.once(at, at + 1) == (text.plain.count(letter) == 1), (raw, at)
