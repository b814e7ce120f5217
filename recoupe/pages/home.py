"""The front page: the numbers, the strongest discrepancies, what was checked last."""

from heapq import nlargest
from operator import itemgetter

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.model import Claim
from recoupe.pages import urls
from recoupe.pages.cards import claim_card, discrepancy_card, source_card
from recoupe.pages.counts import rating_counts, strength_counts
from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame
from recoupe.pages.orders import alphabetical
from recoupe.pages.views.overviews import HomeView
from recoupe.values import PartialDate

_STRONGEST = 6  # two rows of three
_LATEST = 5
_MOST_SOURCES = 20  # of more, a front page shows the ones that tell most; their list has all

_NEVER = PartialDate(1)


def home_view(edition: Edition) -> HomeView:
    """The front page."""
    site = edition.project.site
    return HomeView(
        frame=frame(
            edition,
            urls.HOME,
            title=site.title,
            description=site.description or _description(edition),
        ),
        claims=len(edition.claims),
        articles=len(edition.sources),
        quotes=sum(len(one.quotes) for claim in edition.claims for one in claim.accounts),
        discrepancies=len(edition.discrepancies),
        sources=tuple(source_card(edition, one) for one in _most_telling(edition)),
        strongest=tuple(
            discrepancy_card(edition, one) for one in edition.discrepancies[:_STRONGEST]
        ),
        strengths=strength_counts(edition),
        ratings=rating_counts(edition),
        tags=tuple(edition.tags.values()),
        latest=tuple(claim_card(edition, claim) for claim in _latest(edition)),
    )


def _description(edition: Edition) -> str:
    return edition.interface.ngettext(
        "%(title)s: %(num)s claim, compared word for word in the articles that tell of it.",
        "%(title)s: %(num)s claims, compared word for word in the articles that tell of them.",
        len(edition.claims),
        title=edition.project.site.title,
    )


def _most_telling(edition: Edition) -> list[AnchoredSource]:
    by_voices = sorted(edition.sources, key=lambda one: -len(edition.voices[one.source.id]))
    chosen = {one.source.id for one in by_voices[:_MOST_SOURCES]}
    return [one for one in edition.sources if one.source.id in chosen]


def _latest(edition: Edition) -> list[Claim]:
    """The claims that were touched last, newest first."""
    touched = [(_touched(one.claim), one.claim) for one in edition.claims]
    last = nlargest(_LATEST, (date for date, _ in touched))
    late = [one for one in touched if one[0] >= last[-1]]
    late.sort(key=lambda one: alphabetical(one[1].statement))
    return [claim for _, claim in sorted(late, key=itemgetter(0), reverse=True)[:_LATEST]]


def _touched(claim: Claim) -> tuple[int, int, int]:
    dates = [entry.date.order for entry in claim.record.history]
    return max([*dates, (claim.record.checked or _NEVER).order])
