"""That spans which are kept are those that would be found, and no mistake is among them."""

from pathlib import Path

import pytest

from recoupe.anchoring.anchor import anchor
from recoupe.anchoring.anchored import AnchoredQuote, AnchoredSource
from recoupe.anchoring.kept_spans import KeptSpans
from recoupe.diagnostics import Diagnostic, Place, Report
from recoupe.folders import SPANS
from recoupe.model import ExactQuote, PassageQuote, Quote, Source, SourceText
from recoupe.model.common_keys import Record
from recoupe.reading import read_project
from recoupe.text import Span, Text

pytestmark = pytest.mark.usefixtures("caches")
ROOT = Path(__file__).parents[2]
CASES = sorted({path.parents[1] for path in (ROOT / "tests" / "cases").glob("*/*/facts/*")})
VERSION = b"1"
TEXT = "Un pont, deux ponts. Un pont encore."
HERE = Place("facts/claims/one.yaml")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / SPANS


def anchored(root: Path, kept: KeptSpans) -> tuple[object, list[Diagnostic]]:
    """All quotes of a project, and what was told."""
    report = Report()
    found = anchor(read_project(root, report), report, kept)
    return (found.claims, found.linked), list(report)


def source(text: str = TEXT, start: int = 0) -> AnchoredSource:
    read = Source(
        record=Record("one", HERE),
        file="one.txt",
        captured=text,
        file_sha256="",
        title="",
        described=False,
        language="fr",
        shown=SourceText.FULL,
    )
    return AnchoredSource(read, Span(start, len(text)), Text(text[start:]))


def is_looked_for(path: Path, quote: Quote, within: AnchoredSource) -> bool:
    """Whether the quote is looked for, though its words were found in `source()` before."""
    looked = False

    def found() -> AnchoredQuote | None:
        nonlocal looked
        looked = True
        return AnchoredQuote(quote, Span(0, 7), "Un pont", "span-1")

    KeptSpans(path, VERSION).quote(quote, within, found)
    return looked


@pytest.mark.parametrize("root", [ROOT, *CASES], ids=lambda root: root.name)
def test_project_is_the_same_with_spans_that_are_kept(path: Path, root: Path) -> None:
    first = KeptSpans(path, VERSION)
    before = anchored(root, first)
    first.leave()

    assert anchored(root, KeptSpans(path, VERSION)) == before


@pytest.mark.parametrize(
    ("quote", "within", "looked"),
    [
        pytest.param(ExactQuote("Un pont", HERE, occurrence=1), source(), False, id="the same"),
        pytest.param(
            ExactQuote("Un pont", Place("b"), occurrence=1, translation="A bridge"),
            source(),
            False,
            id="the same words in another place",
        ),
        pytest.param(ExactQuote("Un pont", HERE, occurrence=2), source(), True, id="the second"),
        pytest.param(ExactQuote("Un pont", HERE), source(), True, id="words twice"),
        pytest.param(
            ExactQuote("Un pont", HERE, suffix=",", occurrence=1), source(), True, id="a neighbour"
        ),
        pytest.param(
            ExactQuote("Un pont", HERE, prefix=",", occurrence=1), source(), True, id="before it"
        ),
        pytest.param(PassageQuote("Un pont", "", HERE, HERE), source(), True, id="a passage"),
        pytest.param(
            ExactQuote("Un pont", HERE, occurrence=1), source(TEXT + "!"), True, id="a longer text"
        ),
        pytest.param(
            ExactQuote("Un pont", HERE, occurrence=1), source(start=1), True, id="another body"
        ),
    ],
)
def test_quote_is_looked_for_where_anything_of_it_is_new(
    path: Path, quote: Quote, within: AnchoredSource, looked: bool
) -> None:
    before = KeptSpans(path, VERSION)
    first = ExactQuote("Un pont", HERE, occurrence=1)
    before.quote(first, source(), lambda: AnchoredQuote(first, Span(0, 7), "Un pont", "span-1"))
    before.leave()

    assert is_looked_for(path, quote, within) is looked


def test_quote_that_was_not_found_is_looked_for_every_time(path: Path) -> None:
    before = KeptSpans(path, VERSION)
    quote = ExactQuote("Trois ponts", HERE)
    before.quote(quote, source(), lambda: None)
    before.leave()

    assert is_looked_for(path, quote, source())


def test_quote_that_is_taken_over_has_the_words_and_the_translation_of_now(path: Path) -> None:
    before = KeptSpans(path, VERSION)
    first = ExactQuote("un  pont", HERE, occurrence=1)
    before.quote(first, source(), lambda: AnchoredQuote(first, Span(0, 7), "Un pont", "span-1"))
    before.leave()
    now = ExactQuote("un  pont", HERE, occurrence=1, translation="A bridge")

    taken = KeptSpans(path, VERSION).quote(now, source(), lambda: None)

    assert taken == AnchoredQuote(now, Span(0, 7), "Un pont", "span-1")
