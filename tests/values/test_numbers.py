import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.values import NumberValue, ValueMistake, parse

SPACES = st.sampled_from([" ", "\u00a0", "\u202f", "\u2009"])
WHOLE = st.integers(min_value=-(10**18), max_value=10**18)


def number(text: str) -> NumberValue:
    value = parse(text, "number")
    assert isinstance(value, NumberValue)
    return value


@pytest.mark.parametrize(
    ("text", "lower", "upper", "lower_open", "upper_open"),
    [
        pytest.param("20 000 000", "20000000", "20000000", False, False, id="exact"),
        pytest.param("1.5", "1.5", "1.5", False, False, id="decimal"),
        pytest.param("010", "10", "10", False, False, id="leading zero"),
        pytest.param("-5", "-5", "-5", False, False, id="negative"),
        pytest.param("−5", "-5", "-5", False, False, id="minus sign"),
        pytest.param("over 12 000 000", "12000000", None, True, False, id="over"),
        pytest.param("over 12000000", "12000000", None, True, False, id="over, ungrouped"),
        pytest.param("under 5", None, "5", False, True, id="under"),
        pytest.param("at least 5", "5", None, False, False, id="at least"),
        pytest.param("at most 5", None, "5", False, False, id="at most"),
        pytest.param("about 5", "4.5", "5.5", False, False, id="about"),
        pytest.param("about -5", "-5.5", "-4.5", False, False, id="about a negative"),
        pytest.param("about 0", "0", "0", False, False, id="about nothing"),
        pytest.param("300 to 500", "300", "500", False, False, id="range"),
        pytest.param("-5 to -3", "-5", "-3", False, False, id="negative range"),
        pytest.param("5 to 5", "5", "5", False, False, id="range of one"),
    ],
)
def test_number_allows_what_its_form_says(
    text: str, lower: str | None, upper: str | None, lower_open: bool, upper_open: bool
) -> None:
    value = number(text)

    assert value.lower == (None if lower is None else Decimal(lower))
    assert value.upper == (None if upper is None else Decimal(upper))
    assert (value.lower_open, value.upper_open) == (lower_open, upper_open)


@pytest.mark.parametrize(
    ("text", "form", "stated"),
    [
        pytest.param("20 000", "exact", ["20000"], id="exact"),
        pytest.param("at  most 1.50", "at most", ["1.50"], id="at most"),
        pytest.param("about 20 000", "about", ["20000"], id="about"),
        pytest.param("300 to 500", "range", ["300", "500"], id="range"),
    ],
)
def test_number_keeps_its_form_and_the_numbers_it_states(
    text: str, form: str, stated: list[str]
) -> None:
    value = number(text)

    assert value.typed == text
    assert value.form == form
    assert [str(part) for part in value.stated] == stated
    assert value.approximate == (form == "about")


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        pytest.param("", "write `20`", id="nothing"),
        pytest.param("beaucoup", "write `20`", id="word"),
        pytest.param("nan", "finite", id="not a number"),
        pytest.param("inf", "finite", id="infinity"),
        pytest.param("-Infinity", "finite", id="negative infinity"),
        pytest.param("∞", "finite", id="infinity sign"),
        pytest.param("1,5", "point as decimal mark", id="decimal comma"),
        pytest.param("12,000,000", "spaces between thousands", id="thousands commas"),
        pytest.param("12.000.000", "decimal mark", id="thousands points"),
        pytest.param("1e6", "exponent", id="exponent"),
        pytest.param("2.5E+3", "exponent", id="upper-case exponent"),
        pytest.param("20 millions", "`unit`", id="million in letters"),
        pytest.param("5 %", "`unit`", id="per cent"),
        pytest.param("20 00 000", "groups of three", id="odd groups"),
        pytest.param("1 2", "groups of three", id="two numbers"),
        pytest.param("from 300 to 500", "without `from`", id="range like a date's"),
        pytest.param("about 300 to 500", "range alone", id="about a range"),
        pytest.param("Over 5", "over 20", id="capital"),
        pytest.param("1_000", "write `20`", id="underscore"),
        pytest.param("٢٠", "write `20`", id="other digits"),
        pytest.param("5.", "write `20`", id="nothing after the point"),
        pytest.param("--5", "write `20`", id="two signs"),
        pytest.param("300 to", "write", id="range without end"),
        pytest.param("500 to 300", "smaller number first", id="range that ends before it begins"),
        pytest.param("-3 to -5", "smaller number first", id="negative range, reversed"),
        pytest.param("9" * 41, "at most 40", id="too many digits"),
        pytest.param("0." + "0" * 40, "at most 40", id="too many decimals"),
    ],
)
def test_text_that_is_no_number_is_refused_with_what_to_type(text: str, help_: str) -> None:
    with pytest.raises(ValueMistake) as caught:
        parse(text, "number")

    assert help_ in caught.value.help
    assert caught.value.message[0] in "`abcdefghijklmnopqrstuvwxyz"
    assert str(caught.value) == f"{caught.value.message}; {caught.value.help}"


def test_runaway_text_is_cut_in_the_message() -> None:
    with pytest.raises(ValueMistake) as caught:
        parse("9" * 100_000, "number")

    assert "100000 digits" in caught.value.message
    assert len(caught.value.message) < 120


def test_about_a_number_of_forty_digits_is_exact() -> None:
    value = number("about " + "9" * 40)

    assert value.upper == Decimal("1" + "0" + "9" * 38 + "8.9")


@given(WHOLE, SPACES)
def test_grouped_number_is_the_number(whole: int, space: str) -> None:
    value = number(f"{whole:,}".replace(",", space))

    assert value.lower == value.upper == whole


@given(st.text(alphabet="0123456789 .-toabuver", max_size=20))
def test_every_text_is_a_number_or_a_mistake(text: str) -> None:
    try:
        value = number(text)
    except ValueMistake:
        return

    assert re.search("[0-9]", text)
    assert number(value.typed) == value


@given(WHOLE, WHOLE)
def test_range_contains_its_ends_and_nothing_beyond(one: int, other: int) -> None:
    low, high = sorted((one, other))

    value = number(f"{low} to {high}")

    assert value.contains(Decimal(low))
    assert value.contains(Decimal(high))
    assert not value.contains(Decimal(low - 1))
    assert not value.contains(Decimal(high + 1))


@given(WHOLE, WHOLE)
def test_every_number_is_over_or_at_most_another(one: int, other: int) -> None:
    point = Decimal(other)

    assert number(f"over {one}").contains(point) != number(f"at most {one}").contains(point)
    assert number(f"under {one}").contains(point) != number(f"at least {one}").contains(point)
