"""One claim and what every source says of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from recoupe.diagnostics import Place
from recoupe.model.common_keys import Record
from recoupe.model.prose import Prose, Reference
from recoupe.model.quotes import Quote
from recoupe.values import DateValue, Kind, Value


class Stance(StrEnum):
    """How an account stands to the claim."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    NEUTRAL = "neutral"
    SILENT = "silent"


class Certainty(StrEnum):
    """Whether the source asserts, or hedges (*aurait*, *semble*, *apparemment*)."""

    ASSERTED = "asserted"
    HEDGED = "hedged"


@dataclass(frozen=True, slots=True)
class Maker:
    """Who made the claim; `type` is `person`, `organization` or None where it was not said.

    `place` is that of the name.
    """

    name: str
    type: str | None
    date: DateValue | None
    url: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Comparison:
    """How the accounts' values are compared; `among` maps a choice's id to its label, in order."""

    kind: Kind
    unit: str | None
    tolerance: float
    among: Mapping[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class SearchedWords:
    """A word, or several, looked for in a source that is silent, where they were written."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Account:
    """What one source says of the claim.

    `searched` holds the words whose absence proves a silence, each with its place; `place` is the
    account's `source:` value; `stance_place` and `value_place` are where those were written.
    """

    source: Reference
    stance: Stance
    place: Place
    stance_place: Place
    id: str | None = None
    certainty: Certainty = Certainty.ASSERTED
    attributed_to: tuple[str, ...] = ()
    origin: str | None = None
    value: Value | None = None
    value_place: Place | None = None
    unit: str | None = None
    as_of: DateValue | None = None
    derived: bool = False
    says: str | None = None
    note: Prose | None = None
    quotes: tuple[Quote, ...] = ()
    searched: tuple[SearchedWords, ...] = ()

    @property
    def name(self) -> str:
        """`source`, or `source#id` where a source has several accounts."""
        return self.source.id if self.id is None else f"{self.source.id}#{self.id}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rating of the site's scale and one plain sentence."""

    rating: Reference
    summary: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """A right of reply: who was asked when, and the answer, if there was one."""

    whom: str
    when: DateValue | None
    answer: str | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Material outside the sources, shown as not proved by this site."""

    title: str
    url: str | None
    archive: str | None
    published: DateValue | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement that is checked, with an account for each source that was read for it.

    `whole` is false where its file has accounts, quotes or tags that could not be read and are
    missing or changed here: from what such a claim lacks nothing may be concluded.
    """

    record: Record
    statement: str
    accounts: tuple[Account, ...]
    question: str | None = None
    made_by: Maker | None = None
    tags: tuple[Reference, ...] = ()
    when: DateValue | None = None
    compare: Comparison | None = None
    verdict: Verdict | None = None
    explanation: Prose | None = None
    asked: tuple[Asked, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    related: tuple[Reference, ...] = ()
    whole: bool = True

    @property
    def id(self) -> str:
        """The slug: the file's stem."""
        return self.record.id

    def unit_of(self, account: Account) -> str | None:
        """The unit of an account's value: its own, or else the one that the claim compares in."""
        if account.unit is None and account.value is not None and self.compare is not None:
            return self.compare.unit
        return account.unit

    @property
    def place(self) -> Place:
        """Where the fact file begins."""
        return self.record.place
