"""A diagnostic for a person: place, code, message, the line, the other places, the help."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.text import Text as Styled

from recoupe.diagnostics import Diagnostic, Place, Severity
from recoupe.terminal.safe_text import safe_text
from recoupe.terminal.windows import window

_COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


def text_lines(diagnostic: Diagnostic, columns: int) -> Iterator[Styled]:
    """The lines of `diagnostic`, none of which rich may wrap; `columns` is the terminal's width."""
    colour = _COLOURS[diagnostic.severity]
    yield Styled.assemble(
        (_position(diagnostic.place), "bold"),
        ": ",
        (f"{diagnostic.severity}[{diagnostic.code}]", colour),
        f" {safe_text(diagnostic.message)}",
    )
    yield from _source_lines(diagnostic.place, colour, columns)
    for related in diagnostic.related:
        note = safe_text(related.note)
        yield Styled.assemble("   ", (_position(related.place), "dim"), f": {note}")
    yield from _help_lines(diagnostic.help)


def _position(place: Place) -> str:
    return f"{safe_text(place.path)}:{place.line}:{place.column}"


def _source_lines(place: Place, colour: str, columns: int) -> Iterator[Styled]:
    if not place.shown.strip():
        return
    number = f"{place.line:>5}"
    shown = window(place.shown, place.column, place.width, max(columns - len(number) - 3, 40))
    text = safe_text(shown.text)
    indent = cell_len(text[: shown.offset])
    underlined = max(1, cell_len(text[shown.offset : shown.offset + shown.width]))
    yield Styled.assemble((f"{number} | ", "dim"), text)
    yield Styled.assemble((f"{'':>5} | ", "dim"), " " * indent, ("^" * underlined, colour))


def _help_lines(help: str) -> Iterator[Styled]:
    for number, line in enumerate(help.splitlines()):
        label = "help: " if number == 0 else "      "
        yield Styled.assemble("   ", (label, "bold cyan"), safe_text(line))
