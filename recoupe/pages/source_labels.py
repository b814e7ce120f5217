"""What other pages call a source: its outlet where that is enough, else its title.

Five articles, two of them from one outlet, need names that a reader can tell apart in a table.
"""

from collections import Counter
from collections.abc import Iterable

from recoupe.locale import Interface
from recoupe.model import Source
from recoupe.pages.moments import known_moment
from recoupe.pages.shortening import shortened
from recoupe.pages.urls import Addresses
from recoupe.pages.views.frame import Link, SourceLabel

_WIDTH = 40  # characters: what a column's head has room for in two lines


def source_labels(
    sources: Iterable[Source], addresses: Addresses, interface: Interface
) -> dict[str, SourceLabel]:
    """The labels of `sources` by id, each unlike the others."""
    listed = list(sources)
    return {
        source.id: _label(source, label, addresses, interface)
        for source, label in zip(listed, _distinct(listed), strict=True)
    }


def label_link(label: SourceLabel, url: str) -> Link:
    """A link that is called what a source is called."""
    return Link(label.label, url, label.label_language)


def _label(source: Source, label: str, addresses: Addresses, interface: Interface) -> SourceLabel:
    language = interface.language if source.described else source.language
    foreign = None if language == interface.language else language
    return SourceLabel(
        id=source.id,
        label=label,
        title=source.title,
        described=source.described,
        url=addresses.source(source.id),
        published=known_moment(source.published, interface),
        language=foreign,
        direction=interface.text_direction(language),
        label_language=None if label == source.publisher else foreign,
    )


def _distinct(sources: list[Source]) -> list[str]:
    outlets = Counter(source.publisher for source in sources)
    short = [
        source.publisher
        if source.publisher and outlets[source.publisher] == 1
        else shortened(source.title, _WIDTH)
        for source in sources
    ]
    used = Counter(short)
    return [
        label if used[label] == 1 else f"{label} ({source.id})"
        for source, label in zip(sources, short, strict=True)
    ]
