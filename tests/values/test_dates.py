from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.values import DateValue, ValueMistake, parse, parse_date

DAYS = st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31))
PLAIN = st.builds(lambda day, length: day.isoformat()[:length], DAYS, st.sampled_from([4, 7, 10]))


def days(text: str) -> DateValue:
    value = parse(text, "date")
    assert isinstance(value, DateValue)
    return value


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        pytest.param("2021-01-10", "2021-01-10", "2021-01-10", id="day"),
        pytest.param("2021-01", "2021-01-01", "2021-01-31", id="month"),
        pytest.param("2021", "2021-01-01", "2021-12-31", id="year"),
        pytest.param("after 2021-01-06", "2021-01-07", None, id="after a day"),
        pytest.param("after 2021-01", "2021-02-01", None, id="after a month"),
        pytest.param("after 2021", "2022-01-01", None, id="after a year"),
        pytest.param("before 2021-02", None, "2021-01-31", id="before a month"),
        pytest.param("before 2021-02-01", None, "2021-01-31", id="before a day"),
        pytest.param("before 2021", None, "2020-12-31", id="before a year"),
        pytest.param(
            "from 2021-01-10 to 2021-02-15", "2021-01-10", "2021-02-15", id="range of days"
        ),
        pytest.param("from 2021-01 to 2021-02", "2021-01-01", "2021-02-28", id="range of months"),
        pytest.param("from 2021-02-20 to 2021-02", "2021-02-20", "2021-02-28", id="mixed range"),
        pytest.param("from 2020 to 2020", "2020-01-01", "2020-12-31", id="range of one year"),
        pytest.param("about 2021-03-01", "2021-02-28", "2021-03-02", id="about a day"),
        pytest.param("about 2021-01", "2020-12-01", "2021-02-28", id="about a month"),
        pytest.param("about 2021", "2020-01-01", "2022-12-31", id="about a year"),
        pytest.param("about 0001", "0001-01-01", "0002-12-31", id="about the first year"),
        pytest.param("about 9999-12", "9999-11-01", "9999-12-31", id="about the last month"),
    ],
)
def test_date_allows_what_its_form_says(text: str, lower: str | None, upper: str | None) -> None:
    value = days(text)

    assert value.lower == (None if lower is None else date.fromisoformat(lower))
    assert value.upper == (None if upper is None else date.fromisoformat(upper))


@pytest.mark.parametrize(
    ("text", "form", "stated"),
    [
        pytest.param("2021-01", "exact", ["2021-01"], id="exact"),
        pytest.param("after  2021-01", "after", ["2021-01"], id="after"),
        pytest.param("about 2021", "about", ["2021"], id="about"),
        pytest.param("from 2020 to 2021-02", "range", ["2020", "2021-02"], id="range"),
    ],
)
def test_date_keeps_its_form_and_the_dates_it_states(
    text: str, form: str, stated: list[str]
) -> None:
    value = days(text)

    assert value.typed == text
    assert value.form == form
    assert [str(part) for part in value.stated] == stated
    assert value.approximate == (form == "about")


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        pytest.param("", "`after 2021-01`", id="nothing"),
        pytest.param("hier", "`after 2021-01`", id="word"),
        pytest.param("2021-02-30", "`2021-02-28`", id="impossible day"),
        pytest.param("after 2021-02-30", "`2021-02-28`", id="after an impossible day"),
        pytest.param("over 2021", "`after 2021-01`", id="number's form"),
        pytest.param("2021-01-10 to 2021-02-15", "`from 2021-01-10", id="range without from"),
        pytest.param("from 2021-01-10", "`from 2021-01-10", id="range without end"),
        pytest.param("about from 2020 to 2021", "`from 2021-01-10", id="about a range"),
        pytest.param("After 2021", "`after 2021-01`", id="capital"),
        pytest.param("from 2021-02-15 to 2021-01-10", "earlier date first", id="reversed range"),
        pytest.param("from 2021-02 to 2021-01-31", "earlier date first", id="reversed by a day"),
        pytest.param("after 9999", "9999", id="after the end of the calendar"),
        pytest.param("before 0001-01", "0001", id="before the calendar"),
    ],
)
def test_text_that_is_no_date_is_refused_with_what_to_type(text: str, help_: str) -> None:
    with pytest.raises(ValueMistake) as caught:
        parse(text, "date")

    assert help_ in caught.value.help


@given(PLAIN)
def test_plain_value_is_every_day_of_its_date(text: str) -> None:
    value, plain = days(text), parse_date(text)

    assert (value.lower, value.upper) == (plain.first_day, plain.last_day)
    assert days(value.typed) == value


@given(PLAIN, DAYS)
def test_every_day_is_before_in_or_after_a_date(text: str, day: date) -> None:
    holders = [f"before {text}", text, f"after {text}"]

    holding = [holder for holder in holders if days(holder).contains(day)]

    assert len(holding) == 1


@given(PLAIN)
def test_about_a_date_contains_that_date_and_both_neighbours(text: str) -> None:
    about, plain = days(f"about {text}"), parse_date(text)

    assert about.contains(plain.first_day)
    assert about.overlaps(days(f"before {text}"))
    assert about.overlaps(days(f"after {text}"))


@given(PLAIN, PLAIN)
def test_range_runs_from_the_first_day_to_the_last(one: str, other: str) -> None:
    first, last = sorted((one, other))

    value = days(f"from {first} to {last}")

    assert value.lower == parse_date(first).first_day
    assert value.upper == parse_date(last).last_day
