"""What became of each citation of one text, by the build's own rule of what is found.

Where the text that was checked is known, the two are aligned: only that tells a passage that moved
from one that was deleted while its like stands elsewhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from recoupe.anchoring import occurrences, standing
from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.resolve import resolve
from recoupe.anchoring.search_budget import SearchBudget
from recoupe.anchoring.seed_places import seed_place
from recoupe.diagnostics import Place, Report
from recoupe.editing.alignments import Alignment
from recoupe.editing.citations import Citation, CitedAs, typed_words
from recoupe.editing.drift import Drift, State, has_changed
from recoupe.editing.earlier import Earlier
from recoupe.editing.proposals import Passage, changes, nearest_passage, same_words, wording_doubts
from recoupe.model import ExactQuote, PassageQuote, Quote
from recoupe.text import Span, Text

_AROUND = 80  # characters of the earlier text on either side that tell a passage: a line of print


@dataclass(frozen=True, slots=True)
class Look:
    """One body as it is, and as it was where that is known.

    `others` are the other sources, searched for words that are lost as long as the `budget` of the
    run allows it.
    """

    body: AnchoredSource
    was: Earlier | None
    alignment: Alignment | None
    others: Sequence[AnchoredSource] = ()
    budget: SearchBudget = field(default_factory=SearchBudget)

    @classmethod
    def of(cls, body: AnchoredSource, was: Earlier | None) -> Self:
        """A look at `body` alone; the two texts are compared where both are known."""
        return cls(body, was, Alignment.of(was.anchored.text, body.text) if was else None)

    def among(self, others: Sequence[AnchoredSource], budget: SearchBudget) -> Self:
        """The same look, with eyes for other sources."""
        return replace(self, others=others, budget=budget)

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
            return Drift(citation, state, before, after, was_at, place, (), _inside(before, after))
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
        open_questions = (*self._open(before, passages), *self._elsewhere(quote, then))
        if (
            passages
            and quote.translation
            and not all(one.is_slip for one in changes(before, after))
        ):
            open_questions = (*open_questions, "its translation may no longer fit")
        return Drift(citation, state, before, after, was_at, place, passages, open_questions)

    def _elsewhere(self, quote: Quote, then: Span | None) -> Iterator[str]:
        """Where else the very words stand, which never stood in this body: they may be meant."""
        if isinstance(quote, PassageQuote) or standing(self.body.text, quote.exact):
            return
        if standing(Text(self.body.source.captured), quote.exact):
            yield "the very words stand in this file, outside the article’s `body`"
        if then is not None:
            return
        if not self.budget.allows(quote.exact, self.body, self.others):
            yield "so many words are not found that other sources were not searched for these"
            return
        for other in self.others:
            if standing(other.text, quote.exact):
                yield f"the very words stand in source `{other.source.id}`"

    def _open(self, before: str, passages: Sequence[Passage]) -> tuple[str, ...]:
        """What is in doubt of `passages` in the place of `before`, each doubt once."""
        found = [doubt for one in passages for doubt in one.doubts]
        if len(passages) > 1 and passages[0].span.end > passages[1].span.start:
            found.append("the last words stand before the first")
        elif len(passages) > 1 and self.was is None:
            found.append("what stands between first and last words was not compared")
        elif len(passages) > 1:
            after = self._words(Span(passages[0].span.start, passages[-1].span.end))
            found += wording_doubts(before, after)
        return tuple(dict.fromkeys(found))

    def _one(self, quote: ExactQuote, then: Span | None) -> Iterator[Passage]:
        """The passage that may stand for `quote`, if there is one."""
        same = standing(self.body.text, quote.exact)
        stayed = None if then is None else self._stayed(quote, then)
        if stayed is not None:
            yield same_words(self.body, stayed)
        elif len(same) == 1:
            yield same_words(self.body, same[0], "the words stand there, with others around them")
        elif same:
            near = nearest_passage(self.body, quote.exact, prefix=quote.prefix, suffix=quote.suffix)
            doubt = f"these words stand {len(same)} times: which are meant?"
            yield same_words(self.body, near.span if near else same[0], doubt)
        else:
            prefix, suffix = self._surroundings(quote, then)
            near = nearest_passage(self.body, quote.exact, prefix=prefix, suffix=suffix)
            if near is not None:
                yield self._placed(near, then)

    def _placed(self, near: Passage, then: Span | None) -> Passage:
        """`near`, in doubt where it is not what stands in the place of `then`."""
        if then is None or self.alignment is None or self.alignment.stayed(then, near.span):
            return near
        return replace(near, doubts=(*near.doubts, "it stands elsewhere than what was quoted"))

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
        if self.was is None or not self.was.whole:
            return None
        return seed_place(self.was.anchored, span).place


def _inside(before: str, after: str) -> tuple[str, ...]:
    """What an editor has to look at of a long passage whose first and last words still stand."""
    found = tuple(wording_doubts(before, after))
    slips = ("slips of the pen were mended inside",) if changes(before, after) else ()
    return found or slips


def _found(quote: Quote, source: AnchoredSource) -> Span | None:
    """The one span of `quote` in the body of `source`, by the build's own rule."""
    nobody: Mapping[str, AnchoredSource] = {}
    found = resolve(quote, source, nobody, Report(), budget=SearchBudget(0))
    if found is None:
        return None
    return Span(found.span.start - source.body.start, found.span.end - source.body.start)
