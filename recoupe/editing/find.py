"""Where words stand in the sources, and the YAML that names them uniquely."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recoupe.anchoring import suggest
from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.pasting import pasted
from recoupe.anchoring.seed_places import seed_place
from recoupe.anchoring.standing import standing
from recoupe.anchoring.wordings import shortest_unique
from recoupe.diagnostics import Place
from recoupe.text import Span


@dataclass(frozen=True, slots=True)
class Found:
    """A passage; `likeness` is 1.0 for the very words, `yaml` the quote that names it uniquely.

    `place` is in the captured file, `around` the words with their surroundings.
    """

    source: str
    place: Place
    around: str
    yaml: str
    likeness: float


def find(words: str, sources: Iterable[AnchoredSource]) -> list[Found]:
    """The passages that hold `words`; where none does, those most like them, best first."""
    sources = tuple(sources)
    exact = [
        _found(source, span, 1.0) for source in sources for span in standing(source.text, words)
    ]
    return exact or sorted(_alike(words, sources), key=lambda one: -one.likeness)


def _alike(words: str, sources: Iterable[AnchoredSource]) -> Iterator[Found]:
    for source in sources:
        for one in suggest(source.text, words):
            yield _found(source, one.span, one.likeness)


def _found(source: AnchoredSource, span: Span, likeness: float) -> Found:
    related = seed_place(source, span)
    yaml = pasted(shortest_unique(source.text, span))
    return Found(source.source.id, related.place, related.note, yaml, likeness)
