"""The pages of the build before, each with what it was made of, and which of them still hold.

A page holds while its plan, and all that it read of the edition, are what they were by their
fingerprints: memoisation, for which nobody has to declare what depends on what. `version` covers
all else: the program, the templates, the settings that pages share.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from recoupe.exports.sitemap import Listing
from recoupe.memory.records import keep_record, kept_record
from recoupe.packs import Packed, Packs
from recoupe.pages.editions import Edition
from recoupe.pages.fingerprints import Fingerprints
from recoupe.pages.planned import PlannedPage
from recoupe.pages.traces import Read, fields, part, settings
from recoupe.searching import Document

_RECORD = "record"
_WASTE = 2  # times the reads in use that are written down, before they are counted anew


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was made: of a plan, by its fingerprint, and of `reads`, by their numbers.

    `document` is None where the page has none, or where nobody asked for it: `searched` tells.
    """

    url: str
    plan: bytes
    reads: tuple[int, ...]
    html: Packed
    listing: Listing | None
    document: Packed | None
    searched: bool


@dataclass(frozen=True, slots=True)
class _Record:
    """What a build left: what its pages read, with fingerprints, and the pages."""

    reads: tuple[tuple[str, Any, bytes], ...]
    pages: tuple[KeptPage, ...]


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page made just now, to be kept, and what it read."""

    kept: KeptPage
    reads: frozenset[Read]


_encoded = msgspec.msgpack.Encoder().encode
_record = msgspec.msgpack.Decoder(_Record).decode
_document = msgspec.msgpack.Decoder(Document).decode


class PageMemory:
    """What one build takes over from the one before it, and leaves for the next, in `folder`.

    `fingerprints` are those of the edition's values.
    """

    def __init__(
        self, folder: Path, edition: Edition, version: bytes, fingerprints: Fingerprints
    ) -> None:
        self.packs = Packs(folder)
        self._path = str(folder / _RECORD)
        self._fields = fields(edition)
        self.fingerprints = fingerprints
        self._version = version + self.fingerprints.of(settings(edition))
        record = kept_record(self._path, self._version, _record) or _Record((), ())
        self._reads = [Read(name, _key(key)) for name, key, _ in record.reads]
        self._prints: dict[Read, bytes] = {}
        self._holding = {page.url: page for page in self._unchanged(record)}
        self._whole = len(self._holding) == len(record.pages)

    def page(self, planned: PlannedPage) -> KeptPage | None:
        """The page as it was made before, if it would be made so again."""
        kept = self._holding.get(planned.url)
        return kept if kept is not None and kept.plan == self.plan(planned) else None

    def plan(self, planned: PlannedPage) -> bytes:
        """The fingerprint of a plan."""
        make = f"{planned.make.__module__}.{planned.make.__qualname__}"
        return self.fingerprints.of((planned.url, make, planned.arguments))

    def document(self, page: KeptPage) -> Document | None:
        """What can be found of a page that was `searched`. Raises LookupError where it is lost."""
        if page.document is None:
            return None
        content = self.packs.content(page.document)
        if content is None:
            raise LookupError(page.url)
        return _document(content)

    def kept(
        self,
        planned: PlannedPage,
        html: bytes,
        listing: Listing | None,
        document: Document | None,
        *,
        searched: bool,
    ) -> KeptPage | None:
        """A page that was made, packed for the next build; None where that cannot be done."""
        packed = self.packs.keep(html)
        words = self.packs.keep(_encoded(document)) if document else None
        if packed is None or (document and words is None):
            return None
        return KeptPage(planned.url, self.plan(planned), (), packed, listing, words, searched)

    def leave(self, pages: Iterable[KeptPage | MadePage]) -> None:
        """Leave these pages for the next build; where that fails, it has more to do."""
        taken, made = _parted(pages)
        if not made and self._whole and len(taken) == len(self._holding):
            return
        kept, numbers = self._numbered(taken, made)
        reads = tuple((*read, self._print(read)) for read in numbers)
        with suppress(OSError):
            kept = _tidied(kept, self.packs)
            keep_record(self._path, self._version, _encoded(_Record(reads, tuple(kept))))
            self.packs.forget(but={one.pack for one in _packed(kept)})

    def _unchanged(self, record: _Record) -> Iterator[KeptPage]:
        """The pages of which everything that they read is as it was."""
        changed = {
            number
            for number, (read, (*_, before)) in enumerate(
                zip(self._reads, record.reads, strict=True)
            )
            if self._print(read) != before
        }
        return (page for page in record.pages if changed.isdisjoint(page.reads))

    def _print(self, read: Read) -> bytes:
        """The fingerprint of what a read gives now."""
        known = self._prints.get(read)
        if known is None:
            known = self._prints[read] = self.fingerprints.of(part(self._fields, read))
        return known

    def _numbered(
        self, taken: list[KeptPage], made: list[MadePage]
    ) -> tuple[list[KeptPage], Mapping[Read, int]]:
        """The pages with the numbers of their reads: those of before, while most are of use."""
        used = {number for page in taken for number in page.reads}
        reads = self._reads
        numbers = {read: number for number, read in enumerate(reads)}
        if len(numbers) > _WASTE * len(used):
            numbers = {reads[number]: new for new, number in enumerate(sorted(used))}
            taken = [
                replace(page, reads=tuple(numbers[reads[number]] for number in page.reads))
                for page in taken
            ]
        new = [
            replace(
                page.kept,
                reads=tuple(numbers.setdefault(read, len(numbers)) for read in page.reads),
            )
            for page in made
        ]
        return [*taken, *new], numbers


def _tidied(pages: list[KeptPage], packs: Packs) -> list[KeptPage]:
    """The same pages, in fewer packs where much of these is out of use."""
    places = dict(zip(_packed(pages), packs.tidied(_packed(pages)), strict=True))
    return [
        replace(page, html=places[page.html], document=page.document and places[page.document])
        for page in pages
    ]


def _parted(
    pages: Iterable[KeptPage | MadePage],
) -> tuple[list[KeptPage], list[MadePage]]:
    taken, made = [], []
    for page in pages:
        if isinstance(page, MadePage):
            made.append(page)
        else:
            taken.append(page)
    return taken, made


def _packed(kept: Iterable[KeptPage]) -> Iterator[Packed]:
    return (one for page in kept for one in (page.html, page.document) if one)


def _key(stored: Any) -> Any:
    return tuple(stored) if isinstance(stored, list) else stored
