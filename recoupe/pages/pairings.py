"""Which sources are put side by side: any two that were read for one claim, while they are few.

With more than twenty there are hundreds of pairs, which nobody chooses from; the grid shows all.
"""

from collections.abc import Iterator
from itertools import combinations

from recoupe.pages.editions import Edition

_MOST_SOURCES = 20  # 190 pairs, at most; 21 would have 210


def pairings(edition: Edition) -> Iterator[tuple[str, str]]:
    """The ids of the sources of each pair, in the order of the list of sources."""
    if len(edition.sources) > _MOST_SOURCES:
        return
    read_for = {
        id: {voice.claim.claim.id for voice in voices} for id, voices in edition.voices.items()
    }
    for first, second in combinations(read_for, 2):
        if read_for[first] & read_for[second]:
            yield first, second


def partners(edition: Edition, source_id: str) -> Iterator[str]:
    """The sources that stand side by side with one of them."""
    for pair in pairings(edition):
        if source_id in pair:
            yield pair[pair[0] == source_id]


def pair_label(edition: Edition, first: str, second: str) -> str:
    """What a pair is called: the two names, for a label of several words goes with no "and"."""
    interface = edition.interface
    names = (interface.isolated(edition.labels[id].label) for id in (first, second))
    return interface.gettext("%(first)s – %(second)s") % dict(
        zip(("first", "second"), names, strict=True)
    )
