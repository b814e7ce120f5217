"""Where words stand in the sources, and the YAML that names them uniquely.

The very words come first, from all sources; then passages in which they are as somebody remembers
them. Only likeness decides there, and an editor looks: nothing is quoted that was not pasted.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.pasting import pasted
from recoupe.anchoring.seed_places import seed_place
from recoupe.anchoring.standing import standing
from recoupe.anchoring.wordings import shortest_unique
from recoupe.diagnostics import Place
from recoupe.editing.remembered import Remembered, remembered
from recoupe.text import Span

_AROUND = 40  # code points on either side: enough to see the sentence
_MOST = 10  # passages that are like the words; those that hold the very words are all given


@dataclass(frozen=True, slots=True)
class Found:
    """A passage; `likeness` is 1.0 for the very words, `yaml` the quote that names it uniquely.

    `place` is in the captured file, `around` the passage with its surroundings on one line, and
    `matched` where in it the words stand: code points, half-open.
    """

    source: str
    place: Place
    around: str
    matched: tuple[Span, ...]
    yaml: str
    likeness: float


def find(words: str, sources: Iterable[AnchoredSource]) -> list[Found]:
    """The passages that hold `words`, then those that hold words like them, best first."""
    sources = tuple(sources)
    exact = [(source, span) for source in sources for span in standing(source.text, words)]
    alike = remembered(words, [source.text for source in sources])
    known = {(source.source.id, span) for source, span in exact}
    return [
        *(_found(source, span, (span,), 1.0) for source, span in exact),
        *_alike(alike, sources, known),
    ]


def _alike(
    alike: Iterable[Remembered], sources: Sequence[AnchoredSource], known: set[tuple[str, Span]]
) -> Iterator[Found]:
    """Those that are not among what was found already, and that a quote can name."""
    left = _MOST
    for one in alike:
        source = sources[one.text]
        if left and not any(
            id == source.source.id and span.start < one.span.end and one.span.start < span.end
            for id, span in known
        ):
            try:
                yield _found(source, one.span, one.matched, round(one.likeness, 3))
            except ValueError:
                continue  # it begins or ends inside a word or a number, which nobody can quote
            left -= 1


def _found(source: AnchoredSource, span: Span, matched: Sequence[Span], likeness: float) -> Found:
    yaml = pasted(shortest_unique(source.text, span))
    around, marked = _surroundings(source.text.raw, span, matched)
    return Found(source.source.id, seed_place(source, span).place, around, marked, yaml, likeness)


def _surroundings(raw: str, span: Span, matched: Sequence[Span]) -> tuple[str, tuple[Span, ...]]:
    """The passage and what stands around it, on one line; where in that line `matched` stands."""
    start, end = _word_start(raw, span.start), _word_end(raw, span.end)
    edges = sorted({start, end, *(at for one in matched for at in one)})
    line, marked = ("… " if start else ""), list[Span]()
    starts = {one.start for one in matched}
    for first, last in pairwise(edges):
        piece = re.sub(r"\s+", " ", raw[first:last])
        if line.endswith(" "):
            piece = piece.removeprefix(" ")
        if first in starts:
            marked.append(Span(len(line), len(line) + len(piece)))
        line += piece
    return line + (" …" if end < len(raw) else ""), tuple(marked)


def _word_start(raw: str, at: int) -> int:
    """Where the words before `at` begin that are shown."""
    first = max(0, at - _AROUND)
    cut = raw.find(" ", first, at) if first else -1
    return cut + 1 if cut >= 0 else first


def _word_end(raw: str, at: int) -> int:
    """Where the words after `at` end that are shown."""
    last = min(len(raw), at + _AROUND)
    cut = raw.rfind(" ", at, last) if last < len(raw) else -1
    return cut if cut >= 0 else last
