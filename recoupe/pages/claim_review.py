"""schema.org's ClaimReview: a verdict as search engines read it, beside the same words on the page.

Only for ratings between true and false, because the others are not truth values, and only where it
is known who checks and where the page is served. What is not known is left out, never guessed.
Source: Google Search Central, "Fact check (ClaimReview) structured data", and schema.org.
"""

import json
from collections.abc import Iterator
from typing import Any

from recoupe.model import (
    WORST_RATING,
    Claim,
    Maker,
    Publisher,
    Record,
    Stance,
    reviewed_rating,
    truth_scale,
)
from recoupe.pages.editions import Edition
from recoupe.pages.records import first_published
from recoupe.pages.urls import absolute

_TYPES = {"person": "Person", "organization": "Organization"}


def claim_review(edition: Edition, claim: Claim) -> str | None:
    """The JSON-LD of the review of `claim`; None where there is none to give.

    That is: no verdict, a rating without a value, a scale of one value, a draft, no base URL or no
    publisher. Equal facts give equal text.
    """
    site = edition.project.site
    rating = _rating(edition, claim)
    if rating is None or site.base_url is None or site.publisher is None:
        return None
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": absolute(site.base_url, edition.addresses.claim(claim.id)),
        "datePublished": _published(claim.record),
        "author": _publisher(site.publisher),
        "claimReviewed": claim.statement,
        "itemReviewed": _claim(edition, site.base_url, claim),
        "reviewRating": rating,
    }
    return json.dumps(_known(review), ensure_ascii=False, separators=(",", ":"))


def _rating(edition: Edition, claim: Claim) -> dict[str, Any] | None:
    """The rating on its scale, told by its label: that is what readers of a search result see."""
    site = edition.project.site
    given = reviewed_rating(claim, site)
    best = max(truth_scale(site), default=WORST_RATING)
    if given is None or best <= WORST_RATING:
        return None
    return {
        "@type": "Rating",
        "ratingValue": given.value,
        "worstRating": WORST_RATING,
        "bestRating": best,
        "alternateName": given.label,
    }


def _claim(edition: Edition, base_url: str, claim: Claim) -> dict[str, Any]:
    maker = claim.made_by
    return _known(
        {
            "@type": "Claim",
            "author": _author(maker),
            "datePublished": _made(maker),
            "firstAppearance": _work(maker.url) if maker and maker.url else None,
            "appearance": list(_appearances(edition, base_url, claim)),
        }
    )


def _author(maker: Maker | None) -> dict[str, Any] | None:
    """Who made the claim; None where it was not said whether that is a person."""
    if maker is None or maker.type is None:
        return None
    return {"@type": _TYPES[maker.type], "name": maker.name}


def _made(maker: Maker | None) -> str | None:
    if maker is None or maker.date is None or maker.date.form != "exact":
        return None
    return maker.date.stated[0].isoformat()


def _appearances(edition: Edition, base_url: str, claim: Claim) -> Iterator[dict[str, Any]]:
    """The articles that make the claim: themselves where their address is known, else our copy."""
    ids = dict.fromkeys(one.source.id for one in claim.accounts if one.stance is Stance.SUPPORTS)
    for id in ids:
        source = edition.project.sources[id]
        headline = None if source.described else source.title
        yield _work(source.url or absolute(base_url, edition.addresses.source(id)), headline)


def _work(url: str, name: str | None = None) -> dict[str, Any]:
    return _known({"@type": "CreativeWork", "name": name, "url": url})


def _publisher(publisher: Publisher) -> dict[str, Any]:
    return _known({"@type": "Organization", "name": publisher.name, "url": publisher.url})


def _published(record: Record) -> str | None:
    """When the review was first published; where that was not noted, when it was last checked."""
    date = first_published(record) or record.checked
    return date.isoformat() if date else None


def _known(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [])}
