"""Labels of an axis: short, and never rounded, as a label that is not true misleads the eye.

Millions and milliards are abbreviated as CLDR does ("15 M", "2 Md") where that is exact: the words
themselves would leave room for two labels on a phone. Days and months stand without their year,
which the axis writes once below them.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_compact_decimal

from recoupe.locale.dates import date_text
from recoupe.locale.values import number_text
from recoupe.values import PartialDate

DateStep = Literal["day", "month", "year"]

_MILLION = 1_000_000  # smaller numbers are shortest in digits
_LARGEST = Decimal(10) ** 12  # a French billion is an English trillion: nobody reads its letters
_TENTHS = 1  # decimals beside a letter: 12.5 M is read at a glance, 12.345 M is not

_DAY_PATTERN, _MONTH_PATTERN = "d MMM", "MMM"  # CLDR, the same in French and in world English


def number_labels(numbers: Sequence[Decimal], locale: Locale) -> tuple[str, ...]:
    """The numbers, all abbreviated or all in digits, each exact."""
    if all(_is_short(number) for number in numbers):
        return tuple(_abbreviated(number, locale) for number in numbers)
    return tuple(number_text(number, locale) for number in numbers)


def date_label(day: date, step: DateStep, locale: Locale) -> str:
    """The day as it stands on an axis that goes by `step`; of years, the year."""
    if step == "year":
        return date_text(PartialDate(day.year), locale)
    text = format_date(day, _DAY_PATTERN if step == "day" else _MONTH_PATTERN, locale=locale)
    first_in_french = step == "day" and day.day == 1 and locale.language == "fr"
    return text.replace("1", "1er", 1) if first_in_french else text


def _is_short(number: Decimal) -> bool:
    size = abs(number)
    if size < _MILLION:
        return size == size.to_integral_value()
    thousands = (size.adjusted() // 3) * 3
    shown = size.scaleb(_TENTHS - thousands)
    return size < _LARGEST and shown == shown.to_integral_value()


def _abbreviated(number: Decimal, locale: Locale) -> str:
    if abs(number) < _MILLION:
        return number_text(number, locale)
    return format_compact_decimal(number, locale=locale, fraction_digits=_TENTHS)
