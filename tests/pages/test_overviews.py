from collections.abc import Callable

import pytest

from recoupe.pages.discrepancies import discrepancy_view
from recoupe.pages.discrepancy_lists import discrepancy_list_pages
from recoupe.pages.editions import Edition
from recoupe.pages.grid import grid_pages
from recoupe.pages.home import home_view
from recoupe.pages.source_lists import source_list_pages
from recoupe.pages.texts import not_found_view, text_view
from recoupe.pages.timeline import timeline_pages
from tests.pages.planned import views

Maker = Callable[..., Edition]


def test_front_page_counts_and_shows_the_strongest_first(small: Edition) -> None:
    view = home_view(small)

    assert (view.claims, view.articles, view.quotes, view.discrepancies) == (3, 3, 6, 3)
    assert [one.strength for one in view.strongest] == ["contradiction", "tension", "nuance"]
    assert [(one.step and one.step.id, one.claims) for one in view.ratings] == [
        ("confirmed", 1),
        ("false", 0),
        ("unproven", 1),
        (None, 1),
    ]


def test_front_page_shows_what_was_touched_last(small: Edition) -> None:
    assert [one.id for one in home_view(small).latest] == ["members", "reopening", "founding"]


def test_claim_card_counts_sources_by_stance(small: Edition) -> None:
    cards = {card.id: card for card in home_view(small).latest}

    members, reopening = cards["members"], cards["reopening"]
    assert (members.supports, members.neutral, members.silent, members.conflicts) == (1, 1, 1, 1)
    assert (reopening.supports, reopening.silent) == (2, 0)


def test_sources_stand_as_they_were_published(small: Edition) -> None:
    (view,) = views(source_list_pages, small)

    assert [card.source.id for card in view.sources] == ["early", "daily", "weekly"]
    assert [(card.claims, card.quotes, card.silent) for card in view.sources] == [
        (1, 1, 1),
        (2, 2, 0),
        (3, 3, 0),
    ]


def test_grid_says_what_each_source_does_with_each_claim(small: Edition) -> None:
    (view,) = views(grid_pages, small)

    states = {row.claim.url: [cell.state for cell in row.cells] for row in view.rows}
    assert [source.id for source in view.sources] == ["early", "daily", "weekly"]
    assert states == {
        "/claims/members/": ["silent", "states", "speaks"],
        "/claims/reopening/": ["earlier", "states", "hedges"],
        "/claims/founding/": ["states", "unsearched", "disputes"],
    }


def test_grid_cell_leads_to_its_account_and_shows_its_value(small: Edition) -> None:
    (view,) = views(grid_pages, small)

    cell = view.rows[0].cells[1]
    assert cell.url == "/claims/members/#account-daily"
    assert (cell.says, cell.conflicts) == ("20\u202f000\u202f000 membres", True)


def test_discrepancy_shows_the_accounts_concerned_by_claim(small: Edition) -> None:
    view = discrepancy_view(small, small.project.discrepancies["numbers"])

    (side,) = view.sides
    assert side.claim.url == "/claims/members/"
    assert [one.name for one in side.accounts] == ["daily", "weekly"]
    assert side.silences == ()


def test_discrepancies_are_listed_strongest_first(small: Edition) -> None:
    (view,) = views(discrepancy_list_pages, small)

    assert [card.id for card in view.discrepancies] == ["numbers", "fondation", "lundi"]
    assert [(one.strength, one.discrepancies) for one in view.strengths] == [
        ("contradiction", 1),
        ("tension", 1),
        ("nuance", 1),
    ]


@pytest.mark.parametrize(
    ("without", "url"),
    [("history", "/corrections/"), ("when", "/timeline/")],
    ids=["corrections", "timeline"],
)
def test_section_with_nothing_to_show_is_not_linked(make: Maker, without: str, url: str) -> None:
    few = "claim: Le réseau a rouvert.\naccounts: [{source: daily, stance: silent, searched: [x]}]"
    claims = {f"claims/{id}.yaml": few for id in ("members", "reopening", "founding")}
    title = "title: Rien\nkind: omission\nsummary: Rien.\nclaims: [members]\n"
    discrepancies = {f"discrepancies/{id}.yaml": title for id in ("numbers", "lundi", "fondation")}

    edition = make(claims | discrepancies)

    assert url not in [link.url for link in edition.site.sections], without
    assert list(views(timeline_pages, edition)) == []


def test_own_page_is_described_by_its_first_paragraph(small: Edition) -> None:
    view = text_view(small, small.project.pages["about"])

    assert view.frame.title == "À propos"
    assert view.frame.description == "Nous comparons deux articles, mot à mot."
    assert '<a href="../sources/daily/">' in view.body


def test_links_of_the_404_page_start_at_the_path_of_the_base_url(small: Edition) -> None:
    view = not_found_view(small)

    assert (view.root, view.frame.url, view.frame.canonical) == ("/alpha/", "/404.html", None)
