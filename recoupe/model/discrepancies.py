"""One disagreement between accounts, explained: symmetric, with any number of sides."""

from dataclasses import dataclass
from enum import StrEnum

from recoupe.diagnostics import Place
from recoupe.model.common_keys import Record
from recoupe.model.prose import Prose, Reference


class DiscrepancyKind(StrEnum):
    """What the accounts differ in."""

    NUMBER = "number"
    DATE = "date"
    SEQUENCE = "sequence"
    STATUS = "status"
    IDENTITY = "identity"
    ATTRIBUTION = "attribution"
    WORDING = "wording"
    CERTAINTY = "certainty"
    CAUSE = "cause"
    SCOPE = "scope"
    OMISSION = "omission"
    SUPERSESSION = "supersession"


class Strength(StrEnum):
    """How hard the accounts are to hold together, strongest first."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"
    NUANCE = "nuance"
    APPARENT = "apparent"


@dataclass(frozen=True, slots=True)
class AccountName:
    """`source`, which stands for all its accounts, or `source#id`, as a discrepancy names it."""

    source: str
    account: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A disagreement; `kinds` has its main kind first, `strength` is None only for an omission.

    `sources` is empty where the file names none: then every speaking account of the claims is
    meant, with the silent ones for an omission. `whole` is false where one of its kinds, claims or
    sources could not be read and is missing here: then it may mean more than it seems to.
    """

    record: Record
    title: str
    kinds: tuple[DiscrepancyKind, ...]
    strength: Strength | None
    claims: tuple[Reference, ...]
    sources: tuple[AccountName, ...]
    summary: str
    explanation: Prose | None = None
    resolution: Prose | None = None
    whole: bool = True

    @property
    def id(self) -> str:
        """The slug: the file's stem."""
        return self.record.id

    @property
    def place(self) -> Place:
        """Where the fact file begins."""
        return self.record.place
