"""What stands around every page, and the small parts that many pages share."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A label and where it leads: a URL of the site (`/claims/x/#account-y`) or an absolute one.

    `language` is the label's, where it is not the site's.
    """

    label: str
    url: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as readers see it; `iso`, for `<time datetime>`, only if one day, month or year."""

    text: str
    iso: str | None


@dataclass(frozen=True, slots=True)
class SiteFrame:
    """What every page of a site shows: its name, who checks, the ways through it.

    `pages` are the site's own, and the list of worksheets where it has such.
    `locale` is the language with a territory, as Open Graph has it; `feed` is None where no fact
    has a date or nobody knows where the site is served.
    """

    title: str
    description: str | None
    language: str
    direction: str
    publisher: Link | None
    publisher_name: str | None
    report_url: str | None
    sections: tuple[Link, ...]
    pages: tuple[Link, ...]
    locale: str = ""
    feed: str | None = None


@dataclass(frozen=True, slots=True)
class PictureLink:
    """The picture that others show with a link to a page; `url` is absolute, sizes are pixels."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What one page says of itself; `url` starts and ends with `/`, `canonical` needs a base URL.

    `breadcrumbs` lead from the front page to what is above this page, which is not among them.
    `report_url` is where readers report an error on this page.
    `published` and `modified` are ISO 8601, for a fact's page and only where the day is known;
    `listed` tells whether search engines may list the page: not that of a draft, nor a solution.
    `picture` goes with links to the page, where the site's address is known.
    """

    site: SiteFrame
    url: str
    title: str
    description: str
    canonical: str | None
    breadcrumbs: tuple[Link, ...]
    report_url: str | None = None
    published: str | None = None
    modified: str | None = None
    listed: bool = True
    picture: PictureLink | None = None


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a long list goes on; `current` and `total` count pages from 1."""

    current: int
    total: int
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class SourceLabel:
    """A source as other pages name it.

    `label` is short and unlike the others' (the outlet, where that tells them apart), `title` the
    headline, `described` whether the title is the editor's own. `language` is that of the title
    and `label_language` that of the label; both are None where it is the site's, or not known, as
    that of an outlet's name.
    """

    id: str
    label: str
    title: str
    described: bool
    url: str
    published: Moment | None
    language: str | None
    direction: str
    label_language: str | None


@dataclass(frozen=True, slots=True)
class ScaleStep:
    """One rating of the site's scale, and whether it is the one that was given."""

    id: str
    label: str
    value: int | None
    description: str | None
    current: bool


@dataclass(frozen=True, slots=True)
class VerdictView:
    """A verdict with its meaning, and the whole scale around it."""

    rating: str
    label: str
    value: int | None
    description: str | None
    summary: str | None
    scale: tuple[ScaleStep, ...]


@dataclass(frozen=True, slots=True)
class HistoryView:
    """One entry of a fact's history; `kind` is published, updated or corrected.

    `anchor` is the id of its element on the fact's page, `heading` says kind and date in one.
    """

    anchor: str
    heading: Moment
    date: Moment
    kind: str
    note: str
    before: str | None


@dataclass(frozen=True, slots=True)
class CheckedView:
    """When a fact was last checked and by whom; either may be unknown."""

    date: Moment | None
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitationView:
    """How others cite a page.

    `url` is absolute where the site's address is known, else its path in the site; `date` is that
    of the last change that is known; `bibtex` and `ris` are the same for reference managers.
    """

    title: str
    publisher: str | None
    date: Moment | None
    url: str
    bibtex: str
    ris: str


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim in a list; the numbers count its sources by stance, earlier silences left out.

    A source that has accounts of two stances counts for both.
    """

    id: str
    url: str
    statement: str
    verdict: VerdictView | None
    tags: tuple[Link, ...]
    supports: int
    disputes: int
    neutral: int
    silent: int
    conflicts: int
    discrepancies: int


@dataclass(frozen=True, slots=True)
class DiscrepancyCard:
    """A discrepancy in a list; `strength` is None only for an omission."""

    id: str
    url: str
    title: str
    summary: str
    kinds: tuple[str, ...]
    strength: str | None
    sources: tuple[SourceLabel, ...]
