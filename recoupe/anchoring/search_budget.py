"""How much one run may search for what was meant by quotes that are not found.

One mistake in a source's text can break a thousand quotes, and each is searched for in all texts.
What is counted are characters, not seconds, so that every machine tells an editor the same.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.text import Text

_STEPS = 10_000_000_000  # of a run: some ten seconds of a processor, for hundreds of broken quotes
_OF_A_TEXT = 50  # steps for each character of the source: folding what is around the body, windows
_OF_WORDS = 10_000  # for each character of the quote: long ones were aligned at 6 to 28 µs each
_OF_ANY = 10_000_000  # for any quote: a short one in a short text took 10 to 20 ms
_OUTSIDE = 16  # captured files that stay folded


@dataclass(slots=True)
class SearchBudget:
    """The steps that are left; a step is about what finding a word costs for one character."""

    steps: int = _STEPS

    def allows(self, words: str, source: AnchoredSource, sources: Iterable[AnchoredSource]) -> bool:
        """Whether `words` may still be looked for in `source` and in the others; counts them."""
        if self.steps <= 0:
            return False
        read = sum(len(one.source.captured) for one in sources)
        cost = _OF_ANY + _OF_A_TEXT * len(source.source.captured) + _OF_WORDS * len(words) + read
        self.steps -= cost
        return True


@lru_cache(_OUTSIDE)
def captured_text(captured: str) -> Text:
    """All of a captured file, folded once for all quotes that are looked for in it."""
    return Text(captured)
