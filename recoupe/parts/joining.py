"""The pages of several parts as those of one build: what they read is numbered anew, once for all.

Parts of different facts would show themselves to readers as a site that disagrees with itself,
until the build that publishes had made all of it again: so they are refused where they are known.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from recoupe.making.kept_pages import KeptPage, Record
from recoupe.parts.records import PartPages
from recoupe.writing.refusals import PartRefusedError

_Key = tuple[str, Any]  # of what was read: the field, and what is a tuple where it was a list


@dataclass(slots=True)
class _Joined:
    """What was joined so far; each read and each page with the part that it came with first."""

    prints: dict[_Key, bytes] = field(default_factory=dict)
    numbers: dict[_Key, int] = field(default_factory=dict)
    origins: list[Path] = field(default_factory=list)
    pages: dict[str, KeptPage] = field(default_factory=dict)
    homes: dict[str, Path] = field(default_factory=dict)

    def add(self, folder: Path, record: Record) -> None:
        places = list(self._places(folder, record))
        for page in record.pages:
            home = self.homes.setdefault(page.url, folder)
            if page.url in self.pages:
                raise PartRefusedError(_different(home, folder))
            moved = tuple(places[number] for number in page.reads)
            self.pages[page.url] = replace(page, reads=moved)

    def _places(self, folder: Path, record: Record) -> Iterator[int]:
        """The new number of each read of a record, in their order."""
        for name, stored, made in record.reads:
            key = (name, tuple(stored) if isinstance(stored, list) else stored)
            if self.prints.setdefault(key, made) != made:
                raise PartRefusedError(_different(self.origins[self.numbers[key]], folder))
            number = self.numbers.setdefault(key, len(self.numbers))
            if number == len(self.origins):
                self.origins.append(folder)
            yield number


def joined(parts: Iterable[tuple[Path, PartPages]]) -> PartPages:
    """The pages of all parts, of which there is one at least; each comes with its folder.

    Raises PartRefusedError where parts were made from different facts.
    """
    (first, whole), *others = parts
    joined = _Joined()
    joined.add(first, whole.record)
    for folder, pages in others:
        if (pages.memory, pages.version) != (whole.memory, whole.version):
            raise PartRefusedError(_different(first, folder))
        joined.add(folder, pages.record)
    reads = tuple((*key, made) for key, made in joined.prints.items())
    return replace(whole, record=Record(reads, tuple(joined.pages.values())))


def _different(one: Path, other: Path) -> str:
    if one == other:
        return f"{one} contradicts itself: fetch it again, or build it again"
    return f"{one} and {other} were made from different facts: build all parts from one state"
