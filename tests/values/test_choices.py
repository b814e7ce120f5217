import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.values import ChoiceValue, ValueMistake, parse

AMONG = {"full": "Pleinement", "part": "En partie", "none": "Pas du tout"}


def choices(typed: str | list[str]) -> ChoiceValue:
    value = parse(typed, "choice", AMONG)
    assert isinstance(value, ChoiceValue)
    return value


def test_single_choice_allows_itself() -> None:
    value = choices("full")

    assert value.typed == "full"
    assert value.stated == ("full",)
    assert value.contains("full")
    assert not value.contains("part")


def test_list_of_choices_allows_any_and_keeps_their_order() -> None:
    value = choices(["part", "full", "part"])

    assert value.typed == ("part", "full", "part")
    assert value.stated == ("part", "full")
    assert value.allowed == {"full", "part"}


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        pytest.param("ful", "`ful` is not among the choices; did you mean `full`?", id="misspelt"),
        pytest.param("x", "write one of `full`, `part`, `none`", id="unknown"),
        pytest.param(["full", "x"], "`x` is not among the choices", id="unknown in a list"),
        pytest.param("Pleinement", "`Pleinement` is not among", id="label in place of its value"),
        pytest.param("", "there is no choice", id="nothing"),
        pytest.param([], "there is no choice in the list", id="empty list"),
    ],
)
def test_text_that_is_no_choice_is_refused(typed: str | list[str], message: str) -> None:
    with pytest.raises(ValueMistake) as caught:
        parse(typed, "choice", AMONG)

    assert message in str(caught.value)


def test_without_a_list_any_text_is_a_choice() -> None:
    value = parse("n’importe quoi", "choice")

    assert value.typed == "n’importe quoi"


@given(st.lists(st.sampled_from(sorted(AMONG)), min_size=1))
def test_parsed_choices_read_back_the_same(typed: list[str]) -> None:
    value = choices(typed)

    assert choices(list(value.typed)) == value
    assert value.allowed == set(typed)
