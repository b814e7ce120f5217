"""Numbers, dates and choices in words: "plus de 12 000 000 utilisateurs".

A number keeps every digit that the editor typed: rounding would say something that nobody has said.
"""

from collections.abc import Mapping
from decimal import Decimal, localcontext

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.support import NullTranslations

from recoupe.locale.dates import moment_text
from recoupe.locale.messages import Message
from recoupe.values import ChoiceValue, DateValue, NumberValue, Value

_MOST_DIGITS = 100  # a typed number has up to 40, and Babel computes with some more
_NO_BREAK_SPACE = "\u00a0"  # a symbol is never parted from its number
_SHORTEST_NOUN = 4  # letters; shorter units are symbols (km, min), longer ones may begin a line

_WORDED = {
    "over": Message("number", "more than %(number)s"),
    "under": Message("number", "less than %(number)s"),
    "at least": Message("number", "at least %(number)s"),
    "at most": Message("number", "at most %(number)s"),
    "about": Message("number", "about %(number)s"),
}
_RANGE = Message("number", "%(first)s to %(last)s")


def number_text(number: Decimal, locale: Locale) -> str:
    """The number with all its digits, in the groups and with the marks of `locale`."""
    with localcontext(prec=_MOST_DIGITS):  # the default of 28 would round a longer number
        return format_decimal(number, locale=locale, decimal_quantization=False)


def value_text(
    value: Value,
    unit: str | None,
    labels: Mapping[str, str],
    *,
    locale: Locale,
    translations: NullTranslations,
) -> str:
    """The value as a reader sees it: a number with its unit, a choice by its label."""
    if isinstance(value, DateValue):
        return moment_text(value, locale, translations)
    if isinstance(value, ChoiceValue):
        return format_list([labels.get(one, one) for one in value.stated], "or", locale)
    return _with_unit(_numbers_text(value, locale, translations), unit, locale)


def _numbers_text(value: NumberValue, locale: Locale, translations: NullTranslations) -> str:
    first, *rest = (number_text(number, locale) for number in value.stated)
    if rest:
        return _RANGE.translated(translations) % {"first": first, "last": rest[0]}
    if value.form == "exact":
        return first
    return _WORDED[value.form].translated(translations) % {"number": first}


def _with_unit(text: str, unit: str | None, locale: Locale) -> str:
    if not unit:
        return text
    touching = locale.language == "en" and not unit[0].isalpha()  # 5%, but 5 % in French
    if touching:
        return f"{text}{unit}"
    noun = len(unit) >= _SHORTEST_NOUN and unit[0].isalpha()
    return f"{text}{' ' if noun else _NO_BREAK_SPACE}{unit}"
