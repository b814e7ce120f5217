"""However an article is changed: what is proposed stands there, with the same figures."""

import re
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.bodies import anchored_source
from recoupe.anchoring.resolve import resolve
from recoupe.anchoring.search_budget import SearchBudget
from recoupe.diagnostics import Report
from recoupe.editing.citations import Citation, CitedAs, citations
from recoupe.editing.drift import Drift, SourceDrift, State
from recoupe.editing.drifts import source_drift
from recoupe.editing.earlier import Earlier
from recoupe.editing.mended import mended
from recoupe.editing.quote_edits import PassageWording
from recoupe.loading import load
from recoupe.model import ExactQuote, PassageQuote, Quote
from recoupe.text import Span
from tests.editing.conftest import made_project

SENTENCE = re.compile(r"(?<=[.!?]) ")


@dataclass(frozen=True, slots=True)
class Cited:
    """An article as it was checked, and what is cited of it."""

    earlier: Earlier
    citations: tuple[Citation, ...]

    def drift(self, text: str) -> SourceDrift:
        source = replace(self.earlier.anchored.source, captured=text, file_sha256="0" * 64)
        return source_drift(source, self.citations, self.earlier, (), SearchBudget())


@pytest.fixture(scope="module")
def cited(tmp_path_factory: pytest.TempPathFactory) -> Cited:
    project = load(made_project(tmp_path_factory.mktemp("drift") / "project").root).project
    anchored = anchored_source(project.sources["retour"], Report())
    assert anchored is not None
    return Cited(Earlier(anchored, "a test"), tuple(citations(project)))


@st.composite
def changed_texts(draw: st.DrawFn, text: str) -> str:
    """`text` with a few sentences gone, moved or said twice, and a few words or letters others."""
    sentences = SENTENCE.split(text)
    for _ in range(draw(st.integers(0, 3))):
        one = sentences.pop(draw(st.integers(0, len(sentences) - 1)))
        again = draw(st.sampled_from([0, 1, 1, 2]))
        for _ in range(again):
            sentences.insert(draw(st.integers(0, len(sentences))), one)
    words = " ".join(sentences).split(" ")
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(words) - 1))
        new = st.sampled_from(
            ["", "pas", "16", "aurait", "le mois dernier", "Meckler", words[at][1:]]
        )
        words[at] = draw(new)
    return " ".join(words)


def found(quote: Quote, body: AnchoredSource) -> Span | None:
    anchored = resolve(quote, body, {}, Report())
    if anchored is None:
        return None
    return Span(anchored.span.start - body.body.start, anchored.span.end - body.body.start)


def renewed(drift: Drift, source: SourceDrift) -> Quote | None:
    """The quote as it would be written."""
    one = mended(drift, source)
    if one is None:
        return None
    place = drift.citation.quote.place
    if isinstance(one.wording, PassageWording):
        return PassageQuote(one.wording.start, one.wording.end, place, place)
    wording = one.wording
    return ExactQuote(wording.exact, place, wording.prefix, wording.suffix, wording.occurrence)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_what_would_be_written_is_found_and_has_the_same_figures(
    cited: Cited, data: st.DataObject
) -> None:
    text = data.draw(changed_texts(cited.earlier.anchored.source.captured))

    source = cited.drift(text)

    within = [one for one in source.drifts if one.citation.kind in {CitedAs.QUOTE, CitedAs.LINK}]
    for one in within:
        assert one.proved == (found(one.citation.quote, source.body) is not None) or (
            one.state is State.CHANGED and one.passages
        )
        if not one.mendable:
            continue
        quote = renewed(one, source)
        assert quote is not None
        span = found(quote, source.body)
        assert span is not None
        assert re.findall(r"\d+", one.before) == re.findall(r"\d+", one.after)
        assert ("pas" in one.before.split()) == ("pas" in one.after.split())


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_text_that_only_was_captured_anew_leaves_nothing_to_do(
    cited: Cited, data: st.DataObject
) -> None:
    pieces = re.split(r"(\s+|’)", cited.earlier.anchored.source.captured)
    spaces = st.sampled_from([" ", "\n", "\r\n", "\u00a0", " \t", "\n\n"])
    apostrophes = st.sampled_from(["'", "’", "ʼ"])
    drawn = [
        data.draw(spaces) if one.isspace() else data.draw(apostrophes) if one == "’" else one
        for one in pieces
    ]

    source = cited.drift("".join(drawn))

    assert source.settled
    assert {one.state for one in source.drifts} == {State.STANDS}
