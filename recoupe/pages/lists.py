"""Long lists, cut into pages of a hundred."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from recoupe.pages.urls import list_page
from recoupe.pages.views.frame import Pager

PAGE_LENGTH = 100  # FORMAT: long lists go on; a hundred cards load at once and can be scanned

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Item]):
    """One page of a list."""

    url: str
    items: tuple[Item, ...]
    pager: Pager


def leaves(url: str, items: Sequence[Item]) -> Iterator[Leaf[Item]]:
    """The pages of a list that begins at `url`; an empty list has one, too."""
    starts = range(0, max(len(items), 1), PAGE_LENGTH)
    return bound(url, [tuple(items[start : start + PAGE_LENGTH]) for start in starts])


def bound(url: str, parts: Sequence[tuple[Item, ...]]) -> Iterator[Leaf[Item]]:
    """The same, for a list that was cut already."""
    total = len(parts)
    for number, items in enumerate(parts, start=1):
        pager = Pager(
            current=number,
            total=total,
            previous=list_page(url, number - 1) if number > 1 else None,
            following=list_page(url, number + 1) if number < total else None,
        )
        yield Leaf(list_page(url, number), items, pager)
