"""What changed on the site between two states, for a person at a terminal.

Facts first by a sign, as `terraform plan` does it: `+` added, `-` gone, `~` changed; below them
what they say otherwise, word by word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text as Styled

from recoupe.terminal.drifts import compared, marked, results_console
from recoupe.terminal.safe_text import safe_text

if TYPE_CHECKING:  # see `finds`
    from recoupe.reviewing import Change, FactChange, SiteChanges

SIGNS = {"added": "+", "gone": "-", "changed": "~", "moved": ">"}
_COLOURS = {"added": "green", "gone": "red", "changed": "yellow", "moved": "cyan"}
FAMILIES = ("claim", "verdict", "quote", "discrepancy", "source", "page")
_PLURALS = {"discrepancy": "discrepancies"}
_MOST_SHOWN = 400  # characters of a text that is wholly new or gone; its file has the rest


def show_changes(changes: SiteChanges) -> None:
    """Print all changes to standard output."""
    out = results_console()
    for fact in changes.facts:
        for line in _fact_lines(fact, marked=marked(out)):
            out.print(line)
        out.print()


def changes_summary(changes: SiteChanges, older: str, newer: str) -> str:
    """`2 claims added, 1 quote changed`, and between what; or that all is the same."""
    between = f"from {older} to {newer}"
    told = list(counted_changes(changes))
    if not told:
        same = "nothing changes on the site" if not changes.facts else "the site's own words change"
        return f"{same} {between}"
    return f"{', '.join(told)}; {between}"


def counted_changes(changes: SiteChanges) -> Iterator[str]:
    """How many of each there are, a phrase each."""
    for noun in FAMILIES:
        for fate, number in changes.counted(noun).items():
            plural = noun if number == 1 else _PLURALS.get(noun, f"{noun}s")
            yield f"{number} {plural} {fate.value}"


def shortened(text: str) -> str:
    """A text on one line, its end cut off where it is long."""
    line = " ".join(text.split())
    if len(line) <= _MOST_SHOWN:
        return line
    head = line[:_MOST_SHOWN].rpartition(" ")[0]
    return f"{head} … ({len(line[len(head) :].split())} more words)"


def _fact_lines(fact: FactChange, *, marked: bool) -> Iterator[Styled]:
    colour = _COLOURS[fact.fate.value]
    yield Styled.assemble(
        (f"{SIGNS[fact.fate.value]} {fact.family} {fact.id}", f"bold {colour}"),
        (f" {fact.fate.value}" if fact.fate.value != "changed" else ""),
        f": {safe_text(shortened(fact.title))}",
    )
    yield Styled(f"  {safe_text(fact.path)}", "dim")
    account = ""
    for one in sorted(fact.changes, key=lambda one: one.account):
        if one.account != account:
            account = one.account
            yield Styled(f"    {safe_text(account)}", "bold")
        yield _change_line(one, marked=marked)


def _change_line(change: Change, *, marked: bool) -> Styled:
    indent = "      " if change.account else "    "
    sign = SIGNS[change.fate.value]
    label = f"{change.label} moved" if change.moved else change.label
    line = Styled.assemble(indent, (f"{sign} {safe_text(label)}: ", _COLOURS[change.fate.value]))
    if change.before is None or change.after is None or change.moved:
        return line.append(safe_text(shortened(change.after or change.before or "")))
    return line.append_text(_comparison(change.before, change.after, marked=marked))


def _comparison(before: str, after: str, *, marked: bool) -> Styled:
    from recoupe.editing.comparisons import Fate, comparison  # noqa: PLC0415  see above

    pieces = comparison(before, after)
    if all(one.fate is Fate.KEPT for one in pieces):
        return Styled("the same words, set otherwise")
    return compared(pieces, marked=marked)
