"""Matches that cut a word or a number do not count."""

import pytest

from recoupe.anchoring import locate, standing, whole


@pytest.mark.parametrize(
    ("raw", "exact", "expected"),
    [
        pytest.param("12 millions", "2 millions", False, id="last digit"),
        pytest.param("12 millions", "1", False, id="first digit"),
        pytest.param("12 millions", "12", True, id="all digits"),
        pytest.param("1,5 million", "5 million", False, id="behind a decimal comma"),
        pytest.param("1,5 million", "1", False, id="before a decimal comma"),
        pytest.param("1,5 million", "1,", False, id="up to a decimal comma"),
        pytest.param("1.5 million", "5", False, id="behind a decimal point"),
        pytest.param("20'000", "20", False, id="Swiss thousands"),
        pytest.param("20’000", "000", False, id="Swiss thousands, typographic"),
        pytest.param("20 000 membres", "20", False, id="before a space of thousands"),
        pytest.param("20\u202f000 membres", "000", False, id="behind a no-break space"),
        pytest.param("20 000 membres", "20 000", True, id="number with its thousands"),
        pytest.param("1 234 567", "234", False, id="middle group"),
        pytest.param("15 janvier 2021", "2021", True, id="year"),
        pytest.param("le 5 2021", "5", True, id="space before four digits"),
        pytest.param("le 5 20", "5", True, id="space before two digits"),
        pytest.param("le 5, 6", "5", True, id="comma and space"),
        pytest.param("en 2021.", "2021", True, id="full stop"),
        pytest.param("1..5", "5", True, id="two points"),
        pytest.param("12:30", "30", True, id="time"),
        pytest.param("10-01", "10", True, id="hyphen"),
        pytest.param("٢٠٬ ٢٥", "٢", False, id="Arabic digits"),
        pytest.param("GPT4", "GPT", True, id="letters before a digit"),
        pytest.param("légal, illégal", "légal", True, id="whole the first time"),
        pytest.param("illégal", "légal", False, id="end of a word"),
        pytest.param("utilisateurs", "utilisateur", False, id="start of a word"),
        pytest.param("l’application", "application", True, id="behind an elision"),
        pytest.param("peut-être", "être", True, id="behind a hyphen"),
        pytest.param("καλημέρα", "καλη", False, id="Greek"),
        pytest.param("москва", "моск", False, id="Cyrillic"),
        pytest.param("x\u0323\u0304y", "y", False, id="behind a letter with marks"),
        pytest.param("والكتاب", "كتاب", True, id="Arabic"),
        pytest.param("הבית", "בית", True, id="Hebrew"),
        pytest.param("我在北京工作", "北京", True, id="Chinese"),
        pytest.param("Parler公司", "Parler", True, id="Latin beside Chinese"),
        pytest.param("東京5人", "5", True, id="digit in Japanese"),
        pytest.param("15人", "5人", False, id="number in Japanese"),
        pytest.param("foo_bar", "foo", True, id="underscore"),
    ],
)
def test_words_and_numbers_stay_whole(raw: str, exact: str, *, expected: bool) -> None:
    first = locate(raw, exact)[0]

    assert whole(raw, first) is expected


def test_only_whole_matches_stand() -> None:
    raw = "12 millions, puis 2 millions"

    spans = standing(raw, "2 millions")

    assert [span.start for span in spans] == [18]
