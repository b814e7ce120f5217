"""The timeline. Positions are thousandths of its axis, from 0 to 1000, earlier days first."""

from dataclasses import dataclass

from recoupe.pages.views.frame import ClaimCard, Frame, Moment, Pager


@dataclass(frozen=True, slots=True)
class TimelineTick:
    """A day at which a step of the axis begins.

    `year` stands below the first label of a year; the label is None where there is no room for it.
    """

    position: int
    label: str | None
    year: str | None


@dataclass(frozen=True, slots=True)
class TimelineAxis:
    """The axis of one page, with the ticks that a phone has room for, and those of a wide screen.

    `condensed` are the parts, from where to where, in which time is not drawn to scale.
    """

    narrow: tuple[TimelineTick, ...]
    wide: tuple[TimelineTick, ...]
    condensed: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """What is drawn for a moment: `form` is day, month, year, range, after, before or about.

    A day stands in the middle between `start` and `end`, all others reach from end to end.
    """

    form: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TimelineMoment:
    """A moment and the claims of what happened then; `id` is that of its element."""

    id: str
    when: Moment
    mark: TimelineMark
    claims: tuple[ClaimCard, ...]


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """The moments of one month, or those of a year of which no month is known."""

    when: Moment
    moments: tuple[TimelineMoment, ...]


@dataclass(frozen=True, slots=True)
class TimelineView:
    """What happened when, by the precision that is known: earliest first, coarse moments last.

    `forms` are those of the marks on this page.
    """

    frame: Frame
    axis: TimelineAxis
    forms: tuple[str, ...]
    groups: tuple[TimelineGroup, ...]
    undated: int
    pager: Pager
