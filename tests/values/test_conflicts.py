from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.values import DateValue, NumberValue, Value, agree, conflict, overlap, parse

NUMBERS = st.integers(min_value=-1000, max_value=1000).map(str)
NUMBER_VALUES = st.one_of(
    st.builds(
        lambda form, number: parse(f"{form}{number}", "number"),
        st.sampled_from(["", "over ", "under ", "at least ", "at most ", "about "]),
        NUMBERS,
    ),
    st.tuples(st.integers(-99, 99), st.integers(0, 99)).map(
        lambda ends: parse(f"{ends[0]} to {ends[0] + ends[1]}", "number")
    ),
)
PLAIN_DATES = st.builds(
    lambda day, length: day.isoformat()[:length],
    st.dates(min_value=date(2019, 1, 1), max_value=date(2022, 12, 31)),
    st.sampled_from([4, 7, 10]),
)
DATE_VALUES = st.builds(
    lambda form, text: parse(f"{form}{text}", "date"),
    st.sampled_from(["", "after ", "before ", "about "]),
    PLAIN_DATES,
)
CHOICE_VALUES = st.lists(st.sampled_from("abcd"), min_size=1).map(
    lambda typed: parse(typed, "choice", "abcd")
)
PAIRS = st.one_of(
    [st.tuples(values, values) for values in (NUMBER_VALUES, DATE_VALUES, CHOICE_VALUES)]
)
TOLERANCES = st.sampled_from([0.0, 0.01, 0.05, 0.5])


@pytest.mark.parametrize(
    ("one", "other", "tolerance", "conflicting"),
    [
        pytest.param("15 000 000", "20 000 000", 0.0, True, id="two figures"),
        pytest.param("15 000 000", "about 20 000 000", 0.05, True, id="beyond about"),
        pytest.param("about 20 000 000", "20 000 000", 0.0, False, id="about the same"),
        pytest.param("over 12 000 000", "20 000 000", 0.0, False, id="over less"),
        pytest.param("1", "over 1", 0.0, True, id="gap of nothing, nothing tolerated"),
        pytest.param("under 1", "over 1", 0.0, True, id="hole of one number"),
        pytest.param("1", "at least 1", 0.0, False, id="common end"),
        pytest.param("1", "over 1", 0.05, False, id="gap of nothing is tolerated"),
        pytest.param("0", "over 0", 0.05, False, id="gap of nothing at nought is tolerated"),
        pytest.param("19", "20", 0.05, False, id="gap of exactly the tolerance"),
        pytest.param("18.999", "20", 0.05, True, id="gap above the tolerance"),
        pytest.param("-19", "-20", 0.05, False, id="larger magnitude of negatives"),
        pytest.param("0", "0.001", 0.5, True, id="everything is far from nought"),
        pytest.param("300 to 500", "510 to 900", 0.02, False, id="facing ends, tolerated"),
        pytest.param("300 to 500", "511 to 900", 0.02, True, id="facing ends, too far apart"),
        pytest.param("under 100", "over 101", 0.01, False, id="half-lines, tolerated"),
        pytest.param("7", "10", 0.3, False, id="tolerance no float can hold"),
        pytest.param(
            "9999999999999999999999999999999999999998",
            "9999999999999999999999999999999999999999",
            0.0,
            True,
            id="forty digits",
        ),
    ],
)
def test_numbers_conflict_when_the_gap_is_more_than_is_tolerated(
    one: str, other: str, tolerance: float, conflicting: bool
) -> None:
    a, b = parse(one, "number"), parse(other, "number")

    assert conflict(a, b, tolerance) is conflicting
    assert agree(a, b, tolerance) is not conflicting


@pytest.mark.parametrize(
    ("one", "other", "conflicting"),
    [
        pytest.param("2021-01-10", "2021-01", False, id="day of the month"),
        pytest.param("2021-01-10", "2021-01-11", True, id="two days"),
        pytest.param("after 2021-01", "2021-01-31", True, id="after begins with the next month"),
        pytest.param("after 2021-01", "2021-02-01", False, id="first of the next month"),
        pytest.param("before 2021-02", "2021-01-31", False, id="before ends with January"),
        pytest.param("before 2021-02", "2021-02-01", True, id="before excludes the month"),
        pytest.param("after 2021-01-06", "before 2021-01-07", True, id="no day between two days"),
        pytest.param("about 2021-03", "2021-02-01", False, id="about reaches the month before"),
    ],
)
def test_dates_conflict_when_no_day_is_in_both(one: str, other: str, conflicting: bool) -> None:
    assert conflict(parse(one, "date"), parse(other, "date")) is conflicting


