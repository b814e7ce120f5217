"""Dates and moments in words, as precise as they are known: "du 10 janvier au 15 février 2021".

Words around a date change with its precision in French ("après le 6 janvier", "après janvier"), so
each has a text for days and one for months and years. English is CLDR's world English, whose dates
begin with the day, so that no reader has to know where the site is at home.
"""

import unicodedata

from babel import Locale
from babel.dates import format_date
from babel.support import NullTranslations

from recoupe.locale.messages import Message
from recoupe.values import DateValue, PartialDate

# CLDR date patterns, the same in French and in world English.
_WHOLE = {"day": "d MMMM y", "month": "MMMM y", "year": "y"}
_WITHOUT_YEAR = {"day": "d MMMM", "month": "MMMM"}

_DAY, _LONGER, _LONGER_VOWEL = "day", "month or year", "month or year that begins with a vowel"

_AFTER = {
    _DAY: Message("day", "after %(date)s"),
    _LONGER: Message("month or year", "after %(date)s"),
}
_BEFORE = {
    _DAY: Message("day", "before %(date)s"),
    _LONGER: Message("month or year", "before %(date)s"),
}
_ABOUT = {
    _DAY: Message("day", "around %(date)s"),
    _LONGER: Message("month or year", "around %(date)s"),
}
_FROM = {
    _DAY: Message("day", "from %(date)s"),
    _LONGER: Message("month or year", "from %(date)s"),
    _LONGER_VOWEL: Message("month or year that begins with a vowel", "from %(date)s"),
}
_TO = {
    _DAY: Message("day", "to %(date)s"),
    _LONGER: Message("month or year", "to %(date)s"),
}
_EVENT = {
    _DAY: Message("day", "%(event)s, %(date)s"),
    _LONGER: Message("month or year", "%(event)s, %(date)s"),
    _LONGER_VOWEL: Message("month or year that begins with a vowel", "%(event)s, %(date)s"),
}


def date_text(partial: PartialDate, locale: Locale) -> str:
    """The date with the parts that are known."""
    return _formatted(partial, _WHOLE[partial.precision], locale)


def moment_text(moment: DateValue, locale: Locale, translations: NullTranslations) -> str:
    """The days that `moment` allows, in words."""
    stated = moment.stated[0]
    match moment.form:
        case "exact":
            return date_text(stated, locale)
        case "range":
            return _range_text(moment, locale, translations)
        case "after":
            message = _AFTER[_length(stated)]
        case "before":
            message = _BEFORE[_length(stated)]
        case "about":
            message = _ABOUT[_length(stated)]
    return message.translated(translations) % {"date": date_text(stated, locale)}


def event_text(
    event: str, date: PartialDate, locale: Locale, translations: NullTranslations
) -> str:
    """What happened and when, as the head of a notice: "Correction du 22 novembre 2026"."""
    text = date_text(date, locale)
    message = _EVENT[_length_before(date, text)]
    return message.translated(translations) % {"event": event, "date": text}


def _range_text(moment: DateValue, locale: Locale, translations: NullTranslations) -> str:
    first, last = moment.stated
    if first == last:
        return date_text(first, locale)
    begin, end = _beginning(first, last, locale), date_text(last, locale)
    from_text = _FROM[_length_before(first, begin)].translated(translations) % {"date": begin}
    return f"{from_text} {_TO[_length(last)].translated(translations) % {'date': end}}"


def _beginning(first: PartialDate, last: PartialDate, locale: Locale) -> str:
    """The first date of a range, without what it shares with the last."""
    if first.year != last.year or first.precision == "year":
        return date_text(first, locale)
    if first.day and last.day and first.month == last.month:
        return _formatted(first, "d", locale)
    return _formatted(first, _WITHOUT_YEAR[first.precision], locale)


def _formatted(partial: PartialDate, pattern: str, locale: Locale) -> str:
    text = format_date(partial.first_day, pattern, locale=locale)
    return _ordinal(text) if partial.day == 1 and locale.language == "fr" else text


def _ordinal(text: str) -> str:
    """French gives the first of a month, and no other day, an ordinal; CLDR's dates have none."""
    return text.replace("1", "1er", 1)


def _length(partial: PartialDate) -> str:
    return _DAY if partial.precision == "day" else _LONGER


def _length_before(partial: PartialDate, text: str) -> str:
    """The length, where the word before `text` changes with its first letter, too."""
    length = _length(partial)
    return _LONGER_VOWEL if length == _LONGER and _begins_with_vowel(text) else length


def _begins_with_vowel(text: str) -> bool:
    return unicodedata.normalize("NFD", text)[0].lower() in "aeiouy"
