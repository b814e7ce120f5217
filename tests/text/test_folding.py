"""What folding forgives, what it does not, and the way back to the source's own characters."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from recoupe.text import Span, Text, folded

# Everything that folding touches, and neighbours that it must leave alone.
LETTERS = st.sampled_from(
    "aeZé5 20\n\r\t\u00a0\u202f\u3000\u2009.…,;:!?%\"'’‘ʼ′׳‚‹›“”„‟″״«»-‐‑–—−ﬁﬄﬅ"
    "\u00ad\u200b\u200d\u2060\ufeff\ufe0f\u0640\u061c\u202e\u0301\u0323\u0308\u0344\u212bαΐסש\ufb2aاأ"
    "\u0e01\u0e33\u0e49中カ\u3099ᄀ가\u11a8\u1161😀\u0915\u093c\u0958"
)
TEXTS = st.text(LETTERS, max_size=40)


def reference(raw: str) -> str:
    """The rule as FORMAT words it, step by step, with no thought for the way back."""
    text = re.sub(
        "[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff]",
        "",
        raw,
    )
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[\ufb00-\ufb06]", lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = re.sub("[’‘ʼ′׳‚‹›]", "'", text)
    text = re.sub("[“”„‟″״«»]", '"', text)
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    text = re.sub(r"\s+", " ", text.replace("…", "..."))
    return re.sub(' ?" ?', '"', re.sub(" ([;:!?%])", r"\1", text))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("l’application", "l'application", id="typographic apostrophe"),
        pytest.param("‘a’ ʼ ′ ׳ ‚ ‹ ›", "'a' ' ' ' ' ' '", id="single quotation marks"),
        pytest.param("« a »", '"a"', id="guillemets with plain spaces"),
        pytest.param("«\u00a0a\u202f»", '"a"', id="guillemets with no-break spaces"),
        pytest.param("dit «a», puis", 'dit"a", puis', id="guillemets with nothing inside"),
        pytest.param("“a” „b‟ ″c״", '"a""b""c"', id="double quotation marks of all kinds"),
        pytest.param("où\u202f? là : 5 %", "où? là: 5%", id="space before high punctuation"),
        pytest.param("a . b , c", "a . b , c", id="space before low punctuation stays"),
        pytest.param("a\u2010b\u2011c\u2013d\u2014e\u2015f\u2212g", "a-b-c-d-e-f-g", id="hyphens"),
        pytest.param("fin…", "fin...", id="ellipsis"),
        pytest.param("ﬁn, eﬄuve, ﬅ", "fin, effluve, st", id="ligatures"),
        pytest.param("a\r\n\r\nb\t \u3000c", "a b c", id="line ends and runs of white space"),
        pytest.param("soft\u00adhyphen", "softhyphen", id="soft hyphen"),
        pytest.param("e\u0301te\u0301", "été", id="decomposed accents"),
        pytest.param("e\u200d\u0301", "é", id="accent behind a dropped character"),
        pytest.param("\ufeffa\u2060b", "ab", id="byte order mark and word joiner"),
        pytest.param("❤\ufe0f", "❤", id="variation selector"),
        pytest.param("👩\u200d👧", "👩👧", id="joined emoji"),
        pytest.param("كتـــاب", "كتاب", id="tatweel"),
        pytest.param("\u200fשלום\u200e", "שלום", id="marks of direction"),
        pytest.param("צה״ל ג׳", "צה\"ל ג'", id="gershayim and geresh"),
        pytest.param("Case É e", "Case É e", id="case and accents count"),
        pytest.param("a \u200b b", "a b", id="white space around a dropped character is one run"),
        pytest.param(" a ", " a ", id="the ends of a text keep their space"),
        pytest.param("\x85a\x92b", " a\x92b", id="C1 controls are read"),
    ],
)
def test_folding_forgives_what_typesetting_changes(raw: str, expected: str) -> None:
    text = Text(raw)

    assert text.folded == expected
    assert text.raw == raw


@settings(deadline=None)
@given(TEXTS)
@example("\u2000\u0323\u0301")
@example('a " \u200b" b')
def test_folding_is_the_rule_of_the_format(raw: str) -> None:
    assert Text(raw).folded == reference(raw)


@settings(deadline=None)
@given(TEXTS)
def test_words_are_folded_as_the_text_that_they_are_looked_for_in(raw: str) -> None:
    assert folded(raw) == Text(raw).folded.strip()


@settings(deadline=None)
@given(TEXTS.filter(lambda raw: not re.search("[\ufb00-\ufb06]", raw)))
def test_folding_twice_changes_nothing_more(raw: str) -> None:
    once = Text(raw).folded

    assert Text(once).folded == once


@settings(deadline=None)
@given(TEXTS)
def test_the_way_back_is_monotone_and_stays_inside(raw: str) -> None:
    text = Text(raw)

    spans = [text.span(at, at + 1) for at in range(len(text.folded))]

    assert all(0 <= span.start < span.end <= len(raw) for span in spans)
    assert [span.start for span in spans] == sorted(span.start for span in spans)
    assert [span.end for span in spans] == sorted(span.end for span in spans)


@settings(deadline=None)
@given(TEXTS)
def test_each_folded_character_comes_from_what_folds_to_it(raw: str) -> None:
    text = Text(raw)

    for at, letter in enumerate(text.folded):
        span = text.span(at, at + 1)
        assert letter in Text(raw[slice(*span)]).folded


@settings(deadline=None)
@given(TEXTS)
def test_characters_found_from_the_whole_span_are_all_of_them(raw: str) -> None:
    text = Text(raw)

    assert text.within(Span(0, len(raw))) == (0, len(text.folded))


@settings(deadline=None)
@given(TEXTS, st.data())
def test_span_and_characters_lead_back_and_forth(raw: str, data: st.DataObject) -> None:
    text = Text(raw)
    start = data.draw(st.integers(0, len(text.folded)))
    end = data.draw(st.integers(start, len(text.folded)))
    inside = start < end and text.bounds(start) and text.bounds(end)

    found = text.within(text.span(start, end)) if inside else (start, end)

    assert found == (start, end)


@pytest.mark.parametrize(
    ("raw", "at", "expected"),
    [
        pytest.param("fin…", 3, True, id="before an ellipsis"),
        pytest.param("fin…", 4, False, id="inside an ellipsis"),
        pytest.param("fin…", 6, True, id="behind an ellipsis"),
        pytest.param("ﬁn", 1, False, id="inside a ligature"),
        pytest.param("x\u0301y", 1, False, id="before a combining mark"),
        pytest.param("x\u0301y", 2, True, id="behind a combining mark"),
        pytest.param("e\u0301y", 1, True, id="behind a composed letter"),
        pytest.param("\u0301x", 0, False, id="before a mark that opens the text"),
        pytest.param("", 0, True, id="in nothing"),
    ],
)
def test_matches_begin_and_end_between_characters(raw: str, at: int, *, expected: bool) -> None:
    assert Text(raw).bounds(at) is expected


def test_folded_words_lose_the_white_space_at_their_ends() -> None:
    assert folded("\u00a0 le mois\ndernier \u200b ") == "le mois dernier"


def test_text_that_is_folded_already_is_not_folded_again() -> None:
    text = Text("a")

    assert Text.of(text) is text


@pytest.mark.parametrize("size", [1_000, 100_000])
def test_marks_out_of_order_are_ordered_however_many(size: int) -> None:
    raw = "e" + "\u0301\u0323" * size

    text = Text(raw)

    assert text.folded == "ẹ" + "\u0323" * (size - 1) + "\u0301" * size
    assert text.span(0, 1) == Span(0, len(raw))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("Été ÉTÉ", "ete ete", id="case and accents"),
        pytest.param("Œuvre cæcum Ǽ", "oeuvre caecum ae", id="ligated vowels"),
        pytest.param("Straße", "strasse", id="letters that grow"),
        pytest.param("İstanbul ΐ Й", "istanbul ι и", id="Turkish, Greek, Cyrillic"),
        pytest.param("كَتَبَ أحمد", "كتب احمد", id="Arabic"),
        pytest.param("שָׁלוֹם", "שלום", id="Hebrew"),
        pytest.param("が ガ", "が ガ", id="Kana keeps its sound marks"),
        pytest.param("가 กำ", unicodedata.normalize("NFC", "가 กำ"), id="Hangul and Thai stay"),
        pytest.param("ø đ ł", "ø đ ł", id="letters of their own stay"),
    ],
)
def test_bare_text_has_lost_case_and_accents(raw: str, expected: str) -> None:
    assert Text(raw).bare.text == expected
