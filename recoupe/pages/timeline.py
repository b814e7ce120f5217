"""The timeline: claims by the time when the thing happened, in months, or years where these fail.

A moment that is no single date (`after 2021-01-06`) stands at the date that it names.
"""

from collections.abc import Iterator
from itertools import groupby

from recoupe.model import Claim
from recoupe.pages import urls
from recoupe.pages.cards import claim_card
from recoupe.pages.editions import Edition
from recoupe.pages.list_frames import list_frame
from recoupe.pages.lists import leaves
from recoupe.pages.moments import moment
from recoupe.pages.orders import alphabetical, moment_order
from recoupe.pages.views.overviews import TimelineEntry, TimelineGroup, TimelineView
from recoupe.values import DateValue, PartialDate

Dated = tuple[DateValue, Claim]


def timeline_views(edition: Edition) -> Iterator[TimelineView]:
    """The pages of the timeline; none where no claim has a date."""
    claims = [one.claim for one in edition.claims]
    dated = sorted(((claim.when, claim) for claim in claims if claim.when), key=_order)
    if not dated:
        return
    for leaf in leaves(urls.TIMELINE, dated):
        yield TimelineView(
            frame=list_frame(
                edition,
                leaf,
                title=edition.interface.gettext("Timeline"),
                description=edition.interface.ngettext(
                    "%(num)s claim at the time when the thing happened.",
                    "%(num)s claims by the time when the thing happened.",
                    len(dated),
                ),
            ),
            groups=tuple(_groups(edition, leaf.items)),
            undated=len(claims) - len(dated),
            pager=leaf.pager,
        )


def _order(dated: Dated) -> tuple[object, ...]:
    when, claim = dated
    return *moment_order(when), alphabetical(claim.statement), claim.id


def _groups(edition: Edition, dated: tuple[Dated, ...]) -> Iterator[TimelineGroup]:
    for month, entries in groupby(dated, key=lambda one: _month(one[0])):
        yield TimelineGroup(
            moment(month, edition.interface),
            tuple(
                TimelineEntry(moment(when, edition.interface), claim_card(edition, claim))
                for when, claim in entries
            ),
        )


def _month(when: DateValue) -> PartialDate:
    return PartialDate(when.stated[0].year, when.stated[0].month)
