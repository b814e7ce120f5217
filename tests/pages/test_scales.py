from datetime import date
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from recoupe.locale import interface
from recoupe.pages.extents import Extent, extent
from recoupe.pages.nice_numbers import nice_number
from recoupe.pages.scales import date_scale, number_scale
from recoupe.pages.ticks import axis_ticks
from recoupe.values import DateValue, Kind, NumberValue, parse

LARGE = 10**36  # with three decimals, about as many digits as a value may have
FIGURES = st.builds("{}{}".format, st.integers(-LARGE, LARGE), st.sampled_from(["", ".5", ".125"]))
# Before the first day of the calendar, and after its last, no axis has room to go on.
DAYS = st.dates(date(1000, 1, 1), date(8000, 1, 1)).map(date.isoformat)
DATES = st.one_of(DAYS, DAYS.map(lambda day: day[:7]), DAYS.map(lambda day: day[:4]))


def ordered(kind: Kind, first: str, last: str) -> tuple[str, str]:
    ends = [reach(kind, text) for text in (first, last)]
    return (first, last) if ends[0].ends <= ends[1].ends else (last, first)


def reach(kind: Kind, text: str) -> Extent:
    value = parse(text, kind)
    assert isinstance(value, NumberValue | DateValue)
    return extent(value)


@st.composite
def values(draw: st.DrawFn) -> tuple[Kind, list[str]]:
    kind: Kind = draw(st.sampled_from(["number", "date"]))
    words = (
        ["over ", "under ", "at least ", "at most "] if kind == "number" else ["after ", "before "]
    )
    plain = FIGURES if kind == "number" else DATES
    range_form = "{} to {}" if kind == "number" else "from {} to {}"
    worded = st.builds(str.__add__, st.sampled_from(["", "about ", *words]), plain)
    ranges = st.builds(
        lambda one, other: range_form.format(*ordered(kind, one, other)), plain, plain
    )
    return kind, draw(st.lists(st.one_of(worded, ranges), min_size=2, max_size=6))


def possible(kind: Kind, texts: list[str]) -> list[Extent]:
    try:
        return [reach(kind, text) for text in texts]
    except ValueError:  # nothing comes before the first day, nothing after the last
        assume(False)
        raise


@settings(deadline=None)  # on a busy machine the first look into a calendar is slow
@given(values())
def test_every_value_lies_on_the_axis_in_its_order(given_values: tuple[Kind, list[str]]) -> None:
    kind, texts = given_values
    extents = possible(kind, texts)
    assume(len(set(extents)) > 1)

    scale = (number_scale if kind == "number" else date_scale)(extents)

    ends = sorted(end for one in extents for end in one.ends)
    positions = [scale.position(end) for end in ends]
    assert all(0 <= position <= 1000 for position in positions)
    assert positions == sorted(positions)
    assert (scale.position(scale.ticks[0]), scale.position(scale.ticks[-1])) == (0, 1000)


@settings(deadline=None)  # on a busy machine the first look into a calendar is slow
@given(values())
def test_value_without_end_has_room_to_go_on(given_values: tuple[Kind, list[str]]) -> None:
    kind, texts = given_values
    extents = possible(kind, texts)
    assume(len(set(extents)) > 1)

    scale = (number_scale if kind == "number" else date_scale)(extents)

    for one in extents:
        if one.upper is None and one.lower is not None:
            assert scale.position(one.lower) < 1000
        if one.lower is None and one.upper is not None:
            assert scale.position(one.upper) > 0


@settings(deadline=None)  # on a busy machine the first look into a calendar is slow
@given(values())
def test_axis_has_few_ticks_each_with_its_own_place(given_values: tuple[Kind, list[str]]) -> None:
    kind, texts = given_values
    extents = possible(kind, texts)
    assume(len(set(extents)) > 1)

    ticks = axis_ticks((number_scale if kind == "number" else date_scale)(extents), interface("fr"))

    positions = [tick.position for tick in ticks]
    assert 2 <= len(ticks) <= 9
    assert positions == sorted(set(positions))


@settings(deadline=None)  # on a busy machine the first look into a calendar is slow
@given(st.fractions(min_value=Fraction(1, 10**6), max_value=10**12))
def test_nice_number_is_one_two_or_five_and_never_too_small(least: Fraction) -> None:
    number = nice_number(least)

    digits = f"{number.numerator}{number.denominator}".replace("0", "")
    assert least <= number <= least * Fraction(5, 2)
    assert digits in {"11", "21", "51", "12", "15"}


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (["over 12 000 000", "20 000 000"], ["0", "5\u00a0M", "10\u00a0M", "15\u00a0M"]),
        (["15 000 000", "15 500 000"], ["15\u00a0M", "15,1\u00a0M", "15,2\u00a0M", "15,3\u00a0M"]),
        (["1.5", "1.75"], ["1,5", "1,55", "1,6", "1,65"]),
        (["-3", "4"], ["-4", "-2", "0", "2"]),
        (["5", "over 5"], ["5", "6"]),
    ],
    ids=["zero where it costs little", "cut where it would hide", "decimals", "below zero", "one"],
)
def test_numbers_are_counted_in_ones_twos_and_fives(texts: list[str], labels: list[str]) -> None:
    scale = number_scale([reach("number", text) for text in texts])

    ticks = axis_ticks(scale, interface("fr"))

    assert [tick.label for tick in ticks][: len(labels)] == labels


@pytest.mark.parametrize(
    ("texts", "labels"),
    [
        (["2021-01-10", "2021-01-11"], ["10 janv.", "11 janv."]),
        (["2021-01", "after 2021-01-06"], ["28 déc.", "4 janv.", "11 janv.", "18 janv."]),
        (["2020-11-03", "2021-02"], ["nov.", "déc.", "janv.", "févr.", "mars"]),
        (["2018", "2021-02"], ["2018", "2019", "2020", "2021", "2022"]),
        (["1789", "2021"], ["1750", "1800", "1850", "1900", "1950"]),
    ],
    ids=["days", "weeks", "months", "years", "centuries"],
)
def test_dates_are_counted_in_what_a_calendar_has(texts: list[str], labels: list[str]) -> None:
    scale = date_scale([reach("date", text) for text in texts])

    ticks = axis_ticks(scale, interface("fr"))

    assert [tick.label for tick in ticks][: len(labels)] == labels


def test_year_stands_once_below_the_days_that_lie_in_it() -> None:
    scale = date_scale([reach("date", "2021-01"), reach("date", "2021-01-06")])

    ticks = axis_ticks(scale, interface("fr"))

    assert [tick.year for tick in ticks][:3] == ["2020", "2021", None]


def test_phone_has_as_many_labels_as_have_room() -> None:
    scale = number_scale([reach("number", "12 345 678"), reach("number", "12 345 688")])

    ticks = axis_ticks(scale, interface("fr"))

    assert [tick.narrow for tick in ticks] == [True, False, False, True, False, False]
    assert all(tick.wide for tick in ticks)


def test_labels_that_have_no_room_at_all_are_left_out() -> None:
    long = "1" * 39
    scale = number_scale([reach("number", f"{long}1"), reach("number", f"{long}2")])

    ticks = axis_ticks(scale, interface("fr"))

    assert not any(tick.narrow for tick in ticks)
