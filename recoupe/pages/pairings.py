"""Which sources are put side by side: any two that were read for one claim, while they are few.

The edition knows the pairs; with more than twenty sources it has none.
"""

from collections.abc import Iterator

from recoupe.pages.editions import Edition


def partners(edition: Edition, source_id: str) -> Iterator[str]:
    """The sources that stand side by side with one of them."""
    for pair in edition.pairs:
        if source_id in pair:
            yield pair[pair[0] == source_id]


def pair_label(edition: Edition, first: str, second: str) -> str:
    """What a pair is called: the two names, for a label of several words goes with no "and"."""
    interface = edition.interface
    names = (interface.isolated(edition.labels[id].label) for id in (first, second))
    return interface.gettext("%(first)s – %(second)s") % dict(
        zip(("first", "second"), names, strict=True)
    )