def test_dates_know_no_tolerance() -> None:
    assert conflict(parse("2021-01-10", "date"), parse("2021-01-11", "date"), 0.5)


def test_choices_conflict_when_none_is_in_both() -> None:
    full, part, either = (
        parse(typed, "choice", ["full", "part"]) for typed in ("full", "part", ["full", "part"])
    )

    assert conflict(full, part)
    assert agree(full, either)
    assert agree(part, either)


@pytest.mark.parametrize("compare", [conflict, agree, overlap])
def test_values_of_different_kinds_cannot_be_compared(compare: object) -> None:
    assert callable(compare)

    with pytest.raises(TypeError, match="a number cannot be compared with a date"):
        compare(parse("2021", "number"), parse("2021", "date"))


@pytest.mark.parametrize("tolerance", [-0.1, float("nan"), float("inf")])
def test_tolerance_that_is_negative_or_not_finite_is_refused(tolerance: float) -> None:
    with pytest.raises(ValueError, match="a tolerance of"):
        conflict(parse("1", "number"), parse("1", "number"), tolerance)


@pytest.mark.parametrize("tolerance", [0.05, Decimal("0.05"), Fraction(1, 20)], ids=repr)
def test_tolerance_may_be_any_kind_of_number(tolerance: float | Decimal | Fraction) -> None:
    assert agree(parse("19", "number"), parse("20", "number"), tolerance)


@given(PAIRS, TOLERANCES)
def test_conflict_is_symmetric(pair: tuple[Value, Value], tolerance: float) -> None:
    a, b = pair

    assert conflict(a, b, tolerance) == conflict(b, a, tolerance)
    assert overlap(a, b) == overlap(b, a)


@given(PAIRS, TOLERANCES)
def test_value_never_conflicts_with_itself(pair: tuple[Value, Value], tolerance: float) -> None:
    value = pair[0]

    assert not conflict(value, value, tolerance)


@given(PAIRS)
def test_without_tolerance_conflict_is_having_nothing_in_common(pair: tuple[Value, Value]) -> None:
    a, b = pair

    assert conflict(a, b) != overlap(a, b)


@given(NUMBER_VALUES, NUMBER_VALUES, TOLERANCES, TOLERANCES)
def test_more_tolerance_never_makes_a_conflict(
    a: Value, b: Value, one: float, other: float
) -> None:
    less, more = sorted((one, other))

    assert conflict(a, b, less) or not conflict(a, b, more)


@given(NUMBER_VALUES, NUMBER_VALUES, st.integers(-1100, 1100))
def test_numbers_that_both_allow_a_point_overlap(a: NumberValue, b: NumberValue, at: int) -> None:
    point = Decimal(at)

    assert overlap(a, b) or not (a.contains(point) and b.contains(point))


@given(DATE_VALUES, DATE_VALUES, st.dates(date(2018, 1, 1), date(2024, 1, 1)))
def test_dates_that_both_allow_a_day_overlap(a: DateValue, b: DateValue, day: date) -> None:
    assert overlap(a, b) or not (a.contains(day) and b.contains(day))


@given(PLAIN_DATES)
def test_before_in_and_after_a_date_conflict_with_each_other(text: str) -> None:
    before, during, after = (parse(f"{form}{text}", "date") for form in ("before ", "", "after "))

    assert conflict(before, during)
    assert conflict(during, after)
    assert conflict(before, after)


@given(NUMBERS)
def test_over_and_under_a_number_conflict_with_it(number: str) -> None:
    under, exact, over = (parse(f"{form}{number}", "number") for form in ("under ", "", "over "))

    assert conflict(under, exact)
    assert conflict(exact, over)
    assert conflict(under, over)
