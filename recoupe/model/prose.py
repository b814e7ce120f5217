"""Texts that an editor writes, and the names by which fact files refer to each other."""

from dataclasses import dataclass

from recoupe.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown as typed.

    `place` is where the text begins. `literal` is true where its lines are the file's own lines
    (a `|` block, a Markdown file): then line n of the text stands n-1 lines below `place`, and a
    mistake in it is reported at its line; otherwise at `place`.
    """

    text: str
    place: Place
    literal: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A slug that names another fact, where it was written."""

    id: str
    place: Place
