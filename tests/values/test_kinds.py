import pickle

import pytest

from recoupe.values import Kind, ValueMistake, parse

EACH_KIND = pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("about 20 000", "number", id="number"),
        pytest.param("about 2021-01", "date", id="date"),
        pytest.param("full", "choice", id="choice"),
    ],
)


@EACH_KIND
def test_value_knows_its_kind(text: str, kind: Kind) -> None:
    assert parse(text, kind).kind == kind


@EACH_KIND
def test_value_cannot_be_changed(text: str, kind: Kind) -> None:
    value = parse(text, kind)

    with pytest.raises(AttributeError):
        value.typed = "other"  # type: ignore[misc]


@EACH_KIND
def test_value_survives_the_way_to_another_process(text: str, kind: Kind) -> None:
    value = parse(text, kind)

    assert pickle.loads(pickle.dumps(value)) == value


@EACH_KIND
def test_same_text_makes_an_equal_value(text: str, kind: Kind) -> None:
    assert parse(text, kind) == parse(text, kind)
    assert hash(parse(text, kind)) == hash(parse(text, kind))


@pytest.mark.parametrize("kind", ["number", "date"])
def test_list_is_refused_where_only_choices_may_be_lists(kind: Kind) -> None:
    with pytest.raises(ValueMistake, match="is one text, not a list"):
        parse(["20", "30"], kind)


def test_unknown_kind_is_a_wrong_call() -> None:
    with pytest.raises(ValueError, match="`colour` is not a kind of value"):
        parse("red", "colour")  # type: ignore[arg-type]


def test_year_and_number_are_told_apart_by_kind_alone() -> None:
    assert parse("2021", "number") != parse("2021", "date")
