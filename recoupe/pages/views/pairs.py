"""Two sources side by side, claim by claim."""

from dataclasses import dataclass

from recoupe.pages.views.axes import ComparedValues
from recoupe.pages.views.claims import AccountView, SilenceView
from recoupe.pages.views.frame import DiscrepancyCard, Frame, Link, SourceLabel
from recoupe.pages.views.wordings import AlignedView


@dataclass(frozen=True, slots=True)
class PairRow:
    """One claim as two sources have it.

    `relation` is conflict (their values cannot both hold), opposed (one supports, one disputes),
    hedged (one asserts what the other hedges), agree, beside (both speak, no more can be said),
    first-only, second-only. `discrepancies` are those on the claim that concern both.
    """

    claim: Link
    relation: str
    values: ComparedValues | None
    aligned: tuple[AlignedView, ...]
    first: tuple[AccountView, ...]
    second: tuple[AccountView, ...]
    first_silence: SilenceView | None
    second_silence: SilenceView | None
    discrepancies: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PairGroup:
    """The claims of one kind, most telling first, and never none.

    `kind` is differ (conflict, opposed, hedged), agree, beside, first-only or second-only.
    """

    kind: str
    rows: tuple[PairRow, ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """Two sources: where they differ, agree, are silent."""

    frame: Frame
    first: SourceLabel
    second: SourceLabel
    groups: tuple[PairGroup, ...]
    discrepancies: tuple[DiscrepancyCard, ...]
