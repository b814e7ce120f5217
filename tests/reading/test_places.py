"""Offsets to lines and columns, as an editor counts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.reading.lines import located_text

TEXTS = st.text(st.sampled_from("ab\r\n\x85\u2028é"))


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        pytest.param("ab", 1, 1, 2, id="first line"),
        pytest.param("a\nb", 2, 2, 1, id="line feed"),
        pytest.param("a\r\nb", 3, 2, 1, id="carriage return and line feed"),
        pytest.param("a\rb", 2, 2, 1, id="carriage return"),
        pytest.param("a\u2028b\x85c", 4, 1, 5, id="no line for an editor"),
        pytest.param("a\n", 2, 2, 1, id="end of the file"),
    ],
)
def test_place_is_where_an_editor_shows_it(text: str, offset: int, line: int, column: int) -> None:
    place = located_text("a.yaml", text).place(offset)

    assert (place.line, place.column) == (line, column)


@given(TEXTS)
def test_every_offset_stands_where_its_line_says(text: str) -> None:
    located = located_text("a.yaml", text)

    for offset, character in enumerate(text):
        if character not in "\r\n":
            place = located.place(offset)
            assert place.shown[place.column - 1] == character


@given(TEXTS, st.integers(0, 5), st.integers(0, 50))
def test_underline_stays_on_its_line(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    place = located_text("a.yaml", text).place(start, start + length)

    assert place.width >= 1
    assert place.column - 1 + place.width <= max(len(place.shown), place.column)
