"""What became of cited words, for a person: what is gone, what is new, what may be written.

On a terminal with colours the two are told by colour and a line; elsewhere by the signs that git's
word diff has made known, `[-gone-]` and `{+new+}`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text as Styled

from recoupe.diagnostics import Place
from recoupe.terminal.safe_text import safe_text

if TYPE_CHECKING:  # see `finds`
    from recoupe.editing.comparisons import Piece
    from recoupe.editing.drift import Drift, SourceDrift
    from recoupe.editing.mended import Mended
    from recoupe.editing.pins import Pinned

_PIPED_COLUMNS = 120  # as for reports
_STYLES = {"gone": "red strike", "new": "green underline", "kept": ""}
_SIGNS = {"gone": ("[-", "-]"), "new": ("{+", "+}"), "kept": ("", "")}
_KEPT_SHOWN = 60  # characters of kept words on either side of a change; the rest tells nothing
_STATES = ("stands", "moved", "changed", "gone", "speaks")
_COUNTED = {
    "stands": "stand as they did",
    "moved": "moved",
    "changed": "changed",
    "gone": "gone",
    "speaks": "no silence any more",
}


def show_drifts(found: Sequence[tuple[SourceDrift, Sequence[tuple[Drift, Mended | None]]]]) -> None:
    """Print what became of each source, and of each citation that does not stand as it did."""
    out = results_console()
    for source, drifts in found:
        for line in _source_lines(source):
            out.print(line)
        for drift, mended in drifts:
            for line in _drift_lines(drift, mended, marked=marked(out)):
                out.print(line)
        out.print()


def pin_lines(found: Iterable[Pinned]) -> str:
    """What was done about the pin of each source, a line each."""
    return "\n".join(
        f"{one.source.record.place.path}: `sha256` "
        + (f"left as it is: {one.reason}" if one.reason else one.state.value)
        for one in found
    )


def compared(pieces: Sequence[Piece], *, marked: bool) -> Styled:
    """A comparison on one line, with signs where `marked`, long kept stretches cut short."""
    line = Styled()
    for number, piece in enumerate(pieces):
        words = safe_text(piece.words)
        if piece.fate.value == "kept":
            words = _cut(words, first=number == 0, last=number == len(pieces) - 1)
        opening, closing = _SIGNS[piece.fate.value] if marked else ("", "")
        line.append(" " if number else "")
        line.append(f"{opening}{words}{closing}", _STYLES[piece.fate.value])
    return line


def results_console() -> Console:
    """Standard output as rich writes to it: no guessing at mark-up, no folding of lines."""
    made = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
    if not made.is_terminal:
        made.width = _PIPED_COLUMNS
    return made


def marked(console: Console) -> bool:
    """Whether changes need signs: where there are no colours, and where nobody may see them."""
    return console.no_color or not console.is_terminal


def _source_lines(source: SourceDrift) -> Iterator[Styled]:
    path = source.source.record.place.path
    if not source.changed:
        yield Styled.assemble((safe_text(path), "bold"), ": cited with words that are not there")
        return
    file = safe_text(f"seeds/{source.source.file}")
    yield Styled.assemble((safe_text(path), "bold"), f": {file} is not the text that was checked")
    counts = Counter(one.told.value for one in source.drifts)
    told = [f"{counts[state]} {_COUNTED[state]}" for state in _STATES if counts[state]]
    yield Styled(f"   what is cited of it: {', '.join(told) or 'nothing'}")
    if source.earlier is None:
        yield Styled(
            "   the text that was checked is not known: neither git nor the published site has it"
        )
    else:
        yield Styled(f"   the text that was checked is known from {source.earlier.origin}")


def _drift_lines(drift: Drift, mended: Mended | None, *, marked: bool) -> Iterator[Styled]:
    from recoupe.editing.comparisons import comparison  # noqa: PLC0415  see above

    yield Styled()
    yield Styled.assemble((_at(drift.citation.quote.place), "bold"), ": ", *_verdict(drift))
    if drift.before and drift.after:
        yield Styled("      ").append_text(
            compared(comparison(drift.before, drift.after), marked=marked)
        )
    elif drift.before:
        yield Styled(f"      {safe_text(_cut(' '.join(drift.before.split())))}")
    if drift.then is not None and drift.now is not None:
        yield Styled(f"   then {_at(drift.then)}, now {_at(drift.now)}", "dim")
    elif drift.now is not None:
        yield Styled(f"   now {_at(drift.now)}", "dim")
    elif drift.then is not None:
        yield Styled(f"   then {_at(drift.then)}", "dim")
    for doubt in drift.doubts:
        yield Styled.assemble("   ", ("? ", "bold yellow"), safe_text(doubt))
    if mended is not None:
        label = "if it is right, type: " if drift.doubts else "write: "
        yield Styled.assemble("   ", (label, "bold cyan"), safe_text(mended.shown))
    if drift.doubts and (mended is not None or drift.proved):
        at = safe_text(f"{drift.citation.path}:{drift.citation.quote.place.line}")
        do = "or take" if mended is not None else "if it is right, take"
        yield Styled(f"   {do} it with `--write --accept {at}`", "dim")


def _verdict(drift: Drift) -> Iterator[str | tuple[str, str]]:
    """What became of it in a few words, with how sure that is."""
    kind = _NOUNS[drift.citation.kind.value]
    alike = min((one.likeness for one in drift.passages), default=1.0)
    share = f", {int(100 * alike)}% alike" if drift.passages else ""
    if drift.state.value == "speaks":
        yield from (f"{kind}: ", ("no silence any more", "bold red"))
    elif drift.state.value == "gone":
        yield from (f"{kind}: ", ("gone", "bold red"), ", nothing there is like it")
    elif drift.meaning_doubted:
        yield from (f"{kind}: ", ("changed in meaning?", "bold red"), share)
    elif drift.state.value == "changed" and drift.doubts:
        yield from (f"{kind}: ", ("changed, for you to decide", "bold red"), share)
    elif drift.state.value == "changed":
        yield from (f"{kind}: ", ("changed", "bold yellow"), f"{share}, clearly the same passage")
    else:
        yield from (f"{kind}: ", (drift.state.value, "bold green"), ", still proved")


_NOUNS = {
    "quote": "quote",
    "link": "words of a link",
    "searched": "searched words",
    "from": "beginning of the body",
    "to": "end of the body",
}


def _cut(words: str, *, first: bool = False, last: bool = False) -> str:
    """Kept words without their far part: the beginning's, the end's, or the middle's."""
    room = _KEPT_SHOWN
    if len(words) <= 2 * room:
        return words
    head, tail = words[:room].rpartition(" ")[0], words[-room:].partition(" ")[2]
    if first:
        return f"… {tail}"
    return f"{head} …" if last else f"{head} … {tail}"


def _at(place: Place) -> str:
    return f"{safe_text(place.path)}:{place.line}:{place.column}"
