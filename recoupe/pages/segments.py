"""A text cut at the ends of its spans, so that spans may overlap and nest as they like.

HTML elements cannot overlap; pieces that each lie under one and the same set of spans can be
written one after the other.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.text import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """`text[span]` of the text that was cut; `covering` are the spans over it, shortest last.

    `beginning` are those of them that begin with this piece, in the same order.
    """

    span: Span
    covering: tuple[Span, ...]
    beginning: tuple[Span, ...]


def pieces(whole: Span, spans: Sequence[Span]) -> list[Piece]:
    """The pieces of `whole` between the ends of the `spans` inside it, in order and none empty.

    Joined, they are `whole`; those that a span covers, joined, are that span. Of spans as long as
    each other the later one comes last, so that every piece names the same ones in the same order.
    """
    inside = sorted({one for one in spans if whole.start <= one.start < one.end <= whole.end})
    cuts = sorted({*whole, *(end for one in inside for end in one)})
    made: list[Piece] = []
    open_spans: list[Span] = []
    waiting = list(reversed(inside))
    for start, end in pairwise(cuts):
        open_spans = [one for one in open_spans if one.end > start]
        while waiting and waiting[-1].start == start:
            open_spans.append(waiting.pop())
        made.append(_piece(Span(start, end), open_spans))
    return made


def _piece(span: Span, open_spans: Sequence[Span]) -> Piece:
    covering = tuple(sorted(open_spans, key=lambda one: (one.start - one.end, one.start)))
    return Piece(span, covering, tuple(one for one in covering if one.start == span.start))
