"""From words that were selected in a source's text to the shortest quote of them.

A selection is an editor's gesture and not yet a quote: it ends inside words, or on a space. So it
is widened to whole words, and named by the shortest wording that stands once.
"""

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.cuts import cuts
from recoupe.anchoring.wordings import Wording, shortest_unique
from recoupe.editing.refusals import refusal
from recoupe.text import Span, Text


def whole_words(source: AnchoredSource, selected: Span) -> Span:
    """The words that `selected` touches; both count in the captured file.

    Raises EditRefusedError where it touches none.
    """
    text, first = source.text, source.body.start
    length = source.body.end - first
    inside = Span(max(0, selected.start - first), min(length, selected.end - first))
    start, end = text.trimmed(*text.within(inside))
    if start >= end:
        raise refusal("nothing that could be quoted is selected: select some words")
    while start > 0 and _parts_words(text, start):
        start -= 1
    while end < len(text.folded) and _parts_words(text, end):
        end += 1
    found = text.span(start, end)
    return Span(found.start + first, found.end + first)


def wording(source: AnchoredSource, span: Span) -> Wording:
    """The shortest wording that names `span`. Raises EditRefusedError where none can."""
    first = source.body.start
    try:
        return shortest_unique(source.text, Span(span.start - first, span.end - first))
    except ValueError as error:
        raise refusal("no quote can name these words: select other ones") from error


def _parts_words(text: Text, at: int) -> bool:
    return cuts(text.folded, at) or not text.bounds(at)
