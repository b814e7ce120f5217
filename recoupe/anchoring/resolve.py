"""One quote to its one span, or a diagnostic that says what to type.

Likeness never decides: it only finds the passage that an absent quote may have meant.
"""

from recoupe.anchoring.anchored import AnchoredQuote, AnchoredSource
from recoupe.anchoring.likeness import suggest
from recoupe.anchoring.matching import locate
from recoupe.anchoring.passages import standing
from recoupe.anchoring.pasting import pasted
from recoupe.anchoring.seed_places import seed_place
from recoupe.anchoring.wordings import shortest_unique
from recoupe.diagnostics import Place, Related, Report
from recoupe.model import ExactQuote, PassageQuote, Quote
from recoupe.text import Span, folded

_LISTED = 5  # places of an ambiguous quote that are shown; more would bury the help


def resolve(quote: Quote, source: AnchoredSource, report: Report) -> AnchoredQuote | None:
    """The one span of `quote` in the body of `source`; None, and a diagnostic, otherwise."""
    if isinstance(quote, PassageQuote):
        span = _passage(quote, source, report)
    else:
        span = _exact(quote, source, report)
    if span is None:
        return None
    captured = Span(span.start + source.body.start, span.end + source.body.start)
    return AnchoredQuote(quote, captured, source.source.captured[slice(*captured)])


def _exact(quote: ExactQuote, source: AnchoredSource, report: Report) -> Span | None:
    if _is_empty(quote.exact, quote.place, report):
        return None
    found = standing(source.text, quote.exact, prefix=quote.prefix, suffix=quote.suffix)
    if not found:
        _report_absent(quote.exact, quote, source, report)
    elif quote.occurrence is not None:
        return _occurrence(quote, found, source, report)
    elif len(found) > 1:
        _report_ambiguous(quote.place, found, source, report)
    return found[0] if len(found) == 1 else None


def _occurrence(
    quote: ExactQuote, found: list[Span], source: AnchoredSource, report: Report
) -> Span | None:
    nth = quote.occurrence or 1
    if nth <= len(found):
        return found[nth - 1]
    times = "once" if len(found) == 1 else f"{len(found)} times"
    report.add(
        "quote-occurrence",
        quote.place,
        f"`occurrence: {nth}`, but these words stand {times} in source `{source.source.id}`",
        help=_wordings(found, source),
        related=_places(found, source),
    )
    return None


def _passage(quote: PassageQuote, source: AnchoredSource, report: Report) -> Span | None:
    """From the words that stand once to the first last words behind them."""
    edges = [_is_empty(words, quote.place, report) for words in (quote.start, quote.end)]
    if any(edges):
        return None
    begins = standing(source.text, quote.start)
    if len(begins) != 1:
        _report_edge(quote, begins, source, report)
        return None
    for last in standing(source.text, quote.end):
        if last.start >= begins[0].end:
            return Span(begins[0].start, last.end)
    _report_end(quote, begins[0], source, report)
    return None


def _report_edge(
    quote: PassageQuote, begins: list[Span], source: AnchoredSource, report: Report
) -> None:
    if begins:
        _report_ambiguous(quote.place, begins, source, report, key="from")
    else:
        _report_absent(
            quote.start, ExactQuote(quote.start, quote.place), source, report, key="from"
        )


def _report_end(quote: PassageQuote, begin: Span, source: AnchoredSource, report: Report) -> None:
    before = standing(source.text, quote.end)
    if not before:
        _report_absent(quote.end, ExactQuote(quote.end, quote.place), source, report, key="to")
        return
    report.add(
        "quote-absent",
        quote.place,
        f"the words of `to` stand in source `{source.source.id}` only before those of `from`",
        help="name a later end under `to`, or an earlier beginning under `from`",
        related=_places([*before[:_LISTED], begin], source),
    )


def _is_empty(words: str, place: Place, report: Report) -> bool:
    if folded(words):
        return False
    report.add(
        "quote-empty",
        place,
        "this quote holds no character that could be found",
        help="type the words of the source",
    )
    return True


def _report_ambiguous(
    place: Place, found: list[Span], source: AnchoredSource, report: Report, *, key: str = ""
) -> None:
    words = f"the words of `{key}`" if key else "these words"
    help = _wordings(found, source)
    report.add(
        "quote-ambiguous",
        place,
        f"{words} stand {len(found)} times in source `{source.source.id}`",
        help="choose more words for `from`: it must stand once" if key else help,
        related=_places(found, source),
    )


def _report_absent(
    words: str, quote: ExactQuote, source: AnchoredSource, report: Report, *, key: str = ""
) -> None:
    """Say why `words` are not found: cut off, elsewhere, or like something else."""
    name = f"the words of `{key}`" if key else "these words"
    elsewhere = standing(source.text, words)
    cut = locate(source.text, words)
    if elsewhere:
        _report_neighbours(quote, elsewhere, source, report)
    elif cut:
        report.add(
            "quote-cut",
            quote.place,
            f"{name} stand in source `{source.source.id}` only inside a longer word or number",
            help="quote the whole word or number",
            related=_places(cut, source),
        )
    else:
        _report_missing(name, words, quote, source, report)


def _report_neighbours(
    quote: ExactQuote, found: list[Span], source: AnchoredSource, report: Report
) -> None:
    sides = " and ".join(
        f"`{key}`" for key, words in (("prefix", quote.prefix), ("suffix", quote.suffix)) if words
    )
    report.add(
        "quote-absent",
        quote.place,
        f"these words stand in source `{source.source.id}`, but not with this {sides}",
        help=_wordings(found, source),
        related=_places(found, source),
    )


def _report_missing(
    name: str, words: str, quote: ExactQuote, source: AnchoredSource, report: Report
) -> None:
    likely = suggest(source.text, words, prefix=quote.prefix, suffix=quote.suffix, limit=1)
    differing = [f"the nearest passage differs: {one.changed_words}" for one in likely]
    help = [f"if this is what you mean, type: {_wording(one.span, source)}" for one in likely]
    report.add(
        "quote-absent",
        quote.place,
        f"{name} do not stand in source `{source.source.id}`",
        help="\n".join(differing + help)
        or "nothing in this source is like it: is it another source’s?",
        related=_places([one.span for one in likely], source),
    )


def _wordings(found: list[Span], source: AnchoredSource) -> str:
    """How to type each of the places that `found` holds, one a line."""
    if len(found) == 1:
        return f"write it as {_wording(found[0], source)}"
    lines = [f"for the {_nth(n)}: {_wording(one, source)}" for n, one in _numbered(found)]
    return "\n".join(["write it with its neighbours,", *lines])


def _numbered(found: list[Span]) -> list[tuple[int, Span]]:
    return list(enumerate(found[:_LISTED], start=1))


def _wording(span: Span, source: AnchoredSource) -> str:
    return pasted(shortest_unique(source.text, span))


def _places(found: list[Span], source: AnchoredSource) -> tuple[Related, ...]:
    return tuple(seed_place(source, span) for span in found[:_LISTED])


def _nth(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th")
