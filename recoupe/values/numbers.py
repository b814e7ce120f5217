"""Numbers as sets: `20 000 000`, `over 12 000 000`, `about 5`, `300 to 500`.

A comma is refused, not guessed at: `1,500` is fifteen hundred to one editor and one and a half to
the next. Bounds are decimals, computed exactly; nothing here passes through a float.
"""

import re
from decimal import Context, Decimal
from functools import lru_cache
from typing import ClassVar, Literal, cast

from recoupe.values.intervals import Interval
from recoupe.values.mistakes import ValueMistake, echo

NumberForm = Literal["exact", "over", "under", "at least", "at most", "about", "range"]

_MOST_DIGITS = 40  # the world's wealth in cents has 17; more is a slip or an attack
_EXACT_DIGITS = 2 * _MOST_DIGITS  # room for every digit of a sum of a number and a tenth of it

_MOST_REMEMBERED = 4096  # texts; most accounts of a claim give one number
_NUMBER = r"[-−]?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_WORDED = re.compile(rf"(?:(over|under|at least|at most|about) )?({_NUMBER})")
_RANGE = re.compile(rf"({_NUMBER}) to ({_NUMBER})")

_FORMS = "write `20`, `over 20`, `under 20`, `at least 20`, `at most 20`, `about 20` or `20 to 30`"

# What editors are likely to have meant, the most telling sign first.
_SIGNS = tuple(
    (re.compile(sign, re.IGNORECASE), help_)
    for sign, help_ in (
        (r"\bnan\b|\binf(inity)?\b|∞", "a value is a finite number, as in `20 000 000`"),
        (r"[0-9],[0-9]", "write a point as decimal mark and spaces between thousands: `1 200.5`"),
        (r"[0-9]\.[0-9]+\.", "a point is the decimal mark; part thousands by spaces: `1 000 000`"),
        (r"[0-9]\.?e[-+]?[0-9]", "write all the digits, without an exponent: `20 000 000`"),
        (r"^from .* to ", "write a range of numbers without `from`: `300 to 500`"),
        (r"^(over|under|at|about) .* to ", "write a range alone, `300 to 500`, or one number"),
        (r"[0-9]\s*[^\W0-9_]", f"write digits only, the unit goes under `unit`; {_FORMS}"),
        (r"[0-9] ?[%‰€$£°]", "write the number alone, the unit goes under `unit`"),
        (r"[0-9] [0-9]", "spaces part groups of three digits: `20 000 000`"),
    )
)


class NumberValue(Interval[Decimal], frozen=True, tag=True):
    """The numbers that a typed value allows.

    `stated` are the numbers as they stand in the text: two for a range, else one. So `about 20`
    states 20 and allows 18 to 22.
    """

    kind: ClassVar[Literal["number"]] = "number"

    typed: str
    form: NumberForm
    stated: tuple[Decimal, ...]

    @property
    def approximate(self) -> bool:
        """Whether it was typed with `about`."""
        return self.form == "about"


@lru_cache(maxsize=_MOST_REMEMBERED)
def parse_number(text: str) -> NumberValue:
    """The numbers that `text` allows; `ValueMistake` where it is none of the forms."""
    line = " ".join(text.split())  # no-break and thin spaces are spaces too
    if worded := _WORDED.fullmatch(line):
        form = cast("NumberForm", worded[1] or "exact")
        return _one_number(text, form, _decimal(worded[2]))
    if ends := _RANGE.fullmatch(line):
        return _range(text, _decimal(ends[1]), _decimal(ends[2]))
    raise _mistake(line)


def _one_number(typed: str, form: NumberForm, number: Decimal) -> NumberValue:
    lower, upper = _ends(form, number)
    return NumberValue(
        lower=lower,
        upper=upper,
        lower_open=form == "over",
        upper_open=form == "under",
        typed=typed,
        form=form,
        stated=(number,),
    )


def _ends(form: NumberForm, number: Decimal) -> tuple[Decimal | None, Decimal | None]:
    match form:
        case "over" | "at least":
            return number, None
        case "under" | "at most":
            return None, number
        case "about":
            return _a_tenth_each_way(number)
        case _:
            return number, number


def _a_tenth_each_way(number: Decimal) -> tuple[Decimal, Decimal]:
    exact = Context(prec=_EXACT_DIGITS)
    tenth = number.copy_abs().scaleb(-1, exact)
    return exact.subtract(number, tenth), exact.add(number, tenth)


def _range(typed: str, lower: Decimal, upper: Decimal) -> NumberValue:
    if upper < lower:
        raise ValueMistake(
            f"the range {echo(typed)} ends before it begins",
            help="write the smaller number first, as in `300 to 500`",
        )
    return NumberValue(
        lower=lower,
        upper=upper,
        lower_open=False,
        upper_open=False,
        typed=typed,
        form="range",
        stated=(lower, upper),
    )


def _decimal(number: str) -> Decimal:
    digits = sum(character.isdigit() for character in number)
    if digits > _MOST_DIGITS:
        raise ValueMistake(
            f"{echo(number)} has {digits} digits",
            help=f"write at most {_MOST_DIGITS}, as in `20 000 000`",
        )
    return Decimal(number.replace(" ", "").replace("−", "-"))


def _mistake(line: str) -> ValueMistake:
    if not line:
        return ValueMistake("there is no number", help=_FORMS)
    help_ = next((help_ for sign, help_ in _SIGNS if sign.search(line)), _FORMS)
    return ValueMistake(f"{echo(line)} is not a number", help=help_)
