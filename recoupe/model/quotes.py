"""The two ways in which an editor names words of a source."""

from dataclasses import dataclass

from recoupe.diagnostics import Place


@dataclass(frozen=True, slots=True)
class ExactQuote:
    """The words themselves, and as many neighbours as it takes (W3C TextQuoteSelector).

    `occurrence` counts from 1 among the matches that prefix and suffix leave.
    """

    exact: str
    place: Place
    prefix: str = ""
    suffix: str = ""
    occurrence: int | None = None
    translation: str | None = None


@dataclass(frozen=True, slots=True)
class PassageQuote:
    """A long passage by its first and its last words; both belong to it (W3C RangeSelector).

    `place` is where the first words were written, `end_place` where the last.
    """

    start: str
    end: str
    place: Place
    end_place: Place
    translation: str | None = None


Quote = ExactQuote | PassageQuote
