from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.locale import interface
from recoupe.pages.time_axes import LENGTH, days_of, time_axis
from recoupe.pages.time_marks import timeline_axis, timeline_mark
from recoupe.values import DateForm, DateValue, PartialDate, parse

FRENCH = interface("fr")
PARLER = ("2018", "2021-01-06", "from 2021-01-10 to 2021-02-10", "2021-01", "2021-02")


def moment(text: str) -> DateValue:
    value = parse(text, "date")
    assert isinstance(value, DateValue)
    return value


@st.composite
def moments(draw: st.DrawFn) -> DateValue:
    first, last = sorted(
        PartialDate(one.year, *[one.month, one.day][: draw(st.integers(0, 2))])
        for one in (draw(st.dates()), draw(st.dates()))
    )
    form = draw(st.sampled_from(get_args(DateForm)))
    if form == "range":
        return moment(f"from {first} to {last}")
    at_an_end = {"after": last.last_day.year == 9999, "before": first.first_day.year == 1}
    words = "" if form == "exact" or at_an_end.get(form) else f"{form} "
    return moment(f"{words}{last if form == 'after' else first}")


@given(st.lists(moments(), min_size=1, max_size=12))
def test_axis_reaches_from_its_beginning_to_its_end_without_a_hole(drawn: list[DateValue]) -> None:
    parts = time_axis(drawn).parts

    assert parts[0].position == 0
    assert all(
        first.days.last == then.days.first and first.position < then.position < LENGTH
        for first, then in pairwise(parts)
    )


@given(st.lists(moments(), min_size=1, max_size=12))
def test_earlier_days_never_stand_after_later_ones(drawn: list[DateValue]) -> None:
    axis = time_axis(drawn)
    days = sorted(day for one in drawn for day in (days_of(one).first, days_of(one).last))

    positions = [axis.position(day) for day in days]

    assert positions == sorted(positions)
    assert all(0 <= position <= LENGTH for position in positions)


@given(st.lists(moments(), min_size=1, max_size=12))
def test_every_mark_and_tick_is_on_the_axis(drawn: list[DateValue]) -> None:
    axis = time_axis(drawn)

    marks = [timeline_mark(one, axis) for one in drawn]
    ticks = timeline_axis(axis, FRENCH)

    assert all(0 <= mark.start < mark.end <= LENGTH or mark.form == "day" for mark in marks)
    for shown in (ticks.narrow, ticks.wide):
        assert all(0 <= tick.position <= LENGTH for tick in shown)
        assert len(shown) <= 16


def test_a_year_beside_days_is_condensed() -> None:
    axis = time_axis(map(moment, PARLER))

    year = timeline_mark(moment("2018"), axis)
    january = timeline_mark(moment("2021-01"), axis)

    assert [part.condensed for part in axis.parts] == [True, False]
    assert year.start == 0
    assert year.end < january.start
    assert january.end - january.start > 400


@pytest.mark.parametrize(
    ("texts", "condensed"),
    [
        (["2018", "2021"], [False]),
        (["2021-01-06"], [False]),
        (["1990-05", "2021-01-06", "2021-01-09"], [False, True, False]),
        (["2021-01-06", "2021-02-09", "2022"], [False, True]),
        (["2021-01-06", "2021-03-09"], [False]),
    ],
    ids=["years", "one day", "long gap", "year after", "short gap"],
)
def test_only_what_is_empty_or_coarse_is_condensed(texts: list[str], condensed: list[bool]) -> None:
    axis = time_axis(map(moment, texts))

    assert [part.condensed for part in axis.parts] == condensed


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2021-01-06", "day"),
        ("2021-01", "month"),
        ("2018", "year"),
        ("from 2021-01-09 to 2021-01-10", "range"),
        ("after 2021-01-06", "after"),
        ("before 2021-02-06", "before"),
        ("about 2021-01", "about"),
    ],
)
def test_mark_says_how_precisely_a_moment_is_known(text: str, form: str) -> None:
    assert timeline_mark(moment(text), time_axis(map(moment, [*PARLER, text]))).form == form


@pytest.mark.parametrize(
    "text", ["from 0001 to 9999", "after 9999-12-30", "9999", "before 0001-01-02", "about 0001"]
)
def test_the_ends_of_the_calendar_have_an_axis_with_an_end(text: str) -> None:
    axis = time_axis([moment(text)])

    drawn = timeline_axis(axis, interface("en"))

    assert all(0 <= tick.position <= LENGTH for tick in (*drawn.narrow, *drawn.wide))
    assert len(drawn.wide) < 20


def test_open_moments_go_on_beyond_the_date_that_they_name() -> None:
    axis = time_axis(map(moment, [*PARLER, "after 2021-02-28", "before 2021-01-01"]))

    after = timeline_mark(moment("after 2021-02-28"), axis)
    before = timeline_mark(moment("before 2021-01-01"), axis)

    assert after.start == timeline_mark(moment("2021-02"), axis).end
    assert after.end > after.start
    assert before.end == timeline_mark(moment("2021-01"), axis).start
    assert before.start < before.end


def test_ticks_are_weeks_where_there_is_room_and_months_on_a_phone() -> None:
    axis = timeline_axis(time_axis(map(moment, PARLER)), FRENCH)

    assert [tick.label for tick in axis.narrow] == ["janv.", "févr."]
    assert [tick.label for tick in axis.wide][:4] == ["2018", "4 janv.", "11 janv.", "18 janv."]
    assert [tick.year for tick in axis.wide if tick.year] == ["2021"]
