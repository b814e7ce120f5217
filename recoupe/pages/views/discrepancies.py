"""A discrepancy's page: the accounts concerned, side by side, claim by claim."""

from dataclasses import dataclass

from markupsafe import Markup

from recoupe.pages.views.axes import ComparedValues
from recoupe.pages.views.claims import AccountView, SilenceView
from recoupe.pages.views.frame import CheckedView, CitationView, Frame, HistoryView, Link
from recoupe.pages.views.wordings import AlignedView


@dataclass(frozen=True, slots=True)
class SideView:
    """One claim of the discrepancy, with the accounts that it speaks of."""

    claim: Link
    values: ComparedValues | None
    accounts: tuple[AccountView, ...]
    silences: tuple[SilenceView, ...]


@dataclass(frozen=True, slots=True)
class DiscrepancyView:
    """A discrepancy's page; `explanation` and `resolution` are cleaned HTML.

    `sheet` is the worksheet for the classroom, where the site has such.
    """

    frame: Frame
    id: str
    title: str
    kinds: tuple[str, ...]
    strength: str | None
    summary: str
    sides: tuple[SideView, ...]
    aligned: tuple[AlignedView, ...]
    explanation: Markup | None
    resolution: Markup | None
    checked: CheckedView
    history: tuple[HistoryView, ...]
    citation: CitationView
    sheet: str | None
    draft: bool
