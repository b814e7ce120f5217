"""Numbers, dates and choices as sets of what they allow.

So "more than 12 million" and "20 million" agree, as they share a number, and only values that have
nothing in common conflict.
"""

from recoupe.values.choices import ChoiceValue
from recoupe.values.conflicts import agree, conflict, exact_tolerance, overlap
from recoupe.values.dates import DateForm, DateValue
from recoupe.values.kinds import Kind, Value, parse
from recoupe.values.mistakes import ValueMistake
from recoupe.values.moments import Moment, later, same_moment, wholly_before
from recoupe.values.numbers import NumberForm, NumberValue
from recoupe.values.partial_dates import PartialDate, Precision, parse_date

__all__ = [
    "ChoiceValue",
    "DateForm",
    "DateValue",
    "Kind",
    "Moment",
    "NumberForm",
    "NumberValue",
    "PartialDate",
    "Precision",
    "Value",
    "ValueMistake",
    "agree",
    "conflict",
    "exact_tolerance",
    "later",
    "overlap",
    "parse",
    "parse_date",
    "same_moment",
    "wholly_before",
]
