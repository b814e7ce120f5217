"""How a comparison of wordings is printed: by colour, or by signs."""

from recoupe.editing.comparisons import comparison
from recoupe.terminal.drifts import compared

LONG = " ".join(f"mot{number}" for number in range(60))


def test_signs_tell_what_is_gone_and_what_is_new() -> None:
    line = compared(comparison("bel est bien durable", "bel et bien durable"), marked=True)

    assert line.plain == "bel [-est-] {+et+} bien durable"


def test_colours_stand_in_place_of_signs() -> None:
    line = compared(comparison("bel est bien", "bel et bien"), marked=False)

    assert line.plain == "bel est et bien"
    assert [str(span.style) for span in line.spans if span.style] == [
        "red strike",
        "green underline",
    ]


def test_only_the_surroundings_of_a_change_are_shown() -> None:
    line = compared(comparison(f"{LONG} est {LONG}", f"{LONG} et {LONG}"), marked=True)

    assert line.plain.startswith("… ")
    assert line.plain.endswith(" …")
    assert "mot59 [-est-] {+et+} mot0" in line.plain
    assert len(line.plain) < 160


def test_words_from_strangers_cannot_move_the_cursor() -> None:
    line = compared(comparison("a \x1b[2Jb", "a c"), marked=True)

    assert "\x1b" not in line.plain
