"""What a page says of itself to whoever lists it or links to it."""

from collections.abc import Callable

import pytest

from recoupe.pages.claims import claim_view
from recoupe.pages.editions import Edition
from recoupe.pages.home import home_view
from recoupe.pages.views.frame import Frame

Make = Callable[..., Edition]
CLAIM = """claim: Alpha a été fondé en 2018.
accounts: [{source: early, stance: supports, quotes: [Il avait été fondé en 2018]}]
"""
HISTORY = """history:
  - {date: 2021-03-01, kind: published, note: x}
  - {date: 2021-03-02, kind: updated, note: x}
  - {date: 2021-03-04, kind: published, note: x}
"""
ALONE = {"discrepancies/fondation.yaml": None}


def framed(make: Make, more: str = "") -> Frame:
    edition = make(ALONE | {"claims/founding.yaml": CLAIM + more})
    return claim_view(edition, edition.anchored.claims["founding"]).frame


@pytest.mark.parametrize(
    ("more", "published", "modified"),
    [
        ("", None, None),
        ("checked: 2021-03-05\n", None, "2021-03-05"),
        ("history: [{date: 2021-03-01, kind: published, note: x}]\n", "2021-03-01", "2021-03-01"),
        (
            HISTORY,
            "2021-03-01",
            "2021-03-04",
        ),
        ("history: [{date: 2021-03, kind: published, note: x}]\n", None, None),
    ],
    ids=["nothing", "check", "publication", "latest of all", "no day"],
)
def test_page_of_a_fact_is_dated_where_the_day_is_known(
    make: Make, more: str, published: str | None, modified: str | None
) -> None:
    frame = framed(make, more)

    assert (frame.published, frame.modified) == (published, modified)


def test_only_the_page_of_a_draft_is_not_to_be_listed(make: Make) -> None:
    related = {"claims/members.yaml": None, "discrepancies/numbers.yaml": None}
    drafted = {"claims/founding.yaml": f"draft: true\n{CLAIM}"}
    edition = make(ALONE | related | drafted, drafts=True)

    listed = {one.claim.id: claim_view(edition, one).frame.listed for one in edition.claims}

    assert listed == {"founding": False, "reopening": True}
    assert home_view(edition).frame.listed


@pytest.mark.parametrize(("language", "locale"), [("fr", "fr_FR"), ("en", "en_GB")])
def test_site_names_its_language_with_a_territory(make: Make, language: str, locale: str) -> None:
    site = f"title: Alpha\nlanguage: {language}\nratings:\n"
    ratings = "".join(f"  - {{id: {one}, label: x}}\n" for one in ("confirmed", "unproven"))

    edition = make({"site.yaml": site + ratings})

    assert edition.site.locale == locale


def test_feed_is_announced_where_facts_have_dates_and_the_site_an_address(make: Make) -> None:
    nameless = "title: Alpha\nratings:\n"
    nameless += "".join(f"  - {{id: {one}, label: x}}\n" for one in ("confirmed", "unproven"))

    assert make().site.feed == "/feed.xml"
    assert make({"site.yaml": nameless}).site.feed is None
