from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.values import PartialDate, ValueMistake, parse_date

DAYS = st.dates()
PRECISIONS = st.sampled_from(["year", "month", "day"])


def partial(day: date, precision: str) -> PartialDate:
    return parse_date(day.isoformat()[: {"year": 4, "month": 7, "day": 10}[precision]])


@pytest.mark.parametrize(
    ("text", "expected", "first_day", "last_day"),
    [
        pytest.param("2021", PartialDate(2021), "2021-01-01", "2021-12-31", id="year"),
        pytest.param("2021-02", PartialDate(2021, 2), "2021-02-01", "2021-02-28", id="month"),
        pytest.param("2024-02", PartialDate(2024, 2), "2024-02-01", "2024-02-29", id="leap month"),
        pytest.param("2021-02-15", PartialDate(2021, 2, 15), "2021-02-15", "2021-02-15", id="day"),
    ],
)
def test_date_is_as_precise_as_it_is_typed(
    text: str, expected: PartialDate, first_day: str, last_day: str
) -> None:
    parsed = parse_date(text)

    assert parsed == expected
    assert parsed.first_day.isoformat() == first_day
    assert parsed.last_day.isoformat() == last_day


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        pytest.param("", "write it as", id="nothing"),
        pytest.param("hier", "write it as", id="word"),
        pytest.param("2021-2-5", "`2021-02-15`", id="one digit"),
        pytest.param("20210215", "`2021-02-15`", id="without hyphens"),
        pytest.param("15/02/2021", "`2021-02-15`", id="slashes"),
        pytest.param("2021-02-15T12:00", "`2021-02-15`", id="with a time"),
        pytest.param("about 2021", "`2021`", id="form of a value"),
        pytest.param("٢٠٢١", "`2021`", id="other digits"),
        pytest.param("2021-02-30", "`2021-02-28`", id="30 February"),
        pytest.param("2023-02-29", "`2023-02-28`", id="29 February of a common year"),
        pytest.param("2021-04-00", "`2021-04-30`", id="day 0"),
        pytest.param("2021-13", "`12`", id="month 13"),
        pytest.param("2021-00-10", "`12`", id="month 0"),
        pytest.param("0000", "`0001`", id="year 0"),
    ],
)
def test_text_that_is_no_date_is_refused_with_what_to_type(text: str, help_: str) -> None:
    with pytest.raises(ValueMistake) as caught:
        parse_date(text)

    assert help_ in caught.value.help


def test_date_with_a_day_but_no_month_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="needs a month"):
        PartialDate(2021, None, 5)


def test_month_nought_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2021, 0)


def test_dates_sort_by_first_day_and_coarser_first() -> None:
    texts = ["2021-02", "2021-01-01", "2022", "2021", "2021-01-31", "2021-01", "0999"]

    ordered = sorted(map(parse_date, texts))

    assert [str(day) for day in ordered] == sorted(texts)


@given(DAYS, PRECISIONS)
def test_date_reads_back_what_it_writes(day: date, precision: str) -> None:
    parsed = partial(day, precision)

    assert parsed.precision == precision
    assert parse_date(parsed.isoformat()) == parsed


@given(DAYS, PRECISIONS)
def test_day_lies_in_its_month_and_year(day: date, precision: str) -> None:
    parsed = partial(day, precision)

    assert parsed.first_day <= day <= parsed.last_day
