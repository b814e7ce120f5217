"""What every fact file may carry: whether it is a draft, who checked it when, its history."""

from dataclasses import dataclass
from enum import StrEnum

from recoupe.diagnostics import Place
from recoupe.values import PartialDate


class HistoryKind(StrEnum):
    """What happened to a published fact."""

    PUBLISHED = "published"
    UPDATED = "updated"
    CORRECTED = "corrected"


@dataclass(frozen=True, slots=True)
class History:
    """One entry of a fact's history; `before` is what stood there, known only for corrections."""

    date: PartialDate
    kind: HistoryKind
    note: str
    before: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Record:
    """The keys that claims, sources and discrepancies share. `id` is the file's stem.

    `place` is the file's beginning; `history` is sorted by date, newest first.
    """

    id: str
    place: Place
    draft: bool = False
    checked: PartialDate | None = None
    by: tuple[str, ...] = ()
    history: tuple[History, ...] = ()
