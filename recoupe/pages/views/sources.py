"""A source's page: what is known of it and what is not, its text with every quoted span marked."""

from dataclasses import dataclass

from recoupe.pages.views.frame import (
    CheckedView,
    CitationView,
    Frame,
    HistoryView,
    Link,
    Moment,
    SourceLabel,
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the text under one and the same set of spans; the pieces, joined, are the text.

    `spans` names the spans that cover it (none: plain text), shortest last; `starts` those that
    begin here and so have their id on this piece; `url` leads to the claim, or to the list of
    passages where several claims quote it, and is None where no claim does. `lanes` are the lines
    under the words, one a span, counted from 0; `opening` and `closing` are what a screen reader
    says where spans begin and end; `first` tells whether a passage of the list begins here.
    """

    text: str
    spans: tuple[str, ...]
    starts: tuple[str, ...]
    url: str | None
    label: str | None
    lanes: tuple[int, ...]
    opening: str | None
    closing: str | None
    first: bool


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A shown part of the text; `start` and `end` are code points into the captured file."""

    start: int
    end: int
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class PassageClaim:
    """A claim that quotes a passage, how the account stands to it, and the verdict's label.

    The link leads to the account; `verdict` is None where the claim is open.
    """

    claim: Link
    stance: str
    certainty: str
    verdict: str | None


@dataclass(frozen=True, slots=True)
class PassageView:
    """A quoted span: its id, its words, where they stand in the live article, who quotes them."""

    span: str
    text: str
    live: str | None
    claims: tuple[PassageClaim, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A part of a source's body in the ribbon beside it, and the first span there.

    `start` and `length` are thousandths of the body, `weight` those of the band that most claims
    quote; `claims` counts the claims.
    """

    start: int
    length: int
    claims: int
    weight: int
    span: str
    label: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source's page. `unknown` lists, of publisher, author, published, url, what is not known.

    `full` tells whether the whole body is shown (then there is one excerpt). `sha256` is of the
    file's bytes; `body_start` and `body_end` are code points into the captured file. `silent_on`
    leaves out what happened later.
    """

    frame: Frame
    source: SourceLabel
    publisher: str | None
    author: tuple[str, ...]
    published: Moment | None
    updated: Moment | None
    retrieved: Moment | None
    url: str | None
    archive: str | None
    language: str
    language_name: str
    direction: str
    origin: str | None
    unknown: tuple[str, ...]
    file: str
    sha256: str
    body_start: int
    body_end: int
    length: str
    full: bool
    excerpts: tuple[Excerpt, ...]
    passages: tuple[PassageView, ...]
    ribbon: tuple[Band, ...]
    silent_on: tuple[Link, ...]
    compared_with: tuple[Link, ...]
    checked: CheckedView
    history: tuple[HistoryView, ...]
    citation: CitationView
    draft: bool
