"""The pages derived from many facts: home, lists, grid, tags, corrections."""

from dataclasses import dataclass

from markupsafe import Markup

from recoupe.pages.views.frame import (
    ClaimCard,
    DiscrepancyCard,
    Frame,
    HistoryView,
    Link,
    Moment,
    Pager,
    ScaleStep,
    SourceLabel,
)


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source in a list: the claims it speaks of, the passages quoted, the claims it is silent on.

    A silence is no silence where the source came earlier than the thing happened.
    """

    source: SourceLabel
    publisher: str | None
    claims: int
    quotes: int
    silent: int


@dataclass(frozen=True, slots=True)
class RatingCount:
    """A step of the scale and how many claims have it; `step` is None for the open claims."""

    step: ScaleStep | None
    claims: int


@dataclass(frozen=True, slots=True)
class StrengthCount:
    """How many discrepancies have a strength; `strength` is None for omissions without one."""

    strength: str | None
    discrepancies: int


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page: what the site checks, the numbers, the strongest discrepancies.

    `articles` counts all sources; `sources` are some of them, where they are many.
    """

    frame: Frame
    claims: int
    articles: int
    quotes: int
    discrepancies: int
    sources: tuple[SourceCard, ...]
    strongest: tuple[DiscrepancyCard, ...]
    strengths: tuple[StrengthCount, ...]
    ratings: tuple[RatingCount, ...]
    tags: tuple[Link, ...]
    latest: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class ClaimListView:
    """All claims, or those of one tag; `tag` is None on the list of all."""

    frame: Frame
    tag: str | None
    total: int
    claims: tuple[ClaimCard, ...]
    tags: tuple[Link, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class SourceListView:
    """All sources."""

    frame: Frame
    total: int
    sources: tuple[SourceCard, ...]
    pairs: tuple[Link, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class DiscrepancyListView:
    """All discrepancies, strongest first."""

    frame: Frame
    total: int
    discrepancies: tuple[DiscrepancyCard, ...]
    strengths: tuple[StrengthCount, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class GridCell:
    """What a source does with a claim.

    `state` is states, hedges, disputes, speaks, silent, earlier or unsearched; `says` a short
    wording; `conflicts` whether its value conflicts with another account's.
    """

    state: str
    says: str | None
    url: str | None
    conflicts: bool


@dataclass(frozen=True, slots=True)
class GridRow:
    """A claim and a cell for each source, in the order of the columns.

    What rows are sorted by: `scale_place` counts the steps of the scale from 0, `time_place` the
    moments of the page's claims from 0, earliest first; either is None where there is none.
    `speaking` counts the sources that speak, `conflicts` the pairs of accounts in conflict.
    """

    claim: Link
    when: Moment | None
    rating: str | None
    rating_label: str | None
    scale_place: int | None
    time_place: int | None
    tags: tuple[str, ...]
    speaking: int
    conflicts: int
    cells: tuple[GridCell, ...]


@dataclass(frozen=True, slots=True)
class GridChoice:
    """A tag or a rating that rows can be chosen by, and how many on the page have it.

    `id` is a hyphen for the claims that are open.
    """

    id: str
    label: str
    rows: int


@dataclass(frozen=True, slots=True)
class GridView:
    """Claims × sources; of many sources, those that speak of the claims on this page.

    `wide` tells whether the columns are more than a screen has room for; `tag_choices` and
    `rating_choices` are those of this page's rows; `tags` leads to the lists of all tags;
    `elsewhere` counts the claims on the other pages.
    """

    frame: Frame
    total: int
    elsewhere: int
    sources: tuple[SourceLabel, ...]
    wide: bool
    rows: tuple[GridRow, ...]
    tag_choices: tuple[GridChoice, ...]
    rating_choices: tuple[GridChoice, ...]
    tags: tuple[Link, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """A history entry and the fact that it belongs to; `family` is claim, source or discrepancy.

    `anchor` is the id of its element in the list; the entry's own is that on the fact's page.
    """

    fact: Link
    family: str
    anchor: str
    entry: HistoryView


@dataclass(frozen=True, slots=True)
class CorrectionGroup:
    """The entries of one month, or of one year where no more is known."""

    when: Moment
    entries: tuple[CorrectionEntry, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """What was corrected and updated, newest first; the numbers count those of all pages.

    `updates_url` leads to where the updates begin, after the corrections.
    """

    frame: Frame
    corrections: int
    updates: int
    updates_url: str | None
    corrected: tuple[CorrectionGroup, ...]
    updated: tuple[CorrectionGroup, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page that searches; `script` is Pagefind's own, whose index may not be there yet.

    `ratings` and `strengths` are those that results may have; `lists` lead on without a search.
    """

    frame: Frame
    script: str
    ratings: tuple[ScaleStep, ...]
    strengths: tuple[str, ...]
    lists: tuple[Link, ...]
    tags: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TextView:
    """A Markdown page; `body` is cleaned HTML, its first heading included."""

    frame: Frame
    body: Markup


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The 404 page, whose links start at `root`, the base URL's path: its own place is unknown."""

    frame: Frame
    root: str
