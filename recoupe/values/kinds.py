"""The three kinds of values, and the one door through which a typed text becomes a value.

The kind is always given, never guessed from the text: `2021` is a number under one claim and a
year under another.
"""

from collections.abc import Collection, Sequence
from typing import Literal

from recoupe.values.choices import ChoiceValue, parse_choice
from recoupe.values.dates import DateValue, parse_date_value
from recoupe.values.mistakes import ValueMistake
from recoupe.values.numbers import NumberValue, parse_number

Kind = Literal["number", "date", "choice"]
Value = NumberValue | DateValue | ChoiceValue


def parse(text: str | Sequence[str], kind: Kind, among: Collection[str] | None = None) -> Value:
    """The value that `text` writes, as a set of what it allows.

    A choice may be a list of texts, any of which may be true, each of them one of `among`.
    Raises `ValueMistake`, a ValueError, where the text is no value of that kind.
    """
    if kind == "choice":
        return parse_choice(text, among)
    if kind not in {"number", "date"}:
        raise ValueError(f"`{kind}` is not a kind of value: number, date or choice")
    if not isinstance(text, str):
        raise ValueMistake(
            f"a {kind} is one text, not a {type(text).__name__}",
            help="write one value; only choices may be lists",
        )
    return parse_number(text) if kind == "number" else parse_date_value(text)
