"""A claim's page: the statement, the verdict, the accounts side by side, the silences apart."""

from dataclasses import dataclass

from markupsafe import Markup

from recoupe.pages.views.axes import ComparedValues
from recoupe.pages.views.frame import (
    CheckedView,
    CitationView,
    DiscrepancyCard,
    Frame,
    HistoryView,
    Link,
    Moment,
    SourceLabel,
    VerdictView,
)


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quote in its context, in the source's own characters.

    `before` and `after` are the words around it; `cut_before` and `cut_after` tell that the text
    goes on there. `url` leads to the span on the source's page, `anchor` is the id of the quote's
    element on its claim's page, `live` leads to the words in the live article, where that is known.
    """

    anchor: str
    text: str
    before: str
    after: str
    cut_before: bool
    cut_after: bool
    url: str
    live: str | None
    language: str
    direction: str
    translation: str | None


@dataclass(frozen=True, slots=True)
class AccountView:
    """What one source says. `name` is `source` or `source#id`; `anchor` the id of its element.

    `stance` is supports, disputes or neutral, `certainty` asserted or hedged; `value` is formatted
    with its unit, `says` the short wording; `origin` names where the account comes from, where that
    is neither the source itself nor a speaker; `confirms` is `alone` or `together` where it counts
    as a confirmation, the latter where other accounts of its origin count with it as one. `note` is
    cleaned HTML.
    """

    name: str
    anchor: str
    source: SourceLabel
    stance: str
    certainty: str
    attributed_to: tuple[str, ...]
    origin: str | None
    confirms: str | None
    value: str | None
    as_of: Moment | None
    derived: bool
    says: str | None
    note: Markup | None
    quotes: tuple[QuoteView, ...]
    conflicts_with: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SilenceView:
    """A source that was searched and says nothing; `earlier` where it could not have known.

    `language` and `direction` are those of the words that were searched for: the source's own.
    """

    anchor: str
    source: SourceLabel
    searched: tuple[str, ...]
    language: str
    direction: str
    earlier: bool
    note: Markup | None


@dataclass(frozen=True, slots=True)
class OriginView:
    """One origin that confirms a claim, and the sources that bring it."""

    name: str
    sources: tuple[SourceLabel, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Two accounts whose values cannot both hold, and the discrepancies that explain it."""

    first: Link
    second: Link
    first_value: str
    second_value: str
    discrepancies: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MakerView:
    """Who made the claim, when and where."""

    name: str
    type: str | None
    date: Moment | None
    url: str | None


@dataclass(frozen=True, slots=True)
class AskedView:
    """A right of reply: `answer` is None where none came."""

    whom: str
    when: Moment | None
    answer: str | None


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """Material outside the sources, not proved by the site."""

    title: str
    url: str | None
    archive: str | None
    published: Moment | None
    quote: str | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim's page. `explanation` is cleaned HTML.

    `unsearched` names the sources with no account, where there are few enough for that to tell
    anything. `claim_review` is JSON-LD; `sheet` is the worksheet for the classroom, where there
    is one.
    """

    frame: Frame
    id: str
    statement: str
    question: str | None
    made_by: MakerView | None
    when: Moment | None
    tags: tuple[Link, ...]
    verdict: VerdictView | None
    accounts: tuple[AccountView, ...]
    values: ComparedValues | None
    silences: tuple[SilenceView, ...]
    unsearched: tuple[SourceLabel, ...]
    confirmations: tuple[OriginView, ...]
    conflicts: tuple[ConflictView, ...]
    explanation: Markup | None
    discrepancies: tuple[DiscrepancyCard, ...]
    asked: tuple[AskedView, ...]
    evidence: tuple[EvidenceView, ...]
    related: tuple[Link, ...]
    checked: CheckedView
    history: tuple[HistoryView, ...]
    citation: CitationView
    sheet: str | None
    draft: bool
    claim_review: str | None
