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
class Record:
    """What a build left: what its pages read, with fingerprints, and the pages.

    A read is a field's name and a key in it, as `Read` has them.
    """

    reads: tuple[tuple[str, Any, bytes], ...]
    pages: tuple[KeptPage, ...]


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page made just now, to be kept, and what it read."""

    kept: KeptPage
    reads: frozenset[Read]


_encoded = msgspec.msgpack.Encoder().encode
_record = msgspec.msgpack.Decoder(Record).decode
_document = msgspec.msgpack.Decoder(Document).decode


class PageMemory:
    """What one build takes over from the one before it, and leaves for the next, in `folder`.

    `fingerprints` are those of the edition's values.
    """

    def __init__(
        self, folder: Path, edition: Edition, version: bytes, fingerprints: Fingerprints
    ) -> None:
        self.packs = Packs(folder)
        self._folder = folder
        self._fields = fields(edition)
        self.fingerprints = fingerprints
        self.version = version + self.fingerprints.of(settings(edition))
        record = kept_record(str(folder / _RECORD), self.version, _record) or Record((), ())
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
        try:
            return _document(content or b"")
        except ValueError as error:
            raise LookupError(page.url) from error

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
        record = self._record(taken, made)
        with suppress(OSError):
            record = replace(record, pages=_tidied(record.pages, self.packs))
            keep_pages(self._folder, self.version, record)
            self.packs.forget(but=packs_of(record))

    def record(self, made: Iterable[MadePage]) -> Record:
        """These pages and no others, as another machine may take them over."""
        return self._record([], list(made))

    def _record(self, taken: list[KeptPage], made: list[MadePage]) -> Record:
        kept, numbers = self._numbered(taken, made)
        return Record(tuple((*read, self._print(read)) for read in numbers), tuple(kept))

    def _unchanged(self, record: Record) -> Iterator[KeptPage]:
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


def keep_pages(folder: Path, version: bytes, record: Record) -> None:
    """Leave pages whose packs lie in `folder` for a `PageMemory` of the same folder and version.

    Raises OSError where that fails.
    """
    keep_record(str(folder / _RECORD), version, _encoded(record))


def packs_of(record: Record) -> frozenset[str]:
    """The names of the packs that pages lie in."""
    return frozenset(one.pack for one in packed_of(record.pages))


def packed_of(pages: Iterable[KeptPage]) -> Iterator[Packed]:
    """Everything of the pages that lies in packs."""
    return (one for page in pages for one in (page.html, page.document) if one)


def _tidied(pages: tuple[KeptPage, ...], packs: Packs) -> tuple[KeptPage, ...]:
    """The same pages, in fewer packs where much of these is out of use; without what is gone."""
    places = dict(zip(packed_of(pages), packs.tidied(packed_of(pages)), strict=True))
    return tuple(filter(None, (_moved(page, places) for page in pages)))


def _moved(page: KeptPage, places: Mapping[Packed, Packed | None]) -> KeptPage | None:
    """The page with its contents in their new places; None where one of them has none."""
    html = places[page.html]
    document = page.document and places[page.document]
    if html is None or (page.document is not None and document is None):
        return None
    return replace(page, html=html, document=document)


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


def _key(stored: Any) -> Any:
    return tuple(stored) if isinstance(stored, list) else stored
