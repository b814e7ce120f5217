"""What became of all that a project cites, in the texts of its sources as they are now.

Asked of every source whose text is not the one that was checked, and of words that are not found
for any other reason: a slip of the pen is mended in the same way as a new wording.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from recoupe.anchoring import occurrences, standing
from recoupe.anchoring.anchored import AnchoredProject, AnchoredSource
from recoupe.anchoring.bodies import anchored_source
from recoupe.anchoring.search_budget import SearchBudget
from recoupe.diagnostics import Place, Report
from recoupe.editing.citations import Citation, CitedAs, citations, typed_words
from recoupe.editing.drift import Drift, SourceDrift, has_changed
from recoupe.editing.earlier import Earlier
from recoupe.editing.looks import Look
from recoupe.model import ExactQuote, Source
from recoupe.text import Span, Text


def drifts(
    anchored: AnchoredProject, earlier: Callable[[Source], Earlier | None]
) -> Iterator[SourceDrift]:
    """What became of the sources and of what is cited from them, by id.

    Of a source whose text is the one that was checked, or that has no pin, only what was not found;
    it is left out where there is nothing. `earlier` gives a source as it was when it was checked,
    where that is known.
    """
    cited = list(citations(anchored.project))
    every, lost = _by_source(cited), _by_source(_lost(anchored, cited))
    budget, all_sources = SearchBudget(), anchored.sources
    for source in anchored.project.sources.values():
        changed = has_changed(source)
        if changed or source.id in lost:
            own = (every if changed else lost).get(source.id, ())
            others = [one for id, one in all_sources.items() if id != source.id]
            yield source_drift(source, own, earlier(source), others, budget)


def unproved(anchored: AnchoredProject) -> Mapping[str, int]:
    """How many citations of each source are not proved, by its id; sources without are left out."""
    cited = list(citations(anchored.project))
    counts = Counter(one.source for one in _lost(anchored, cited))
    for one in cited:
        source = anchored.sources.get(one.source)
        if one.kind is CitedAs.SEARCHED and source is not None:
            counts[one.source] += bool(occurrences(source.text, typed_words(one.quote)))
    return +counts


def _by_source(cited: Iterable[Citation]) -> dict[str, list[Citation]]:
    found: dict[str, list[Citation]] = {}
    for one in cited:
        found.setdefault(one.source, []).append(one)
    return found


def _lost(anchored: AnchoredProject, cited: Iterable[Citation]) -> Iterator[Citation]:
    """The words that the build has not found."""
    accounts = (account for claim in anchored.claims.values() for account in claim.accounts)
    found = frozenset(quote.quote.place for account in accounts for quote in account.quotes)
    return (one for one in cited if not _is_found(one, anchored, found))


def _is_found(citation: Citation, anchored: AnchoredProject, found: frozenset[Place]) -> bool:
    """Whether the build has found the words; what silences search for is not asked here."""
    if citation.kind is CitedAs.QUOTE:
        return citation.quote.place in found
    if citation.kind is CitedAs.LINK:
        return (citation.source, typed_words(citation.quote)) in anchored.linked
    return citation.kind is CitedAs.SEARCHED or citation.source in anchored.sources


def source_drift(
    source: Source,
    cited: Iterable[Citation],
    earlier: Earlier | None,
    others: Sequence[AnchoredSource],
    budget: SearchBudget,
) -> SourceDrift:
    """What became of `source` and of what is `cited` from it.

    `others` are the other sources: words that stand there may be meant.
    """
    bounds, within = _parted(cited)
    of_file = Look.of(
        _whole(source), earlier and replace(earlier, anchored=_whole(earlier.anchored.source))
    )
    judged = [of_file.drift(one) for one in bounds]
    body = anchored_source(source, Report()) or _likely_body(of_file.body, judged)
    of_body = Look.of(body, earlier).among(others, budget)
    return SourceDrift(source, body, earlier, (*judged, *map(of_body.drift, within)))


def _parted(cited: Iterable[Citation]) -> tuple[list[Citation], list[Citation]]:
    listed = list(cited)
    bounds = [one for one in listed if one.kind in {CitedAs.BEGIN, CitedAs.END}]
    return bounds, [one for one in listed if one not in bounds]


def _whole(source: Source) -> AnchoredSource:
    """`source` with all of its file for a body, where the bounds of the true one are looked for."""
    return AnchoredSource(source, Span(0, len(source.captured)), Text(source.captured))


def _likely_body(whole: AnchoredSource, bounds: Iterable[Drift]) -> AnchoredSource:
    """The body between what is likely to be its bounds now; all of the file where that is not."""
    start, end = whole.body
    for one in bounds:
        spans = [passage.span for passage in one.passages]
        if one.proved and isinstance(one.citation.quote, ExactQuote):
            spans = standing(whole.text, one.citation.quote.exact)
        if len(spans) == 1 and one.citation.kind is CitedAs.BEGIN:
            start = spans[0].start
        elif len(spans) == 1:
            end = spans[0].end
    if start >= end:
        return whole
    return AnchoredSource(whole.source, Span(start, end), Text(whole.text.raw[start:end]))
