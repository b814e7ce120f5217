"""What an interface has written of numbers, dates and values, remembered as long as it lives.

The same numbers and dates come back on page after page, and CLDR's patterns take their time. What
is remembered is bounded, and belongs to one interface: two languages never share a word.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, partial
from typing import TypeVar

from babel import Locale
from babel.support import NullTranslations

from recoupe.locale.dates import date_text, event_text, moment_text
from recoupe.locale.languages import text_direction
from recoupe.locale.ticks import DateStep, date_label, number_labels
from recoupe.locale.values import number_text, value_text
from recoupe.values import DateValue, NumberValue, PartialDate

_MOST = (
    4096  # texts of each kind, some 100 bytes each: more than come back within a few hundred pages
)

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Formats:
    """How one language writes what has few forms; each is what the function of its name gives.

    `number` takes a number as text, because `0` and `-0` are equal as numbers.
    """

    number: Callable[[str], str]
    numbers: Callable[[tuple[Decimal, ...]], tuple[str, ...]]
    value: Callable[[NumberValue | DateValue, str | None], str]
    date: Callable[[PartialDate], str]
    moment: Callable[[DateValue], str]
    event: Callable[[str, PartialDate], str]
    day: Callable[[datetime.date, DateStep], str]
    direction: Callable[[str], str]


def formats(locale: Locale, translations: NullTranslations) -> Formats:
    """The formats of one language, with nothing remembered yet."""
    return Formats(
        number=_remembered(lambda number: number_text(Decimal(number), locale)),
        numbers=_remembered(partial(number_labels, locale=locale)),
        value=_remembered(
            lambda value, unit: value_text(
                value, unit, {}, locale=locale, translations=translations
            )
        ),
        date=_remembered(partial(date_text, locale=locale)),
        moment=_remembered(partial(moment_text, locale=locale, translations=translations)),
        event=_remembered(partial(event_text, locale=locale, translations=translations)),
        day=_remembered(partial(date_label, locale=locale)),
        direction=_remembered(text_direction),
    )


def _remembered(function: Callable[..., Made]) -> Callable[..., Made]:
    return lru_cache(_MOST)(function)
