"""The timeline: claims by the time when the thing happened, in months, or years where these fail.

A moment that is no single date (`after 2021-01-06`) stands at the date that it names. Within a
month those come first that are known to the day: they tell the story, the others surround it.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from recoupe.model import Claim
from recoupe.pages import urls
from recoupe.pages.cards import claim_card
from recoupe.pages.editions import Edition
from recoupe.pages.list_frames import list_frame
from recoupe.pages.lists import Leaf, leaves
from recoupe.pages.moments import moment
from recoupe.pages.orders import alphabetical
from recoupe.pages.planned import PlannedPage
from recoupe.pages.time_axes import TimeAxis, time_axis
from recoupe.pages.time_marks import timeline_axis, timeline_mark
from recoupe.pages.views.frame import Frame
from recoupe.pages.views.timelines import TimelineGroup, TimelineMoment, TimelineView
from recoupe.values import DateForm, DateValue, PartialDate

Dated = tuple[DateValue, Claim]
_FORMS = ("day", "month", "year", "range", "about", "before", "after")  # as a legend has them
_LAST = 99  # after the months of a year and the days of a month


def timeline_pages(edition: Edition) -> Iterator[PlannedPage]:
    """The pages of the timeline; none where no claim has a date."""
    claims = [one.claim for one in edition.claims]
    dated = sorted(((claim.when, claim) for claim in claims if claim.when), key=_order)
    if not dated:
        return
    for leaf in leaves(urls.TIMELINE, dated):
        yield PlannedPage(leaf.url, _view, (leaf, len(dated)))


def _view(edition: Edition, leaf: Leaf[Dated], total: int) -> TimelineView:
    axis = time_axis(when for when, _ in leaf.items)
    groups = tuple(_groups(edition, leaf.items, axis))
    forms = {one.mark.form for group in groups for one in group.moments}
    return TimelineView(
        frame=_frame(edition, leaf, total),
        axis=timeline_axis(axis, edition.interface),
        forms=tuple(form for form in _FORMS if form in forms),
        groups=groups,
        undated=len(edition.claims) - total,
        pager=leaf.pager,
    )


def _frame(edition: Edition, leaf: Leaf[Dated], total: int) -> Frame:
    return list_frame(
        edition,
        leaf,
        title=edition.interface.gettext("Timeline"),
        description=edition.interface.ngettext(
            "%(num)s claim at the time when the thing happened.",
            "%(num)s claims by the time when the thing happened.",
            total,
        ),
    )


def _order(dated: Dated) -> tuple[object, ...]:
    when, claim = dated
    stated = when.stated[0]
    ends = when.lower or date.min, when.upper or date.max
    words = alphabetical(claim.statement)
    return (
        stated.year,
        stated.month or _LAST,
        stated.day or _LAST,
        *ends,
        _kind(when),
        words,
        claim.id,
    )


def _kind(when: DateValue) -> tuple[DateForm, tuple[PartialDate, ...]]:
    """What moments have in common that are drawn and named alike."""
    return when.form, when.stated


def _groups(edition: Edition, dated: Sequence[Dated], axis: TimeAxis) -> Iterator[TimelineGroup]:
    for month, entries in groupby(dated, key=lambda one: _month(one[0])):
        yield TimelineGroup(
            when=moment(month, edition.interface),
            moments=tuple(_moments(edition, list(entries), axis)),
        )


def _moments(edition: Edition, dated: Sequence[Dated], axis: TimeAxis) -> Iterator[TimelineMoment]:
    for _, entries in groupby(dated, key=lambda one: _kind(one[0])):
        alike = list(entries)
        when = alike[0][0]
        yield TimelineMoment(
            id="-".join(when.typed.split()),
            when=moment(when, edition.interface),
            mark=timeline_mark(when, axis),
            claims=tuple(claim_card(edition, claim) for _, claim in alike),
        )


def _month(when: DateValue) -> PartialDate:
    return PartialDate(when.stated[0].year, when.stated[0].month)
