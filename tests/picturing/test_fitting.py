"""A text is set as large as its box allows, and never beyond it."""

from hypothesis import given
from hypothesis import strategies as st

from recoupe.picturing.fitting import ELLIPSIS, Box, fitted

BOX = Box(100, ((20, 2), (10, 4)))


def measure(text: str, size: int) -> float:
    """Every character is half as wide as it is high."""
    return len(text) * size / 2


def test_short_text_is_set_in_the_largest_size() -> None:
    setting = fitted("deux mots", BOX, measure)

    assert (setting.size, setting.lines) == (20, ("deux mots",))


def test_size_falls_until_the_lines_are_few_enough() -> None:
    setting = fitted("quatre mots bien longs", BOX, measure)

    assert setting.size == 10


def test_lines_are_of_about_one_length() -> None:
    setting = fitted("aaaa bbbb cccc dddd eee f", Box(100, ((10, 4),)), measure)

    assert setting.lines == ("aaaa bbbb cccc", "dddd eee f")


def test_size_falls_rather_than_breaking_a_word() -> None:
    setting = fitted("interminable", BOX, measure)

    assert (setting.size, setting.lines) == (10, ("interminable",))


def test_word_longer_than_any_line_is_broken() -> None:
    setting = fitted("a" * 30, BOX, measure)

    assert setting.lines == ("a" * 20, "a" * 10)


def test_what_is_too_much_is_left_out_with_an_ellipsis_after_a_whole_word() -> None:
    setting = fitted(" ".join(["mot"] * 50), BOX, measure)

    assert len(setting.lines) == 4
    assert setting.lines[-1] == f"mot mot mot mot mot{ELLIPSIS}"


@given(st.lists(st.text("abcé’", min_size=1, max_size=40), min_size=1, max_size=40))
def test_no_line_leaves_its_box_and_no_word_is_lost_without_a_sign(words: list[str]) -> None:
    setting = fitted(" ".join(words), BOX, measure)

    most = dict(BOX.sizes)[setting.size]
    assert 1 <= len(setting.lines) <= most
    assert all(measure(line, setting.size) <= BOX.width for line in setting.lines)
    whole = "".join(setting.lines).replace(" ", "") == "".join(words)
    assert whole or setting.lines[-1].endswith(ELLIPSIS)
