"""What changed on the site between two states, as a comment in a pull request.

What is quoted comes from strangers: everything is escaped, so that no word of it mentions a person,
closes an issue, shows a picture or opens a tag. GitHub takes 65,536 characters of a comment; where
there is more, whole facts are left out at the end, and it is said how many.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from recoupe.terminal.changes import changes_summary, shortened
from recoupe.terminal.markdown_text import html_text, markdown_text

if TYPE_CHECKING:  # see `finds`
    from recoupe.reviewing import Change, FactChange, SiteChanges, State

_MOST_CHARACTERS = 60_000  # GitHub takes 65,536; the rest is for what a workflow puts around
_SIGNS = {"added": "➕", "gone": "➖", "changed": "✏️", "moved": "↪️"}
_KEPT_SHOWN = 60  # characters of kept words on either side of a change


def changes_markdown(changes: SiteChanges, older: State, newer: State) -> str:
    """The changes as a heading, a line that counts them, and a folded part for each fact."""
    head = f"### Facts\n\n{markdown_text(changes_summary(changes, older.name, newer.name))}\n"
    parts, room, left = [head], _MOST_CHARACTERS - len(head), 0
    for fact in changes.facts:
        part = "\n".join(_fact_lines(fact)) + "\n"
        if left or len(part) > room:
            left += 1
            continue
        parts.append(part)
        room -= len(part) + 1
    if left:
        parts.append(f"… and {left} more: `recoupe diff` shows all of them.\n")
    return "\n".join(parts)


def _fact_lines(fact: FactChange) -> Iterator[str]:
    fate = "" if fact.fate.value == "changed" else f" {fact.fate.value}"
    yield f"<details{' open' if fact.fate.value == 'changed' else ''}>"
    yield (
        f"<summary>{_SIGNS[fact.fate.value]} {fact.family} <b>{html_text(fact.id)}</b>{fate}: "
        f"{html_text(shortened(fact.title))}</summary>"
    )
    yield ""
    for one in sorted(fact.changes, key=lambda one: one.account):
        yield _change_line(one)
    yield ""
    yield "</details>"


def _change_line(change: Change) -> str:
    label = f"{change.label} moved" if change.moved else change.label
    whose = f"{markdown_text(change.account)}: " if change.account else ""
    line = f"- {_SIGNS[change.fate.value]} {whose}**{markdown_text(label)}** "
    if change.before is None or change.after is None or change.moved:
        return line + markdown_text(shortened(change.after or change.before or ""))
    return line + _comparison(change.before, change.after)


def _comparison(before: str, after: str) -> str:
    from recoupe.editing.comparisons import Fate, comparison  # noqa: PLC0415  see above

    shown = {
        Fate.KEPT: lambda words: markdown_text(_cut(words)),
        Fate.GONE: lambda words: f"<del>{markdown_text(shortened(words))}</del>",
        Fate.NEW: lambda words: f"<ins>{markdown_text(shortened(words))}</ins>",
    }
    pieces = comparison(before, after)
    if all(one.fate is Fate.KEPT for one in pieces):
        return "the same words, set otherwise"
    return " ".join(shown[one.fate](one.words) for one in pieces)


def _cut(words: str) -> str:
    if len(words) <= 2 * _KEPT_SHOWN:
        return words
    return f"{words[:_KEPT_SHOWN].rpartition(' ')[0]} … {words[-_KEPT_SHOWN:].partition(' ')[2]}"
