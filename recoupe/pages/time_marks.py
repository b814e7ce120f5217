"""What a timeline draws for a moment, and the ticks along its axis."""

from collections.abc import Iterator
from datetime import date

from recoupe.locale import Interface
from recoupe.pages.calendar_steps import CalendarStep, calendar_step
from recoupe.pages.time_axes import LENGTH, Part, TimeAxis, days_allowed, days_of
from recoupe.pages.views.timelines import TimelineAxis, TimelineMark, TimelineTick
from recoupe.values import DateValue

_FADING = 140  # thousandths of the axis over which an open moment goes on, as far as there is room
_LEAST = 14  # thousandths: 4 pixels on a phone; a shorter bar would be taken for a day
_LEAST_SOFT = 30  # the same, of which the ends can hardly be seen
_NARROW, _WIDE = 300, 540  # pixels: an axis on a phone, and the shortest one beside its words
_LABEL = 52  # pixels of "10 janv." and the space beside it
_YEAR_LABEL = 40  # pixels of "2021" and the space beside it


def timeline_mark(moment: DateValue, axis: TimeAxis) -> TimelineMark:
    """The mark of a moment, inside the axis."""
    days = days_of(moment)
    start, end = axis.position(days.first), axis.position(days.last)
    match moment.form:
        case "exact":
            form = moment.stated[0].precision
            return TimelineMark(form, start, end) if form == "day" else _bar(form, start, end)
        case "after":
            start = min(end, LENGTH - _LEAST_SOFT)
            return TimelineMark("after", start, min(start + _FADING, LENGTH))
        case "before":
            end = max(start, _LEAST_SOFT)
            return TimelineMark("before", max(end - _FADING, 0), end)
        case "about":
            around = days_allowed(moment)
            return _bar("about", axis.position(around.first), axis.position(around.last))
        case "range":
            return _bar("range", start, end)


def timeline_axis(axis: TimeAxis, interface: Interface) -> TimelineAxis:
    """The axis with its ticks."""
    return TimelineAxis(
        narrow=tuple(_ticks(axis, interface, _NARROW)),
        wide=tuple(_ticks(axis, interface, _WIDE)),
        condensed=tuple(
            (part.position, axis.end(at)) for at, part in enumerate(axis.parts) if part.condensed
        ),
    )


def _bar(form: str, start: int, end: int) -> TimelineMark:
    """A bar that is long enough to be one, wherever on the axis it is."""
    least = _LEAST_SOFT if form == "about" else _LEAST
    missing = max(least - (end - start), 0)
    start = min(max(start - missing // 2, 0), LENGTH - least)
    return TimelineMark(form, start, max(end, start + least))


def _ticks(axis: TimeAxis, interface: Interface, pixels: int) -> Iterator[TimelineTick]:
    for at, part in enumerate(axis.parts):
        room = pixels * (axis.end(at) - part.position) / LENGTH
        if not part.condensed:
            yield from _scaled_ticks(axis, part, interface, room)
        elif room >= _YEAR_LABEL:
            yield _year_tick(part, interface)


def _scaled_ticks(
    axis: TimeAxis, part: Part, interface: Interface, room: float
) -> Iterator[TimelineTick]:
    days = part.days
    step = calendar_step(days.last - days.first, most=max(int(room // _LABEL), 1))
    labelled = None
    for day in _beginnings(step, days.first, days.last):
        year = interface.date_label(day, "year")
        label = interface.date_label(day, step.unit)
        is_new = step.unit != "year" and year != labelled
        labelled = year
        yield TimelineTick(axis.position(day.toordinal()), label, year if is_new else None)


def _beginnings(step: CalendarStep, first: int, last: int) -> Iterator[date]:
    """The days on which steps begin, from `first` to before `last`."""
    for index in range(step.index(first), step.index(last) + 1):
        if first <= (ordinal := step.ordinal(index)) < last:
            yield date.fromordinal(ordinal)


def _year_tick(part: Part, interface: Interface) -> TimelineTick:
    day = date.fromordinal(part.days.first)
    return TimelineTick(part.position, interface.date_label(day, "year"), None)
