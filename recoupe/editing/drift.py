"""What became of the words that a project cites, in the texts of its sources as they are now.

Asked of every source whose text is not the one that was checked, and of words that are not found
for any other reason: a slip of the pen is mended in the same way as a new wording.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from recoupe.anchoring import occurrences, standing
from recoupe.anchoring.anchored import AnchoredProject, AnchoredSource
from recoupe.anchoring.bodies import anchored_source
from recoupe.anchoring.resolve import resolve
from recoupe.anchoring.search_budget import SearchBudget
from recoupe.anchoring.seed_places import seed_place
from recoupe.diagnostics import Place, Report
from recoupe.editing.alignments import Alignment
from recoupe.editing.citations import Citation, CitedAs, citations, typed_words
from recoupe.editing.earlier import Earlier
from recoupe.editing.proposals import Passage, changed, nearest_passage, same_words
from recoupe.editing.telling_words import doubts
from recoupe.model import ExactQuote, PassageQuote, Quote, Source
from recoupe.text import Span, Text

_AROUND = 80  # characters of the earlier text on either side that tell a passage: a line of print


class State(StrEnum):
    """What became of words; `stands` and `moved` are still proved."""

    STANDS = "stands"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"
    SPEAKS = "speaks"  # searched words that a silent source now has


@dataclass(frozen=True, slots=True)
class Drift:
    """What became of one citation.

    `before` are its words, the source's own where its earlier text is known, and `after` those that
    stand there now, or are likely to be the same passage; "" where there are none. `then` and `now`
    are their places in the captured file. `passages` may be written for words that are lost: one,
    or first and last of a long passage. `doubts` is why only an editor can decide.
    """

    citation: Citation
    state: State
    before: str
    after: str = ""
    then: Place | None = None
    now: Place | None = None
    passages: tuple[Passage, ...] = ()
    doubts: tuple[str, ...] = ()

    @property
    def proved(self) -> bool:
        """Whether a build takes it as it is."""
        return self.state in {State.STANDS, State.MOVED}

    @property
    def mendable(self) -> bool:
        """Whether other words can be written without asking anybody."""
        return self.state is State.CHANGED and bool(self.passages) and not self.doubts

    @property
    def settled(self) -> bool:
        """Whether nobody needs to look at it."""
        return self.proved and not self.doubts


@dataclass(frozen=True, slots=True)
class SourceDrift:
    """A source, what became of all that is cited from it, and whence its earlier text is known.

    `body` is where its words are looked for: the body, or what is likely to be it.
    """

    source: Source
    body: AnchoredSource
    earlier: Earlier | None
    drifts: tuple[Drift, ...]

    @property
    def changed(self) -> bool:
        """Whether the text is not the one that was checked."""
        return has_changed(self.source)

    @property
    def settled(self) -> bool:
        """Whether all that is cited is still proved, and nothing is in doubt."""
        return all(one.settled for one in self.drifts)

    @property
    def proved(self) -> bool:
        """Whether a build takes all that is cited."""
        return all(one.proved for one in self.drifts)


def drifts(
    anchored: AnchoredProject, earlier: Callable[[Source], Earlier | None]
) -> Iterator[SourceDrift]:
    """What became of the sources and of what is cited from them, by id.

    Of a source whose text is the one that was checked, or that has no pin, only what was not found;
    it is left out where there is nothing. `earlier` gives a source as it was when it was checked,
    where that is known.
    """
    every: dict[str, list[Citation]] = {}
    for one in citations(anchored.project):
        every.setdefault(one.source, []).append(one)
    lost = _lost(anchored)
    for source in anchored.project.sources.values():
        if has_changed(source):
            yield source_drift(source, every.get(source.id, ()), earlier(source))
        elif source.id in lost:
            yield source_drift(source, lost[source.id], None)


def unproved(anchored: AnchoredProject) -> Mapping[str, int]:
    """How many citations of each source are not proved, by its id; sources without are left out."""
    counts = Counter({id: len(lost) for id, lost in _lost(anchored).items()})
    for one in citations(anchored.project):
        source = anchored.sources.get(one.source)
        if one.kind is CitedAs.SEARCHED and source is not None:
            counts[one.source] += bool(occurrences(source.text, typed_words(one.quote)))
    return +counts


def _lost(anchored: AnchoredProject) -> dict[str, list[Citation]]:
    """The words that the build has not found, by source."""
    accounts = (account for claim in anchored.claims.values() for account in claim.accounts)
    found = frozenset(quote.quote.place for account in accounts for quote in account.quotes)
    lost: dict[str, list[Citation]] = {}
    for one in citations(anchored.project):
        if not _is_found(one, anchored, found):
            lost.setdefault(one.source, []).append(one)
    return lost


def has_changed(source: Source) -> bool:
    """Whether the text of `source` is not the one that was checked."""
    return source.pin is not None and source.pin != source.file_sha256


def _is_found(citation: Citation, anchored: AnchoredProject, found: frozenset[Place]) -> bool:
    """Whether the build has found the words; what silences search for is not asked here."""
    if citation.kind is CitedAs.QUOTE:
        return citation.quote.place in found
    if citation.kind is CitedAs.LINK:
        return (citation.source, typed_words(citation.quote)) in anchored.linked
    return citation.kind is CitedAs.SEARCHED or citation.source in anchored.sources


def source_drift(source: Source, cited: Iterable[Citation], earlier: Earlier | None) -> SourceDrift:
    """What became of `source` and of what is `cited` from it."""
    bounds, others = _parted(cited)
    of_file = _Look.of(
        _whole(source), earlier and Earlier(_whole(earlier.anchored.source), earlier.origin)
    )
    judged = [of_file.drift(one) for one in bounds]
    body = anchored_source(source, Report()) or _likely_body(of_file.body, judged)
    of_body = _Look.of(body, earlier)
    return SourceDrift(source, body, earlier, (*judged, *map(of_body.drift, others)))


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


@dataclass(frozen=True, slots=True)
class _Look:
    """One body as it is, and as it was where that is known."""

    body: AnchoredSource
    was: Earlier | None
    alignment: Alignment | None

    @classmethod
    def of(cls, body: AnchoredSource, was: Earlier | None) -> Self:
        """A look at `body`; the two texts are compared where both are known."""
        return cls(body, was, Alignment.of(was.anchored.text, body.text) if was else None)

    def drift(self, citation: Citation) -> Drift:
        """What became of `citation`."""
        if citation.kind is CitedAs.SEARCHED:
            return self._searched(citation)
        then, now = self._then(citation.quote), _found(citation.quote, self.body)
        if now is None:
            return self._lost(citation, then)
        after, place = self._words(now), self._place(now)
        if then is None:
            doubt = self._unknown(citation.quote)
            return Drift(citation, State.STANDS, after, after, None, place, (), doubt)
        before, was_at = self._earlier_words(then), self._earlier_place(then)
        stayed = self.alignment is not None and self.alignment.stayed(then, now)
        state = State.STANDS if stayed else State.MOVED
        if isinstance(citation.quote, PassageQuote):
            inside = tuple(doubts(*changed(before, after)))
            return Drift(citation, state, before, after, was_at, place, (), inside)
        if citation.quote.occurrence is not None and state is State.MOVED:
            return self._miscounted(citation, then, now)
        return Drift(citation, state, before, after, was_at, place)

    def _miscounted(self, citation: Citation, then: Span, now: Span) -> Drift:
        """Words named by an `occurrence` that now counts to another place than it did."""
        before, was_at = self._earlier_words(then), self._earlier_place(then)
        meant = self._stayed(citation.quote, then)
        if meant is None:
            doubt = ("`occurrence` now names another place than it did",)
            after, place = self._words(now), self._place(now)
            return Drift(citation, State.MOVED, before, after, was_at, place, (), doubt)
        passage, place = same_words(self.body, meant), self._place(meant)
        return Drift(citation, State.CHANGED, before, passage.text, was_at, place, (passage,))

    def _lost(self, citation: Citation, then: Span | None) -> Drift:
        """Words that are not found, or not once."""
        quote = citation.quote
        before = typed_words(quote) if then is None else self._earlier_words(then)
        was_at = None if then is None else self._earlier_place(then)
        if isinstance(quote, PassageQuote):
            passages = tuple(self._ends(quote))
            passages = passages if len(passages) == 2 else ()
        else:
            passages = tuple(self._one(quote, then))
        state = State.CHANGED if passages else State.GONE
        place = self._place(passages[0].span) if passages else None
        after = self._words(Span(passages[0].span.start, passages[-1].span.end)) if passages else ""
        return Drift(
            citation, state, before, after, was_at, place, passages, self._open(before, passages)
        )

    def _open(self, before: str, passages: Sequence[Passage]) -> tuple[str, ...]:
        """What is in doubt of `passages` in the place of `before`, each doubt once."""
        found = [doubt for one in passages for doubt in one.doubts]
        if len(passages) > 1 and passages[0].span.end > passages[1].span.start:
            found.append("the last words stand before the first")
        elif len(passages) > 1 and self.was is None:
            found.append("what stands between first and last words was not compared")
        elif len(passages) > 1:
            after = self._words(Span(passages[0].span.start, passages[-1].span.end))
            found += doubts(*changed(before, after))
        return tuple(dict.fromkeys(found))

    def _one(self, quote: ExactQuote, then: Span | None) -> Iterator[Passage]:
        """The passage that may stand for `quote`, if there is one."""
        same = standing(self.body.text, quote.exact)
        stayed = None if then is None else self._stayed(quote, then)
        if stayed is not None:
            yield same_words(self.body, stayed)
        elif len(same) == 1:
            yield same_words(self.body, same[0])
        elif same:
            near = nearest_passage(self.body, quote.exact, prefix=quote.prefix, suffix=quote.suffix)
            doubt = f"these words stand {len(same)} times: which are meant?"
            yield same_words(self.body, near.span if near else same[0], doubt)
        else:
            prefix, suffix = self._surroundings(quote, then)
            near = nearest_passage(self.body, quote.exact, prefix=prefix, suffix=suffix)
            if near is not None:
                yield near

    def _ends(self, quote: PassageQuote) -> Iterator[Passage]:
        """What may stand for the first and for the last words of a long passage."""
        begins = standing(self.body.text, quote.start)
        first = [same_words(self.body, begins[0])] if len(begins) == 1 else None
        first = first or list(self._one(ExactQuote(quote.start, quote.place), None))
        yield from first
        reach = first[0].span.end if first else 0
        ends = [one for one in standing(self.body.text, quote.end) if one.start >= reach]
        if ends:
            yield same_words(self.body, ends[0])
        else:
            yield from self._one(ExactQuote(quote.end, quote.end_place), None)

    def _searched(self, citation: Citation) -> Drift:
        """Searched words, which must not stand there."""
        words = typed_words(citation.quote)
        found = occurrences(self.body.text, words)
        if not found:
            return Drift(citation, State.STANDS, words)
        doubt = (
            f"the source now has it {len(found)} times"
            if len(found) > 1
            else "the source now has it"
        )
        return Drift(
            citation,
            State.SPEAKS,
            words,
            self._words(found[0]),
            None,
            self._place(found[0]),
            (),
            (f"{doubt}: quote what it says, or search for other words",),
        )

    def _unknown(self, quote: Quote) -> tuple[str, ...]:
        """What cannot be told of a quote that is found, where its text has changed."""
        if self.was is not None or not has_changed(self.body.source):
            return ()  # words that are not in the earlier text were typed for the present one
        if isinstance(quote, PassageQuote):
            return (
                "the words between first and last may have changed: the earlier text is not known",
            )
        if quote.occurrence is not None:
            return ("`occurrence` may now name another place: the earlier text is not known",)
        return ()

    def _then(self, quote: Quote) -> Span | None:
        return None if self.was is None else _found(quote, self.was.anchored)

    def _stayed(self, quote: Quote, then: Span) -> Span | None:
        """Which of the places of these words is where they were."""
        if self.alignment is None or isinstance(quote, PassageQuote):
            return None
        return self.alignment.nearest(then, standing(self.body.text, quote.exact))

    def _surroundings(self, quote: ExactQuote, then: Span | None) -> tuple[str, str]:
        if then is None or self.was is None:
            return quote.prefix, quote.suffix
        text = self.was.anchored.text.raw
        return text[max(then.start - _AROUND, 0) : then.start], text[then.end :][:_AROUND]

    def _words(self, span: Span) -> str:
        return self.body.text.raw[slice(*span)]

    def _place(self, span: Span) -> Place:
        return seed_place(self.body, span).place

    def _earlier_words(self, span: Span) -> str:
        return "" if self.was is None else self.was.anchored.text.raw[slice(*span)]

    def _earlier_place(self, span: Span) -> Place | None:
        return None if self.was is None else seed_place(self.was.anchored, span).place


def _found(quote: Quote, source: AnchoredSource) -> Span | None:
    """The one span of `quote` in the body of `source`, by the build's own rule."""
    nobody: Mapping[str, AnchoredSource] = {}
    found = resolve(quote, source, nobody, Report(), budget=SearchBudget(0))
    if found is None:
        return None
    return Span(found.span.start - source.body.start, found.span.end - source.body.start)
