"""A review that search engines read says what its page says, and only where there is one to say."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from recoupe.pages.claim_review import claim_review
from recoupe.pages.claims import claim_view
from recoupe.pages.editions import Edition

Make = Callable[..., Edition]
SITE = """title: Alpha
base_url: https://example.org/alpha/
publisher: {name: Recoupe, url: https://example.org/}
ratings:
  - {id: confirmed, label: Confirmé, value: 2}
  - {id: false, label: Faux, value: 1}
  - {id: unproven, label: Non prouvé}
tags: {audience: Audience, retour: Le retour}
"""
MEMBERS = """claim: Alpha compte 20 millions de membres.
made_by: {name: Alpha, type: organization}
checked: 2021-03-09
accounts:
  - source: daily
    stance: supports
    quotes:
      - {exact: Alpha compte 20 millions de membres, suffix: ", selon"}
  - source: weekly
    stance: neutral
    quotes: [Alpha comptait 15 millions de membres en janvier]
related: [founding]
verdict: {rating: false}
history:
  - {date: 2021-03-01, kind: published, note: Publié.}
  - {date: 2021-03-04, kind: corrected, note: Le nombre., before: 2 millions}
"""
DAILY = """text: daily.txt
title: Alpha rouvre, et compte ses membres
"""
NUMBERS = """title: Quinze ou vingt millions
kind: number
strength: tension
claims: [members]
summary: Deux nombres.
"""


def reviewed(make: Make, claim: str, **changed: str) -> Edition:
    files = {"site.yaml": SITE, "claims/members.yaml": claim, "discrepancies/numbers.yaml": NUMBERS}
    return make(files | changed)


def review(make: Make, claim: str = MEMBERS, **changed: str) -> Any:
    edition = reviewed(make, claim, **changed)
    text = claim_review(edition, edition.project.claims["members"])
    return None if text is None else json.loads(text)


def test_review_has_what_is_known(make: Make) -> None:
    assert review(make) == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": "https://example.org/alpha/claims/members/",
        "datePublished": "2021-03-01",
        "author": {"@type": "Organization", "name": "Recoupe", "url": "https://example.org/"},
        "claimReviewed": "Alpha compte 20 millions de membres.",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Organization", "name": "Alpha"},
            "appearance": [
                {
                    "@type": "CreativeWork",
                    "name": "Alpha rouvre, et compte ses membres",
                    "url": "https://example.org/jour",
                }
            ],
        },
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": 1,
            "worstRating": 1,
            "bestRating": 2,
            "alternateName": "Faux",
        },
    }


@pytest.mark.parametrize(
    ("claim", "site"),
    [
        (MEMBERS.replace("rating: false", "rating: unproven"), SITE),
        (MEMBERS.partition("verdict:")[0], SITE),
        (MEMBERS, SITE.replace("base_url", "description")),
        (MEMBERS, SITE.replace("publisher: {name: Recoupe, url: https://example.org/}", "")),
        (MEMBERS, SITE.replace(", value: 2", "")),
    ],
    ids=["no value", "no verdict", "no base URL", "no publisher", "scale of one"],
)
def test_there_is_no_review_of(make: Make, claim: str, site: str) -> None:
    assert review(make, claim, **{"site.yaml": site}) is None


def test_there_is_no_review_of_a_draft(make: Make) -> None:
    alone = {"claims/reopening.yaml": None, "discrepancies/lundi.yaml": None}
    drafted = {"claims/members.yaml": f"draft: true\n{MEMBERS}", "discrepancies/numbers.yaml": None}
    edition = make({"site.yaml": SITE} | alone | drafted, drafts=True)

    assert claim_review(edition, edition.project.claims["members"]) is None


def test_review_without_a_date_of_publication_has_that_of_its_check(make: Make) -> None:
    claim = MEMBERS.partition("history:")[0].replace("2021-03-09", "2021-04")

    assert review(make, claim)["datePublished"] == "2021-04"


@pytest.mark.parametrize(
    ("maker", "known"),
    [
        ("{name: Alpha}", {}),
        ("{name: Ada, type: person}", {"author": {"@type": "Person", "name": "Ada"}}),
        ("{name: Alpha, date: 2021-02}", {"datePublished": "2021-02"}),
        ("{name: Alpha, date: after 2021-02}", {}),
        (
            "{name: Alpha, url: 'https://example.org/said'}",
            {"firstAppearance": {"@type": "CreativeWork", "url": "https://example.org/said"}},
        ),
    ],
)
def test_of_the_maker_only_what_is_known_is_said(
    make: Make, maker: str, known: dict[str, Any]
) -> None:
    claim = MEMBERS.replace("{name: Alpha, type: organization}", maker)

    item = review(make, claim)["itemReviewed"]

    assert {name: value for name, value in item.items() if name not in {"@type", "appearance"}} == (
        known
    )


def test_article_without_an_address_appears_as_its_page_on_this_site(make: Make) -> None:
    item = review(make, **{"sources/daily.yaml": DAILY})["itemReviewed"]

    assert item["appearance"][0]["url"] == "https://example.org/alpha/sources/daily/"


def test_review_and_page_are_of_one_claim(make: Make) -> None:
    edition = reviewed(make, MEMBERS)
    view = claim_view(edition, edition.anchored.claims["members"])

    said = json.loads(view.claim_review or "")

    assert said["url"] == view.frame.canonical
    assert said["claimReviewed"] == view.statement
    assert view.verdict is not None
    assert said["reviewRating"]["alternateName"] == view.verdict.label
