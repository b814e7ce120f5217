"""What became of the quotes of an account: the same, moved, reworded, new or gone.

The same words elsewhere in their source have moved. Where the source's text has changed too, a
quote has stayed if the words around it have; offsets alone would call every quote behind the first
new word moved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from rapidfuzz import fuzz

from recoupe.anchoring.anchored import AnchoredQuote, AnchoredSource
from recoupe.editing.alignments import Alignment
from recoupe.text import Span

_LEAST_LIKENESS = 60  # of 100; below this two quotes are told as one gone and one new


class Cited(NamedTuple):
    """A quote and the source that has it."""

    quote: AnchoredQuote
    source: AnchoredSource

    @property
    def text(self) -> str:
        """The source's words, on one line."""
        return " ".join(self.quote.text.split())


class Pair(NamedTuple):
    """A quote before and after; None where it was not, or is no more."""

    before: Cited | None
    after: Cited | None
    moved: bool = False


@dataclass(frozen=True, slots=True)
class Movements:
    """Tells which quotes have moved; each pair of texts is aligned once."""

    aligned: dict[str, Alignment] = field(default_factory=dict)

    def moved(self, before: Cited, after: Cited) -> bool:
        """Whether words that both have stand in another place of the source."""
        if before.source.source.captured == after.source.source.captured:
            return before.quote.span != after.quote.span
        id = after.source.source.id
        if id not in self.aligned:
            self.aligned[id] = Alignment.of(before.source.text, after.source.text)
        return not self.aligned[id].stayed(_in_body(before), _in_body(after))


def changed_quotes(
    old: Sequence[Cited], new: Sequence[Cited], movements: Movements
) -> Iterator[Pair]:
    """The quotes that are not as they were: those of `new` in their order, then those gone."""
    left = list(old)
    paired: dict[int, Cited] = {}
    for number, one in enumerate(new):
        if (same := _same(one, left)) is not None:
            left.remove(same)
            paired[number] = same
    for number, one in enumerate(new):
        if number not in paired and (like := _most_like(one, left)) is not None:
            left.remove(like)
            paired[number] = like
    for number, one in enumerate(new):
        before = paired.get(number)
        if before is None or before.text != one.text:
            yield Pair(before, one)
        elif movements.moved(before, one):
            yield Pair(before, one, moved=True)
    yield from (Pair(one, None) for one in left)


def _same(one: Cited, among: Sequence[Cited]) -> Cited | None:
    """One of the same words; of several, the one that stands nearest."""
    alike = [other for other in among if other.text == one.text]
    return min(
        alike,
        default=None,
        key=lambda other: abs(other.quote.span.start - one.quote.span.start),
    )


def _most_like(one: Cited, among: Sequence[Cited]) -> Cited | None:
    """The most like in words, or one of which it is a part, or that it is a part of."""
    found = [(_likeness(one.text, other.text), other) for other in among]
    best = max(found, default=None, key=lambda pair: pair[0])
    return best[1] if best is not None and best[0] >= _LEAST_LIKENESS else None


def _likeness(text: str, other: str) -> float:
    if text in other or other in text:
        return 100.0
    return fuzz.ratio(text, other)


def _in_body(cited: Cited) -> Span:
    """The span of a quote, counted in the body as alignments are."""
    first, last = cited.quote.span
    return Span(first - cited.source.body.start, last - cited.source.body.start)
