"""One quote to its one span, or a diagnostic. Likeness never decides here."""

from collections.abc import Mapping

from recoupe.anchoring.anchored import AnchoredQuote, AnchoredSource
from recoupe.anchoring.search_budget import SearchBudget
from recoupe.anchoring.span_names import span_name
from recoupe.anchoring.standing import standing
from recoupe.anchoring.unresolved import Unresolved
from recoupe.diagnostics import Place, Report
from recoupe.model import ExactQuote, PassageQuote, Quote
from recoupe.text import Span, folded


def resolve(
    quote: Quote,
    source: AnchoredSource,
    sources: Mapping[str, AnchoredSource],
    report: Report,
    *,
    linked: bool = False,
    budget: SearchBudget | None = None,
) -> AnchoredQuote | None:
    """The one span of `quote` in the body of `source`; None, and a diagnostic, otherwise.

    `sources` are all there are: words that stand in another one are told so. `linked` tells that
    the quote is named by a Markdown link; what was meant by words that are not found is looked for
    as long as the `budget` of the run allows it.
    """
    unresolved = Unresolved(source, sources, report, linked, budget or SearchBudget())
    if isinstance(quote, PassageQuote):
        span = _passage(quote, source, unresolved)
    else:
        span = _exact(quote, source, unresolved)
    if span is None:
        return None
    captured = Span(span.start + source.body.start, span.end + source.body.start)
    words = source.source.captured[slice(*captured)]
    return AnchoredQuote(quote, captured, words, span_name(source.text, span))


def _exact(quote: ExactQuote, source: AnchoredSource, unresolved: Unresolved) -> Span | None:
    given = (quote.exact, *filter(None, (quote.prefix, quote.suffix)))
    if any(_is_empty(words, quote.place, unresolved) for words in given):
        return None
    found = standing(source.text, quote.exact, prefix=quote.prefix, suffix=quote.suffix)
    if not found:
        unresolved.absent(quote)
    elif quote.occurrence is not None and quote.occurrence > len(found):
        unresolved.occurrence(quote, found)
    elif quote.occurrence is not None:
        return found[quote.occurrence - 1]
    elif len(found) > 1:
        unresolved.ambiguous(quote.place, found)
    else:
        return found[0]
    return None


def _passage(quote: PassageQuote, source: AnchoredSource, unresolved: Unresolved) -> Span | None:
    """From the words that stand once to the first last words behind them."""
    empty_start = _is_empty(quote.start, quote.place, unresolved)
    if _is_empty(quote.end, quote.end_place, unresolved) or empty_start:
        return None
    begins, ends = standing(source.text, quote.start), standing(source.text, quote.end)
    if len(begins) > 1:
        unresolved.ambiguous(quote.place, begins, key="from")
    if not begins:
        unresolved.absent(ExactQuote(quote.start, quote.place), key="from")
    if not ends:
        unresolved.absent(ExactQuote(quote.end, quote.end_place), key="to")
    if len(begins) != 1 or not ends:
        return None
    last = next((end for end in ends if end.start >= begins[0].end), None)
    if last is None:
        unresolved.ends_too_early(quote, begins[0], ends)
        return None
    return Span(begins[0].start, last.end)


def _is_empty(words: str, place: Place, unresolved: Unresolved) -> bool:
    if folded(words):
        return False
    unresolved.empty(place)
    return True
