"""One article: who published it, when, and the text as it was captured."""

from dataclasses import dataclass

from recoupe.diagnostics import Place
from recoupe.model.common_keys import Record
from recoupe.model.sites import SourceText
from recoupe.values import PartialDate


@dataclass(frozen=True, slots=True)
class Bounds:
    """First and last words of the article in its file; None means the file's own end.

    Where one was not written, its place is the other's.
    """

    start: str | None
    end: str | None
    start_place: Place
    end_place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """An article as its fact file describes it.

    `file` is a plain name under seeds/; `captured` its whole text, decoded and not translated;
    `file_sha256` the hex hash of its bytes now, `pin` the one at the time of checking. What is not
    known is None, never guessed.
    """

    record: Record
    file: str
    captured: str
    file_sha256: str
    title: str
    described: bool
    language: str
    shown: SourceText
    bounds: Bounds | None = None
    publisher: str | None = None
    author: tuple[str, ...] = ()
    published: PartialDate | None = None
    updated: PartialDate | None = None
    retrieved: PartialDate | None = None
    url: str | None = None
    archive: str | None = None
    origin: str | None = None
    pin: str | None = None
    pin_place: Place | None = None

    @property
    def id(self) -> str:
        """The slug: the file's stem."""
        return self.record.id

    @property
    def place(self) -> Place:
        """Where the fact file begins."""
        return self.record.place
