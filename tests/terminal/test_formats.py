"""A diagnostic as people, pull requests and programs read it."""

import json

import pytest

from recoupe.diagnostics import Diagnostic, Place, Related, Report, Severity
from recoupe.terminal.github_format import github_line
from recoupe.terminal.json_format import json_text
from recoupe.terminal.safe_text import safe_text
from recoupe.terminal.text_format import text_lines
from recoupe.terminal.windows import window

PLACE = Place("facts/claims/x.yaml", 14, 11, 15, "        - le mois dernier")
AMBIGUOUS = Diagnostic(
    "quote-ambiguous",
    Severity.ERROR,
    PLACE,
    "these words stand 2 times",
    "write it\nwith neighbours",
    (Related(Place("seeds/a.txt", 1, 4534), "… dans une requête …"),),
)


def printed(diagnostic: Diagnostic, columns: int = 100) -> list[str]:
    return [line.plain for line in text_lines(diagnostic, columns)]


def test_text_shows_place_line_mark_other_places_and_help() -> None:
    assert printed(AMBIGUOUS) == [
        "facts/claims/x.yaml:14:11: error[quote-ambiguous] these words stand 2 times",
        "   14 |         - le mois dernier",
        "      |           ^^^^^^^^^^^^^^^",
        "   seeds/a.txt:1:4534: … dans une requête …",
        "   help: write it",
        "         with neighbours",
    ]


def test_mark_stands_under_wide_characters_as_a_terminal_shows_them() -> None:
    place = Place("x.yaml", 1, 3, 2, "漢字漢字")
    lines = printed(Diagnostic("quote-absent", Severity.ERROR, place, "absent"))

    assert lines[2].partition("| ")[2] == "    ^^^^"


def test_escape_sequence_of_a_fact_file_does_not_reach_the_terminal() -> None:
    place = Place("x.yaml", 1, 1, 1, "- \x1b[31mred\u202e")
    lines = printed(Diagnostic("quote-absent", Severity.ERROR, place, "found `\x1b]0;title\x07`"))

    assert not any(character in line for line in lines for character in "\x1b\x07\u202e")


@pytest.mark.parametrize(
    ("line", "column", "width", "expected", "marked"),
    [
        pytest.param("short", 2, 3, "short", "hor", id="short line whole"),
        pytest.param("a" * 90 + "WORD" + "b" * 90, 91, 4, None, "WORD", id="middle of a long line"),
        pytest.param("WORD" + "b" * 200, 1, 4, None, "WORD", id="start of a long line"),
        pytest.param("b" * 200 + "WORD", 201, 4, None, "WORD", id="end of a long line"),
    ],
)
def test_window_holds_the_marked_words_within_its_room(
    line: str, column: int, width: int, expected: str | None, marked: str
) -> None:
    shown = window(line, column, width, 60)

    assert len(shown.text) <= 60
    assert shown.text[shown.offset : shown.offset + shown.width] == marked
    assert expected is None or shown.text == expected


def test_github_annotation_escapes_what_its_syntax_uses() -> None:
    place = Place("facts/a,b:c.yaml", 2, 3, 4)
    line = github_line(
        Diagnostic("key-unknown", Severity.WARNING, place, "100 %\nsecond", "type x")
    )

    assert line == (
        "::warning file=facts/a%2Cb%3Ac.yaml,line=2,col=3,endColumn=7,title=key-unknown"
        "::100 %25%0Asecond%0Ahelp: type x"
    )


def test_json_has_counts_and_a_row_for_each_diagnostic() -> None:
    report = Report()
    report.add("quote-absent", PLACE, "absent")
    report.add("source-unused", PLACE, "unused", help="use it")

    content = json.loads(json_text(report))

    assert (content["errors"], content["warnings"]) == (1, 1)
    assert [row["code"] for row in content["diagnostics"]] == ["quote-absent", "source-unused"]
    assert content["diagnostics"][0]["line"] == 14
    assert content["diagnostics"][0]["help"] is None


def test_safe_text_keeps_letters_of_every_script() -> None:
    assert safe_text("é ’ « » 漢 ע\tx") == "é ’ « » 漢 ע x"
