from collections.abc import Callable

import pytest

from recoupe.pages.editions import Edition
from recoupe.pages.grid import grid_pages
from tests.pages.planned import views

Maker = Callable[..., Edition]
MORE = "claim: Alpha, encore.\naccounts: [{source: daily, stance: silent, searched: [x]}]"


def test_rows_say_by_what_they_are_sorted(small: Edition) -> None:
    (view,) = views(grid_pages, small)

    sorting = {
        row.claim.url: (row.scale_place, row.time_place, row.speaking, row.conflicts)
        for row in view.rows
    }
    assert sorting == {
        "/claims/members/": (2, None, 2, 1),
        "/claims/reopening/": (0, 1, 2, 0),
        "/claims/founding/": (None, 0, 2, 0),
    }


def test_moments_that_are_the_same_have_one_place(make: Maker) -> None:
    dated = MORE + "\nwhen: 2018"

    (view,) = views(grid_pages, make({"claims/later.yaml": dated}))

    assert sorted(row.time_place for row in view.rows if row.time_place is not None) == [0, 0, 1]


def test_only_what_a_row_has_can_be_chosen(small: Edition) -> None:
    (view,) = views(grid_pages, small)

    assert [(one.id, one.label, one.rows) for one in view.tag_choices] == [
        ("audience", "Audience", 1),
        ("retour", "Le retour", 2),
    ]
    assert [(one.id, one.label, one.rows) for one in view.rating_choices] == [
        ("confirmed", "Confirmé", 1),
        ("unproven", "Non prouvé", 1),
        ("-", "En suspens", 1),
    ]


@pytest.mark.parametrize(("more", "pages"), [(197, [200]), (198, [200, 1])], ids=["200", "201"])
def test_page_holds_two_hundred_rows(make: Maker, more: int, pages: list[int]) -> None:
    files = {f"claims/more-{number}.yaml": MORE for number in range(more)}

    made = views(grid_pages, make(files))

    assert [len(view.rows) for view in made] == pages
    assert [view.elsewhere for view in made] == [sum(pages) - rows for rows in pages]


@pytest.mark.parametrize(("more", "wide"), [(3, False), (4, True)], ids=["six", "seven"])
def test_grid_of_more_than_six_sources_is_wide(make: Maker, more: int, wide: bool) -> None:
    files = {f"sources/more-{number}.yaml": "text: daily.txt\ntitle: x" for number in range(more)}

    (view,) = views(grid_pages, make(files))

    assert view.wide is wide
