"""Worksheets for the classroom: the material on one page, the solution on another.

A sheet's view has no field for a stance, a value, a note, a verdict or a title that an editor gave
to a disagreement: what it does not hold, no template can give away.
"""

from dataclasses import dataclass

from markupsafe import Markup

from recoupe.pages.views.claims import (
    AccountView,
    ConflictView,
    MakerView,
    OriginView,
    SilenceView,
)
from recoupe.pages.views.frame import (
    DiscrepancyCard,
    Frame,
    Link,
    Moment,
    Pager,
    ScaleStep,
    SourceLabel,
    VerdictView,
)


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """A piece of an article; the words that matter in it are for the pupils to find."""

    text: str
    cut_before: bool
    cut_after: bool


@dataclass(frozen=True, slots=True)
class SheetAccountView:
    """What pupils get of an account; `printed` is its article's address for paper, if known.

    Whom the article has it from is for them to find.
    """

    source: SourceLabel
    printed: str | None
    language: str
    direction: str
    excerpts: tuple[ExcerptView, ...]
    translations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetSilenceView:
    """An article that says nothing of a claim, and the words that were searched for in it.

    `language` and `direction` are those of the words.
    """

    source: SourceLabel
    searched: tuple[str, ...]
    language: str
    direction: str


@dataclass(frozen=True, slots=True)
class SheetSideView:
    """A claim and its material, in the order in which the articles were published."""

    statement: str
    question: str | None
    made_by: MakerView | None
    accounts: tuple[SheetAccountView, ...]
    silences: tuple[SheetSilenceView, ...]


@dataclass(frozen=True, slots=True)
class ClaimSheetView:
    """The sheet of a claim: what is known, and the scale to choose from, nothing chosen."""

    frame: Frame
    side: SheetSideView
    scale: tuple[ScaleStep, ...]
    printed: str | None
    solution: str
    draft: bool


@dataclass(frozen=True, slots=True)
class DiscrepancySheetView:
    """The sheet of a discrepancy: the accounts to be held against each other, claim by claim."""

    frame: Frame
    sides: tuple[SheetSideView, ...]
    printed: str | None
    solution: str
    draft: bool


@dataclass(frozen=True, slots=True)
class ClaimSolutionView:
    """What a teacher needs beside the sheet of a claim; `page` is the claim's own page."""

    frame: Frame
    statement: str
    when: Moment | None
    verdict: VerdictView | None
    accounts: tuple[AccountView, ...]
    silences: tuple[SilenceView, ...]
    confirmations: tuple[OriginView, ...]
    conflicts: tuple[ConflictView, ...]
    explanation: Markup | None
    discrepancies: tuple[DiscrepancyCard, ...]
    page: str
    printed: str | None
    sheet: str
    draft: bool


@dataclass(frozen=True, slots=True)
class SolvedSideView:
    """A claim with the accounts that a discrepancy speaks of, in the order of its sheet."""

    claim: Link
    accounts: tuple[AccountView, ...]
    silences: tuple[SilenceView, ...]


@dataclass(frozen=True, slots=True)
class DiscrepancySolutionView:
    """What a teacher needs beside the sheet of a discrepancy; `page` is its own page."""

    frame: Frame
    title: str
    summary: str
    kinds: tuple[str, ...]
    strength: str | None
    sides: tuple[SolvedSideView, ...]
    explanation: Markup | None
    resolution: Markup | None
    page: str
    printed: str | None
    sheet: str
    draft: bool


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet in the list, with its solution; `articles` counts those that it quotes."""

    sheet: Link
    solution: str
    articles: int


@dataclass(frozen=True, slots=True)
class SheetGroup:
    """The sheets of one family (claim or discrepancy), and of one tag, where claims have one."""

    family: str
    tag: str | None
    entries: tuple[SheetEntry, ...]


@dataclass(frozen=True, slots=True)
class SheetListView:
    """All sheets, for the teacher who chooses one."""

    frame: Frame
    total: int
    groups: tuple[SheetGroup, ...]
    pager: Pager
