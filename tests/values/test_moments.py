from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.values import (
    DateValue,
    Moment,
    PartialDate,
    later,
    parse,
    parse_date,
    same_moment,
    wholly_before,
)

PLAIN_DATES = st.builds(
    lambda day, length: day.isoformat()[:length],
    st.dates(min_value=date(2019, 1, 1), max_value=date(2022, 12, 31)),
    st.sampled_from([4, 7, 10]),
)
MOMENTS = st.one_of(
    PLAIN_DATES.map(parse_date),
    st.builds(
        lambda form, text: parse(f"{form}{text}", "date"),
        st.sampled_from(["", "after ", "before ", "about "]),
        PLAIN_DATES,
    ),
)


def moment(text: str) -> DateValue:
    value = parse(text, "date")
    assert isinstance(value, DateValue)
    return value


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("2021-01", "2021-01-10", True, id="day of the month"),
        pytest.param("2021-01", "2021-02", False, id="two months"),
        pytest.param("after 2021-01", "2021-01", False, id="after"),
        pytest.param("before 2021-02", "2021", True, id="before"),
    ],
)
def test_moments_are_the_same_when_they_overlap(one: str, other: str, same: bool) -> None:
    assert same_moment(moment(one), moment(other)) is same


def test_unknown_moment_is_the_same_as_every_other() -> None:
    assert same_moment(None, moment("2021"))
    assert same_moment(moment("2021"), None)
    assert same_moment(None, None)


@pytest.mark.parametrize(
    ("published", "when", "earlier"),
    [
        pytest.param("2021-01-31", "2021-02", True, id="day before the month"),
        pytest.param("2021-02-15", "2021-02", False, id="day in the month"),
        pytest.param("2021", "2021-02", False, id="year of the month"),
        pytest.param("2021-03", "2021-02", False, id="month after"),
        pytest.param("2021-02-28", "after 2021-02", True, id="before an open beginning"),
        pytest.param("2020", "before 2021", False, id="no beginning to come before"),
    ],
)
def test_source_is_earlier_only_when_published_wholly_before(
    published: str, when: str, earlier: bool
) -> None:
    assert wholly_before(parse_date(published), moment(when)) is earlier


def test_nothing_unknown_is_wholly_before() -> None:
    assert not wholly_before(None, moment("2021"))
    assert not wholly_before(parse_date("2021"), None)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("2021-01", "2021-02", "2021-02", id="later month"),
        pytest.param("2021", "2020-12-31", "2021", id="by beginning"),
        pytest.param("before 2030", "2021", "2021", id="without a beginning"),
        pytest.param("2021", "2021-01", "2021", id="same beginning"),
    ],
)
def test_later_moment_is_the_one_that_begins_later(one: str, other: str, expected: str) -> None:
    assert later(moment(one), moment(other)) == moment(expected)


def test_known_moment_is_later_than_an_unknown_one() -> None:
    known = PartialDate(2021, 2)

    assert later(known, None) == known
    assert later(None, known) == known
    assert later(None, None) is None


@given(MOMENTS, MOMENTS)
def test_moments_are_the_same_or_one_is_wholly_before(a: Moment, b: Moment) -> None:
    answers = [same_moment(a, b), wholly_before(a, b), wholly_before(b, a)]

    assert answers.count(True) == 1


@given(MOMENTS, MOMENTS, MOMENTS)
def test_being_before_the_later_one_is_being_before_either(a: Moment, b: Moment, c: Moment) -> None:
    assert wholly_before(a, later(b, c)) == (wholly_before(a, b) or wholly_before(a, c))
