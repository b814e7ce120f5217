from collections.abc import Callable

from recoupe.pages.claims import claim_view
from recoupe.pages.editions import Edition
from recoupe.pages.sources import source_view
from recoupe.pages.views.sources import SourceView

Maker = Callable[..., Edition]
FILLER = " rien" * 200
LONG = {
    "sources/daily.yaml": "text: daily.txt\ntitle: Alpha rouvre\nsource_text: excerpts\n",
    "daily.txt": f"Alpha compte 20 millions de membres, selon lui.{FILLER} "
    f"Le réseau a rouvert lundi.{FILLER} Oui, répète le journal",
}


def page(edition: Edition, id: str) -> SourceView:
    return source_view(edition, edition.anchored.sources[id])


def captured(edition: Edition, id: str) -> str:
    return edition.project.sources[id].captured


def test_segments_joined_are_the_body(small: Edition) -> None:
    view = page(small, "daily")

    (whole,) = view.excerpts
    assert "".join(one.text for one in whole.segments) == captured(small, "daily")
    assert (whole.start, whole.end) == (view.body_start, view.body_end)


def test_every_quote_of_a_claim_leads_to_a_segment_that_has_its_id(small: Edition) -> None:
    view = page(small, "daily")

    starts = [name for one in view.excerpts[0].segments for name in one.starts]
    assert set(starts) >= {passage.span for passage in view.passages}
    assert len(starts) == len(set(starts)) == 3


def test_words_that_one_claim_quotes_lead_to_its_account(small: Edition) -> None:
    segments = page(small, "daily").excerpts[0].segments

    urls = {one.text: one.url for one in segments}
    assert urls["Le réseau a rouvert lundi"] == "/claims/reopening/#account-daily"


def test_words_that_only_a_link_names_are_marked_and_lead_nowhere(small: Edition) -> None:
    segments = page(small, "daily").excerpts[0].segments

    (linked,) = (one for one in segments if one.text == "répète le journal")
    assert (len(linked.starts), linked.url) == (1, None)


def test_words_that_two_claims_quote_lead_to_the_list_of_passages(make: Maker) -> None:
    quote = "\n  - {source: weekly, stance: neutral, quotes: [15 millions de membres]}\n"
    claim = f"claim: Quinze millions.\naccounts:{quote}"

    view = page(make({"claims/fifteen.yaml": claim}), "weekly")

    inner = next(one for one in view.excerpts[0].segments if one.text == "15 millions de membres")
    assert inner.url == f"/sources/weekly/#passage-{inner.spans[-1]}"
    assert inner.label == "2\u00a0affirmations citent ce passage"
    assert len(inner.spans) == 2


def test_excerpts_show_what_is_quoted_and_its_surroundings_only(make: Maker) -> None:
    edition = make(LONG)

    view = page(edition, "daily")

    assert not view.full
    texts = ["".join(one.text for one in excerpt.segments) for excerpt in view.excerpts]
    assert [text.count("rien") for text in texts] == [15, 35, 17]
    for excerpt, text in zip(view.excerpts, texts, strict=True):
        assert captured(edition, "daily")[excerpt.start : excerpt.end] == text


def test_context_of_a_quote_shows_no_more_than_the_excerpts(make: Maker) -> None:
    edition = make(LONG)

    shown = [
        captured(edition, "daily")[one.start : one.end] for one in page(edition, "daily").excerpts
    ]

    for claim in edition.claims:
        for account in claim_view(edition, claim).accounts:
            for one in account.quotes if account.source.id == "daily" else ():
                assert any(f"{one.before}{one.text}{one.after}" in text for text in shown)


def test_what_is_not_known_of_a_source_is_listed(small: Edition) -> None:
    assert page(small, "daily").unknown == ()
    assert page(small, "early").unknown == ("publisher", "author", "url")


def test_source_that_came_earlier_is_not_silent(small: Edition) -> None:
    assert [link.url for link in page(small, "early").silent_on] == ["/claims/members/"]


def test_passages_name_the_claims_that_quote_them(small: Edition) -> None:
    passages = page(small, "weekly").passages

    assert [(one.text, one.claims[0].claim.label, one.claims[0].stance) for one in passages] == [
        (
            "Alpha comptait 15 millions de membres en janvier",
            "Alpha compte 20 millions de membres.",
            "neutral",
        ),
        ("Le réseau aurait rouvert lundi", "Alpha a rouvert le 15 février 2021.", "supports"),
        ("Il n’a pas été fondé en 2018", "Alpha a été fondé en 2018.", "disputes"),
    ]


def test_passages_lead_to_the_account_and_tell_the_verdict(small: Edition) -> None:
    claims = [one.claims[0] for one in page(small, "weekly").passages]

    assert [(one.claim.url, one.verdict) for one in claims] == [
        ("/claims/members/#account-weekly", "Non prouvé"),
        ("/claims/reopening/#account-weekly", "Confirmé"),
        ("/claims/founding/#account-weekly", None),
    ]


def test_segments_announce_each_passage_once_where_it_begins_and_ends(make: Maker) -> None:
    quotes = "[15 millions de membres, millions de membres en janvier. Le réseau aurait]"
    claim = f"claim: Quinze.\naccounts:\n  - {{source: weekly, stance: neutral, quotes: {quotes}}}"

    segments = page(make({"claims/fifteen.yaml": claim}), "weekly").excerpts[0].segments

    said = [(one.opening, one.closing) for one in segments if one.opening or one.closing]
    assert said == [
        ("Début du passage 1.", None),
        ("Début du passage 2.", None),
        ("Début du passage 3.", "Fin du passage 2."),
        (None, "Fin du passage 1."),
        ("Début du passage 4.", "Fin du passage 3."),
        (None, "Fin du passage 4."),
        ("Début du passage 5.", "Fin du passage 5."),
    ]


def test_words_that_only_a_link_names_are_announced_without_a_number(small: Edition) -> None:
    segments = page(small, "daily").excerpts[0].segments

    (linked,) = (one for one in segments if one.text == "répète le journal")
    assert linked.opening == "Début d’un passage cité."
    assert linked.closing == "Fin d’un passage cité."


def test_piece_in_which_only_a_link_begins_is_not_the_first_of_a_passage(make: Maker) -> None:
    page_file = '# Titre\n\n[dit](quote:weekly "15 millions de membres")\n'

    segments = page(make({"pages/about.md": page_file}), "weekly").excerpts[0].segments

    assert [(one.text, one.first) for one in segments[:3]] == [
        ("Alpha comptait ", True),
        ("15 millions de membres", False),
        (" en janvier", False),
    ]


def test_words_under_several_spans_have_a_lane_for_each(make: Maker) -> None:
    quote = "\n  - {source: weekly, stance: neutral, quotes: [15 millions de membres]}\n"
    claim = f"claim: Quinze millions.\naccounts:{quote}"

    segments = page(make({"claims/fifteen.yaml": claim}), "weekly").excerpts[0].segments

    assert [one.lanes for one in segments[:3]] == [(0,), (0, 1), (0,)]


def test_source_leads_to_those_it_can_be_compared_with(small: Edition) -> None:
    assert [link.url for link in page(small, "early").compared_with] == [
        "/compare/daily/early/",
        "/compare/early/weekly/",
    ]
