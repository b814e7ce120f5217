from collections.abc import Callable

import pytest

from recoupe.pages.editions import Edition
from recoupe.pages.sources import source_view
from recoupe.pages.views.sources import Band

Maker = Callable[..., Edition]
FILLER = " rien" * 200
EXCERPTS = {
    "sources/daily.yaml": "text: daily.txt\ntitle: Alpha rouvre\nsource_text: excerpts\n",
    "daily.txt": f"Alpha compte 20 millions de membres, selon lui.{FILLER} "
    f"Le réseau a rouvert lundi.{FILLER} Oui, répète le journal",
}


def ribbon(edition: Edition, id: str) -> tuple[Band, ...]:
    return source_view(edition, edition.anchored.sources[id]).ribbon


@pytest.mark.parametrize("id", ["daily", "weekly", "early"])
def test_bands_follow_each_other_inside_the_body(small: Edition, id: str) -> None:
    bands = ribbon(small, id)

    ends = [0, *(band.start + band.length for band in bands)]
    assert all(end <= band.start for end, band in zip(ends, bands, strict=False))
    assert ends[-1] <= 1000
    assert all(band.length > 0 for band in bands)


def test_bands_lead_to_passages_of_the_list(small: Edition) -> None:
    view = source_view(small, small.anchored.sources["weekly"])

    assert {band.span for band in view.ribbon} == {passage.span for passage in view.passages}


def test_band_that_several_claims_quote_weighs_more(make: Maker) -> None:
    quote = "\n  - {source: weekly, stance: neutral, quotes: [15 millions de membres]}\n"
    claim = f"claim: Quinze millions.\naccounts:{quote}"

    bands = ribbon(make({"claims/fifteen.yaml": claim}), "weekly")

    weights = {band.claims: band.weight for band in bands}
    assert weights == {1: 500, 2: 1000}


def test_bands_of_excerpts_stand_where_their_words_stand_in_the_whole_body(make: Maker) -> None:
    first, second = ribbon(make(EXCERPTS), "daily")

    assert first.start == 0
    assert 450 < second.start < 550
    assert (
        second.label == "1\u00a0affirmation cite ici\u00a0: «\u00a0Le réseau a rouvert lundi\u00a0»"
    )


def test_source_that_no_claim_quotes_has_no_ribbon(make: Maker) -> None:
    none = dict.fromkeys(("claims/reopening.yaml", "claims/founding.yaml"))
    claim = "claim: Rien.\naccounts: [{source: weekly, stance: silent, searched: [rien]}]\n"

    bands = ribbon(
        make(
            {
                **none,
                "claims/members.yaml": claim,
                "discrepancies/numbers.yaml": None,
                "discrepancies/lundi.yaml": None,
                "discrepancies/fondation.yaml": None,
            }
        ),
        "early",
    )

    assert bands == ()
