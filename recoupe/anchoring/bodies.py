"""The part of a captured file that is the article: only it is shown, searched and quoted."""

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.seed_places import seed_place
from recoupe.anchoring.standing import standing
from recoupe.diagnostics import Place, Report
from recoupe.model import Source
from recoupe.text import Span, Text


def anchored_source(source: Source, report: Report) -> AnchoredSource | None:
    """`source` with its body; None, and a diagnostic, where its bounds are not found once each."""
    whole = AnchoredSource(source, Span(0, len(source.captured)), Text(source.captured))
    if source.bounds is None:
        return whole
    bounds = source.bounds
    start = _bound("from", bounds.start, bounds.start_place, whole, report)
    end = _bound("to", bounds.end, bounds.end_place, whole, report)
    if start is None or end is None:
        return None
    if start.start >= end.end:
        report.add(
            "body-absent",
            bounds.end_place,
            "the words of `to` stand before those of `from`",
            help="exchange them",
        )
        return None
    body = Span(start.start, end.end)
    return AnchoredSource(source, body, Text(source.captured[slice(*body)]))


def _bound(
    key: str, words: str | None, place: Place, whole: AnchoredSource, report: Report
) -> Span | None:
    """Where a bound stands; the whole text where it is left out."""
    if words is None:
        return whole.body
    found = standing(whole.text, words)
    if len(found) == 1:
        return found[0]
    file = f"seeds/{whole.source.file}"
    if found:
        report.add(
            "body-ambiguous",
            place,
            f"the words of `{key}` stand {len(found)} times in `{file}`",
            help="choose more words: each bound must stand once",
            related=tuple(seed_place(whole, span) for span in found[:5]),
        )
    else:
        report.add(
            "body-absent",
            place,
            f"the words of `{key}` do not stand in `{file}`",
            help="copy the first or the last words of the article from the file",
        )
    return None
