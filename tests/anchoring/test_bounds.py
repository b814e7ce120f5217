"""That no text and no quote, however strange, takes more than its length; no clock is looked at."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from recoupe.anchoring import occurrences, shortest_unique, standing, suggest
from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.nearest import LONGEST
from recoupe.anchoring.resolve import resolve
from recoupe.anchoring.search_budget import SearchBudget
from recoupe.anchoring.text_fragments import text_fragment
from recoupe.diagnostics import Diagnostic, Place, Report
from recoupe.model import ExactQuote, Record, Source, SourceText
from recoupe.text import Span, Text

SMALL = 4_000  # characters, or about as many; the larger text has four times as many
HERE = Place("facts/claims/one.yaml", 1, 1, 1)


@contextmanager
def counting() -> Iterator[list[int]]:
    """A block whose calls of functions, Python's own among them, are counted."""
    calls = [0]

    def count(_frame: object, event: str, _argument: object) -> None:
        calls[0] += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(None)


def steps(work: Callable[[], object]) -> int:
    with counting() as calls:
        work()
    return calls[0]


def letters(size: int) -> str:
    return "a" * size


def syllables(size: int) -> str:
    return "na " * (size // 3)


def lines(size: int) -> str:
    return "Une ligne comme toutes les autres, sans rien.\n" * (size // 46)


def marks(size: int) -> str:
    return "e" + "\u0301" * size


def spaces(size: int) -> str:
    return " " * size


def prose(size: int) -> str:
    """Words that are all different."""
    return " ".join(f"mot{number}x" for number in range(size // 8))


TEXTS = [letters, syllables, lines, marks, spaces, prose]
WORK: dict[str, Callable[[str], object]] = {
    "folding": lambda raw: Text(raw).folded,
    "a short quote": lambda raw: standing(raw, raw[:40]),
    "a quote of half of it": lambda raw: standing(raw, raw[: len(raw) // 2]),
    "a quote with neighbours": lambda raw: standing(raw, raw[100:140], prefix=raw[60:100]),
    "a quote that is nearly there": lambda raw: suggest(raw, f"{raw[:40]} hier {raw[50:90]}"),
    "a long one nearly there": lambda raw: suggest(raw, f"{raw[: len(raw) // 3]} hier"),
    "a quote that is not there": lambda raw: suggest(raw, "rien de tout cela n’est dit ici"),
    "a silence": lambda raw: occurrences(raw, raw[:4]),
    "a text fragment": lambda raw: text_fragment(raw, Span(100, 140)),
    "a long text fragment": lambda raw: text_fragment(raw, Span(0, len(raw) - 1)),
}


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.__name__)
def test_four_times_the_text_takes_little_more_than_four_times_the_steps(
    text: Callable[[int], str], work: Callable[[str], object]
) -> None:
    small, large = text(SMALL), text(4 * SMALL)
    work(small)  # what is remembered for good is not counted

    few = steps(lambda: work(small))

    assert steps(lambda: work(large)) <= 5 * few + 2_000


def test_wording_of_one_line_among_equal_ones_takes_steps_by_their_number() -> None:
    def worded(size: int) -> int:
        text = Text("Rien. " + lines(size))
        return steps(lambda: shortest_unique(text, Span(6, 15)))

    assert worded(4 * SMALL) <= 5 * worded(SMALL) + 2_000


def test_million_letters_hold_a_quote_of_a_hundred_thousand() -> None:
    raw = f"{'a' * 1_000_000} {'b' * 100_000} fin"

    assert standing(raw, "b" * 100_000) == [Span(1_000_001, 1_100_001)]
    assert suggest(raw, "c" * 100_000) == []


def source(raw: str, id: str = "alpha") -> AnchoredSource:
    record = Record(id, HERE)
    read = Source(record, f"{id}.txt", raw, "", "Titre", True, "fr", SourceText.FULL)
    return AnchoredSource(read, Span(0, len(raw)), Text(raw))


def told(words: str, raw: str, budget: SearchBudget) -> Diagnostic:
    """What is told of a quote that does not stand in `raw`."""
    report, one = Report(), source(raw)
    resolve(ExactQuote(words, HERE), one, {"alpha": one}, report, budget=budget)
    [diagnostic] = report
    return diagnostic


TEXT = "La ville a construit deux ponts sur le fleuve pour les habitants du quartier."
CHANGED = "La ville a construit trois ponts sur le fleuve pour les habitants"


def test_search_for_what_was_meant_ends_with_the_budget_of_the_run_and_says_so() -> None:
    budget = SearchBudget()
    budget.steps = 1

    first, second = told(CHANGED, TEXT, budget), told(CHANGED, TEXT, budget)

    assert "the source has `deux`" in first.help
    assert "were not looked for" in second.help
    assert "recoupe find" in second.help
    assert second.related == ()
    assert (first.code, first.message) == (second.code, second.message)


def test_budget_is_spent_by_the_texts_and_the_words_that_are_searched() -> None:
    def spent(words: str, raw: str) -> int:
        budget, one = SearchBudget(), source(raw)
        before = budget.steps
        assert budget.allows(words, one, [one])
        return before - budget.steps

    assert spent("mot", TEXT) < spent("mot" * 1_000, TEXT)
    assert spent("mot", TEXT) < spent("mot", TEXT * 1_000)
    assert SearchBudget().steps // spent("mot", "x" * 20_000) > 500  # broken quotes of articles


def test_quote_of_a_whole_book_is_not_compared_and_that_is_said() -> None:
    diagnostic = told("mot " * (LONGEST // 4 + 1), TEXT, SearchBudget())

    assert "no passage like them was looked for" in diagnostic.help
    assert "`from`" in diagnostic.help
