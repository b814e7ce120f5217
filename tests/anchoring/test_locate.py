"""Every match, exact after folding, in a table of what texts and editors do to words."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recoupe.anchoring import Span, locate
from recoupe.anchoring.matching import followed, matches, preceded
from recoupe.text import Text, folded

FAMILY = "👨\u200d👩\u200d👧"


def words_of(raw: str, spans: list[Span]) -> list[str]:
    return [raw[slice(*span)] for span in spans]


@pytest.mark.parametrize(
    ("raw", "exact", "expected"),
    [
        pytest.param("l’été, l'hiver", "l'été", ["l’été"], id="straight for typographic"),
        pytest.param("l’été, l'hiver", "l’hiver", ["l'hiver"], id="typographic for straight"),
        pytest.param("« Parler »", '"Parler"', ["« Parler »"], id="guillemets with spaces"),
        pytest.param("«\u00a0Parler\u202f»", "« Parler »", ["«\u00a0Parler\u202f»"], id="no-break"),
        pytest.param("dit «Parler».", "dit « Parler »", ["dit «Parler»"], id="no space at all"),
        pytest.param("« Parler »", "Parler", ["Parler"], id="inside guillemets"),
        pytest.param("janvier.Le lundi", "Le lundi", ["Le lundi"], id="glued sentences"),
        pytest.param("janvier.Le lundi", "janvier.Le", ["janvier.Le"], id="over the glue"),
        pytest.param("a.\r\n\r\nB c", "a. B", ["a.\r\n\r\nB"], id="over paragraphs"),
        pytest.param("a b", "a\n  b", ["a b"], id="quote with a line end"),
        pytest.param("  a b", "a b", ["a b"], id="text that begins with white space"),
        pytest.param("a b", "a", ["a"], id="at the start"),
        pytest.param("a b", "b", ["b"], id="at the end"),
        pytest.param("a b", " a b\n", ["a b"], id="white space around the quote"),
        pytest.param("aaaa", "aa", ["aa", "aa", "aa"], id="overlapping"),
        pytest.param("e\u0301te\u0301", "été", ["e\u0301te\u0301"], id="decomposed in the text"),
        pytest.param("été", "e\u0301te\u0301", ["été"], id="decomposed in the quote"),
        pytest.param("e\u0301", "e", [], id="letter without its accent"),
        pytest.param("x\u0323\u0304", "x", [], id="letter without marks that do not compose"),
        pytest.param("fin…", "fin.", [], id="part of an ellipsis"),
        pytest.param("fin…", "fin...", ["fin…"], id="whole ellipsis"),
        pytest.param("ﬁn", "f", [], id="half of a ligature"),
        pytest.param("ﬁn", "fin", ["ﬁn"], id="whole ligature"),
        pytest.param("exem\u00adple", "exemple", ["exem\u00adple"], id="soft hyphen inside"),
        pytest.param("\u00adexemple\u00ad", "exemple", ["exemple"], id="soft hyphens around"),
        pytest.param(f"une {FAMILY} ici", FAMILY, [FAMILY], id="joined emoji"),
        pytest.param(f"une {FAMILY} ici", "👩", ["👩"], id="part of a joined emoji"),
        pytest.param("❤\ufe0f !", "❤", ["❤"], id="emoji without its selector"),
        pytest.param("كتـــاب", "كتاب", ["كتـــاب"], id="tatweel"),
        pytest.param("قال \u200fأحمد\u200e أمس", "أحمد", ["أحمد"], id="marks of direction"),
        pytest.param("والكتاب", "كتاب", ["كتاب"], id="behind an Arabic article"),
        pytest.param("כַּ", "כ", [], id="Hebrew letter without its points"),
        pytest.param("צה״ל אמר", 'צה"ל', ["צה״ל"], id="gershayim"),
        pytest.param("我在北京工作", "北京", ["北京"], id="Chinese"),
        pytest.param("ฉันชื่อสมชาย", "ชื่อ", ["ชื่อ"], id="Thai"),
        pytest.param("ฉันชื่อสมชาย", "ช", ["ช"], id="Thai letter, only where no mark follows"),
        pytest.param("नहीं", "नह", [], id="Devanagari letter without its vowel"),
        pytest.param("12 millions", "2 millions", ["2 millions"], id="cuts a number, still given"),
        pytest.param("Case", "case", [], id="case counts"),
        pytest.param("a b", "", [], id="empty quote"),
        pytest.param("a \u200b b", "\u200b \u00ad", [], id="quote that folds to nothing"),
        pytest.param("", "a", [], id="empty text"),
        pytest.param("A\ufeff\ufeffB", "AB", ["A\ufeff\ufeffB"], id="byte order marks"),
        pytest.param("5 %, 6\u202f%", "6%", ["6\u202f%"], id="percent"),
        pytest.param("1 − 2", "1 - 2", ["1 − 2"], id="minus"),
    ],
)
def test_words_are_found_however_they_are_set(raw: str, exact: str, expected: list[str]) -> None:
    spans = locate(raw, exact)

    assert words_of(raw, spans) == expected
    assert spans == sorted(spans)


TWICE = "dans une requête le mois dernier.L’application… donné le mois dernier, Parler"


@pytest.mark.parametrize(
    ("prefix", "suffix", "starts"),
    [
        pytest.param("", "", [17, 54], id="none"),
        pytest.param("dans une requête", "", [17], id="prefix"),
        pytest.param("dans une requête ", "", [17], id="prefix with its space"),
        pytest.param("ête", "", [17], id="prefix that begins inside a word"),
        pytest.param("", ".L'application", [17], id="suffix"),
        pytest.param("", "\n.L'app", [17], id="suffix with white space that is not there"),
        pytest.param("donné", ", Par", [54], id="both"),
        pytest.param("requête", ", Par", [], id="both, but of different places"),
        pytest.param("\u200b", " ", [17, 54], id="those that fold to nothing"),
    ],
)
def test_neighbours_tell_like_words_apart(prefix: str, suffix: str, starts: list[int]) -> None:
    spans = locate(TWICE, "le mois dernier", prefix=prefix, suffix=suffix)

    assert [span.start for span in spans] == starts


def test_folded_text_gives_the_same_as_its_string() -> None:
    assert locate(Text(TWICE), "mois") == locate(TWICE, "mois")


def test_words_that_repeat_themselves_overlap_in_any_number() -> None:
    spans = locate("ab" * 50_000, "ab" * 20_000)

    assert spans == [Span(at, at + 40_000) for at in range(0, 60_001, 2)]


# No mark stands on white space here: beside a quotation mark the white space is dropped, and then
# only in the folded text does the mark follow.
LETTERS = st.text("ab «»\u00a0…\u200d\u0301.é'’\nﬁ", max_size=14).filter(
    lambda raw: not re.search("\\s\u200d*\u0301", raw)
)


def naive(raw: str, exact: str) -> list[Span]:
    """Every stretch that folds to the words by itself, cut at characters that are kept."""
    words = folded(exact)
    return [
        Span(start, end)
        for start in range(len(raw))
        for end in range(start + 1, len(raw) + 1)
        if words
        and folded(raw[start:end]) == words
        and kept(raw[start])
        and kept(raw[end - 1])
        and not mark_follows(raw, start)
        and not mark_follows(raw, end)
    ]


def kept(letter: str) -> bool:
    return letter != "\u200d" and not letter.isspace()


def mark_follows(raw: str, at: int) -> bool:
    following = raw[at:].lstrip("\u200d")
    return unicodedata.category(following[:1] or " ") == "Mn"


@settings(deadline=None)
@given(LETTERS, LETTERS)
@example("aabaabaa", "aabaa")
@example("a\u200d\u0301b", "a")
def test_what_is_found_is_what_trying_every_stretch_finds(raw: str, exact: str) -> None:
    assert locate(raw, exact) == naive(raw, exact)


@settings(deadline=None)
@given(LETTERS, st.data())
def test_stretch_of_a_text_is_found_in_it(raw: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    exact = raw[start : data.draw(st.integers(start, len(raw)))]
    expected = naive(raw, exact)

    spans = locate(raw, exact, prefix=raw[:0], suffix="")

    assert spans == expected


@settings(deadline=None)
@given(LETTERS, st.data())
def test_neighbours_leave_those_places_that_they_surround(raw: str, data: st.DataObject) -> None:
    text = Text(raw).folded
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    exact, sides = text[start:end], st.integers(0, 4)
    before, after = (
        text[max(0, start - data.draw(sides)) : start],
        text[end : end + data.draw(sides)],
    )

    found = locate(raw, exact, prefix=before, suffix=after)

    folded_text = Text(raw)
    surrounded = [
        span
        for span, (first, last) in zip(locate(raw, exact), matches(folded_text, exact), strict=True)
        if preceded(text, first, folded(before)) and followed(text, last, folded(after))
    ]
    assert found == surrounded
