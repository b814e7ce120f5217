"""A quote leads into the live article where its address is known, and nowhere else."""

from collections.abc import Callable
from urllib.parse import unquote

from recoupe.pages.claims import claim_view
from recoupe.pages.editions import Edition
from recoupe.pages.sources import source_view
from recoupe.pages.views.claims import ClaimView

Make = Callable[..., Edition]


def members(edition: Edition) -> ClaimView:
    return claim_view(edition, edition.anchored.claims["members"])


def test_quote_leads_to_its_words_in_the_live_article(small: Edition) -> None:
    [quote] = members(small).accounts[0].quotes

    assert unquote(quote.live or "") == (
        "https://example.org/jour#:~:text=Alpha compte 20 millions de membres,-, selon"
    )


def test_quote_of_an_article_without_an_address_leads_nowhere(small: Edition) -> None:
    [quote] = members(small).accounts[1].quotes

    assert quote.live is None


def test_passage_leads_where_its_quote_does(small: Edition) -> None:
    view = source_view(small, small.anchored.sources["daily"])

    [quote] = members(small).accounts[0].quotes
    assert quote.live in {passage.live for passage in view.passages}


def test_words_that_no_browser_could_tell_lead_nowhere(make: Make) -> None:
    refrain = " Alpha compte 20 millions de membres." * 40
    text = f"Alpha rouvre. Le réseau a rouvert lundi, répète le journal.{refrain}"
    claim = """claim: x
accounts:
  - source: daily
    stance: supports
    quotes:
      - {exact: Alpha compte 20 millions de membres, occurrence: 20}
related: [founding]
"""
    only = {
        "discrepancies/numbers.yaml": None,
        "claims/members.yaml": claim,
        "daily.txt": text,
    }

    [quote] = members(make(only)).accounts[0].quotes

    assert quote.live is None
