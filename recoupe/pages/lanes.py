"""The lines under quoted words: each span has one lane from its first word to its last.

Spans that overlap or touch have different lanes, so that a line that goes on is one span and a line
that ends is the end of one. A tint alone tells how many spans there are, not which words are whose.
"""

from collections.abc import Iterable, Mapping

from recoupe.text import Span

LANES = 4  # as many as there is room for between two lines; deeper spans share the last


def lanes(spans: Iterable[Span]) -> Mapping[Span, int]:
    """The lane of each span, counted from 0 below the words; a long one comes before its parts."""
    taken: dict[Span, int] = {}
    ends: list[int] = []
    for span in sorted(set(spans), key=lambda one: (one.start, -one.end)):
        free = (lane for lane, end in enumerate(ends) if end < span.start)
        lane = next(free, len(ends))
        ends[lane : lane + 1] = [span.end]
        taken[span] = min(lane, LANES - 1)
    return taken
