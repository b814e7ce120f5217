"""Two sources side by side: what is in which group, and for which sources there is a page."""

from collections.abc import Callable

import pytest

from recoupe.pages.editions import Edition
from recoupe.pages.pairs import pair_pages
from recoupe.pages.site import site_pages
from recoupe.pages.source_lists import source_list_pages
from recoupe.pages.sources import source_view
from recoupe.pages.views.pairs import PairView
from tests.pages.planned import views

Maker = Callable[..., Edition]


def pair(edition: Edition, url: str) -> PairView:
    return next(view for view in views(pair_pages, edition) if view.frame.url == url)


def groups(view: PairView) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (group.kind, [(row.claim.url, row.relation) for row in group.rows]) for group in view.groups
    ]


def test_pair_has_its_claims_in_groups_and_conflicts_first(small: Edition) -> None:
    view = pair(small, "/compare/daily/weekly/")

    assert groups(view) == [
        ("differ", [("/claims/members/", "conflict"), ("/claims/reopening/", "hedged")]),
        ("second-only", [("/claims/founding/", "second-only")]),
    ]


def test_pair_is_opposed_where_one_disputes_what_the_other_states(small: Edition) -> None:
    view = pair(small, "/compare/early/weekly/")

    assert groups(view)[0] == ("differ", [("/claims/founding/", "opposed")])


def test_silence_that_tells_something_comes_before_what_could_not_be_known(
    small: Edition,
) -> None:
    view = pair(small, "/compare/daily/early/")

    assert groups(view) == [
        ("first-only", [("/claims/founding/", "first-only")]),
        (
            "second-only",
            [("/claims/members/", "second-only"), ("/claims/reopening/", "second-only")],
        ),
    ]
    silences = [row.first_silence for row in view.groups[1].rows]
    assert [silence and silence.earlier for silence in silences] == [False, True]


def test_conflict_of_a_pair_is_drawn_and_leads_to_what_explains_it(small: Edition) -> None:
    row = pair(small, "/compare/daily/weekly/").groups[0].rows[0]

    assert row.values is not None
    assert len(row.values.axes[0].rows) == 2
    assert [link.url for link in row.discrepancies] == ["/discrepancies/numbers/"]


def test_pair_tells_no_conflict_with_a_third(make: Maker) -> None:
    claim = """
claim: Combien ?
compare: {as: number}
accounts:
  - {source: daily, stance: neutral, value: 5, quotes: [répète le journal]}
  - {source: weekly, stance: neutral, value: 5, quotes: [Le réseau aurait rouvert lundi]}
  - {source: early, stance: neutral, value: 7, quotes: [Il avait été fondé en 2018]}
"""
    view = pair(make({"claims/third.yaml": claim}), "/compare/daily/weekly/")

    rows = [row for group in view.groups for row in group.rows if "third" in row.claim.url]
    assert [account.conflicts_with for row in rows for account in (*row.first, *row.second)] == [
        (),
        (),
    ]


def test_passages_with_nearly_the_same_words_stand_side_by_side(small: Edition) -> None:
    row = pair(small, "/compare/daily/weekly/").groups[0].rows[1]

    (view,) = row.aligned
    assert [(piece.text, piece.differs) for piece in view.first.pieces] == [
        ("Le réseau ", False),
        ("a", True),
        (" rouvert lundi", False),
    ]
    assert [piece.text for piece in view.second.pieces if piece.differs] == ["aurait"]


@pytest.mark.parametrize(("sources", "pages"), [(20, 190), (21, 0)], ids=["twenty", "one more"])
def test_pairs_are_shown_while_sources_are_few(make: Maker, sources: int, pages: int) -> None:
    more = [f"more-{number}" for number in range(sources - 3)]
    files = {f"sources/{id}.yaml": f"text: early.txt\ntitle: {id}" for id in more}
    accounts = "".join(f"\n  - {{source: {id}, stance: silent, searched: [x]}}" for id in more)
    files["claims/all.yaml"] = f"""
claim: Tous en parlent.
accounts:
  - {{source: daily, stance: neutral, quotes: [répète le journal]}}
  - {{source: weekly, stance: silent, searched: [x]}}
  - {{source: early, stance: silent, searched: [x]}}{accounts}
"""
    edition = make(files)

    urls = [view.frame.url for view in site_pages(edition)]
    (listed,) = views(source_list_pages, edition)
    assert len([url for url in urls if url.startswith("/compare/")]) == pages
    assert len(listed.pairs) == pages
    assert all(
        bool(source_view(edition, one).compared_with) == bool(pages) for one in edition.sources
    )
