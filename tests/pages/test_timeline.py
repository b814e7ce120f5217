from collections.abc import Callable

from recoupe.pages.editions import Edition
from recoupe.pages.timeline import timeline_pages
from tests.pages.planned import views

Maker = Callable[..., Edition]
MORE = "claim: Alpha, encore.\naccounts: [{source: daily, stance: silent, searched: [x]}]\nwhen: "


def dated(*moments: str) -> dict[str, str | None]:
    return {f"claims/more-{at}.yaml": MORE + when for at, when in enumerate(moments)}


def test_timeline_groups_by_the_precision_that_is_known(small: Edition) -> None:
    (view,) = views(timeline_pages, small)

    groups = [
        (group.when.text, [claim.id for one in group.moments for claim in one.claims])
        for group in view.groups
    ]
    assert groups == [("2018", ["founding"]), ("février 2021", ["reopening"])]
    assert view.undated == 1
    assert view.forms == ("day", "year")


def test_days_tell_the_story_of_a_month_before_what_is_known_no_closer(make: Maker) -> None:
    edition = make(dated("2021-02", "2021-02-20", "2021", "after 2021-02-15", "before 2021-02-15"))

    (view,) = views(timeline_pages, edition)

    assert [[one.id for one in group.moments] for group in view.groups] == [
        ["2018"],
        ["before-2021-02-15", "2021-02-15", "after-2021-02-15", "2021-02-20", "2021-02"],
        ["2021"],
    ]


def test_claims_of_one_moment_stand_together(make: Maker) -> None:
    edition = make(dated("2021-02-15", "after  2021-02-15", "after 2021-02-15"))

    (view,) = views(timeline_pages, edition)

    (group,) = view.groups[1:]
    assert [(one.id, len(one.claims)) for one in group.moments] == [
        ("2021-02-15", 2),
        ("after-2021-02-15", 2),
    ]


def test_each_page_has_an_axis_of_its_own(make: Maker) -> None:
    edition = make(dated(*["2020-05-01"] * 99, *["2021-06-01"] * 5))

    first, second = views(timeline_pages, edition)

    assert [tick.label for tick in first.axis.wide][:1] == ["2018"]
    assert second.axis.condensed != first.axis.condensed
    assert second.frame.url == "/timeline/page/2/"
