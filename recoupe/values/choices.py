"""Choices: one of the values that a claim lists under `among`, or any of several.

Several choices are a set, not a sequence; the order in which they were typed is kept for showing.
"""

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from typing import ClassVar, Literal

from msgspec import Struct

from recoupe.values.mistakes import ValueMistake, echo


class ChoiceValue(Struct, frozen=True, tag=True):
    """The choices that a typed value allows; `typed` is a text, or a tuple where a list stood."""

    kind: ClassVar[Literal["choice"]] = "choice"

    typed: str | tuple[str, ...]
    allowed: frozenset[str]

    @property
    def stated(self) -> tuple[str, ...]:
        """The choices in the order in which they were typed, each once."""
        texts = (self.typed,) if isinstance(self.typed, str) else self.typed
        return tuple(dict.fromkeys(text.strip() for text in texts))

    def contains(self, choice: str) -> bool:
        """Whether `choice` is one of those that the value allows."""
        return choice in self.allowed

    def overlaps(self, other: "ChoiceValue") -> bool:
        """Whether the two have a choice in common."""
        return not self.allowed.isdisjoint(other.allowed)


def parse_choice(typed: str | Sequence[str], among: Collection[str] | None) -> ChoiceValue:
    """The choices that `typed` allows.

    Without `among` there is no list to hold them against, and any text is a choice. Raises
    `ValueMistake` for an unknown choice, an empty text and an empty list.
    """
    kept = typed if isinstance(typed, str) else tuple(typed)
    texts = (kept,) if isinstance(kept, str) else kept
    if not texts:
        raise ValueMistake("there is no choice in the list", help=_listed(among))
    return ChoiceValue(typed=kept, allowed=frozenset(_choice(text, among) for text in texts))


def _choice(text: str, among: Collection[str] | None) -> str:
    choice = text.strip()
    if not choice:
        raise ValueMistake("there is no choice", help=_listed(among))
    if among is not None and choice not in among:
        raise ValueMistake(f"{echo(choice)} is not among the choices", help=_meant(choice, among))
    return choice


def _meant(choice: str, among: Collection[str]) -> str:
    likely = get_close_matches(choice, among, n=1)
    return f"did you mean `{likely[0]}`? {_listed(among)}" if likely else _listed(among)


def _listed(among: Collection[str] | None) -> str:
    if among is None:
        return "write one choice, or a list of them"
    return f"write one of {', '.join(f'`{choice}`' for choice in among)}, or a list of them"
