"""Pictures of pages for those who link to them: what is on each, and how a page names its own.

A claim has a picture of its own, because its words and its verdict are what is shared; all other
pages share one, so that a site of many sources and lists has no more to draw.
"""

from collections.abc import Iterator

from recoupe.model import Claim
from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.urls import absolute
from recoupe.pages.verdicts import verdict_view
from recoupe.pages.views.frame import PictureLink
from recoupe.pages.views.pictures import PictureView

WIDTH, HEIGHT = 1200, 630  # pixels: what Open Graph's readers show whole, at 1.91 to 1


def picture_views(edition: Edition) -> Iterator[PictureView]:
    """What is on each picture, the site's own first; none where nobody knows the site's address.

    An `og:image` must be an absolute URL.
    """
    if edition.project.site.base_url is None:
        return
    site = edition.project.site
    yield PictureView(urls.HOME, site.title, None, stamp=None, given=False, note=site.description)
    yield from (_claim_picture(edition, one.claim) for one in edition.claims)


def picture_link(edition: Edition, view: PictureView, url: str) -> PictureLink:
    """How a page names its picture, which stands at `url`; in words, what is to be read on it."""
    alt = view.heading
    if view.stamp is not None:
        named = {"claim": view.heading, "verdict": view.stamp}
        alt = edition.interface.gettext("“%(claim)s” Verdict: %(verdict)s") % named
    return PictureLink(absolute(edition.project.site.base_url or "", url), WIDTH, HEIGHT, alt)


def _claim_picture(edition: Edition, claim: Claim) -> PictureView:
    verdict = verdict_view(claim, edition.verdicts)
    return PictureView(
        page=edition.addresses.claim(claim.id),
        heading=claim.statement,
        site=edition.project.site.title,
        stamp=verdict.label if verdict else edition.interface.gettext("Open"),
        given=verdict is not None,
        note=None,
    )
