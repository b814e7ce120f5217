"""The two ways in which an editor names words of a source."""

from msgspec import Struct

from recoupe.diagnostics import Place


class ExactQuote(Struct, frozen=True, tag=True):
    """The words themselves, and as many neighbours as it takes (W3C TextQuoteSelector).

    `occurrence` counts from 1 among the matches that prefix and suffix leave.
    """

    exact: str
    place: Place
    prefix: str = ""
    suffix: str = ""
    occurrence: int | None = None
    translation: str | None = None


class PassageQuote(Struct, frozen=True, tag=True):
    """A long passage by its first and its last words; both belong to it (W3C RangeSelector).

    `place` is where the first words were written, `end_place` where the last.
    """

    start: str
    end: str
    place: Place
    end_place: Place
    translation: str | None = None


Quote = ExactQuote | PassageQuote
