"""In which order facts stand in lists: as a reader looks for them, whatever their files are called.

Claims follow the story: subject by subject in the editor's order, and in each by the time when the
thing happened. Their first words say little of them, so the alphabet only parts what is left equal.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from recoupe.model import Claim, Discrepancy, Source, Strength
from recoupe.values import DateValue, PartialDate

_MAYBE_MARKS = re.compile("[^\x00-\u02ff]+")  # below, no character is a combining mark
_TEXTS = 50_000  # that are not sorted anew for each page of a preview: ten megabytes or so
_STRENGTHS = (*Strength, None)  # an omission without a strength comes last


@lru_cache(_TEXTS)
def alphabetical(text: str) -> str:
    """`text` without case and accents, as a dictionary sorts it."""
    letters = unicodedata.normalize("NFD", text.casefold())
    return _MAYBE_MARKS.sub(_without_marks, letters)


def claim_order(claim: Claim, tags: Mapping[str, int]) -> tuple[object, ...]:
    """By first tag, the site's own first and no tag last; then by time; then by words.

    `tags` are the places of the site's own.
    """
    tag = claim.tags[0].id if claim.tags else ""
    place = tags.get(tag, len(tags))
    words = alphabetical(claim.statement)
    return (place, not tag, tag, *_by_time(claim.when), words, claim.id)


def discrepancy_order(discrepancy: Discrepancy) -> tuple[object, ...]:
    """Strongest first, then by title."""
    return _STRENGTHS.index(discrepancy.strength), alphabetical(discrepancy.title), discrepancy.id


def source_order(source: Source) -> tuple[object, ...]:
    """As they were published, those without a date last, then by outlet and title."""
    words = alphabetical(source.publisher or source.title)
    return source.published is None, (source.published or PartialDate(1)).order, words, source.id


def moment_order(moment: DateValue) -> tuple[tuple[int, int, int], date, date]:
    """By the date that is stated, a coarser one first; what ends before it comes before it."""
    return moment.stated[0].order, moment.lower or date.min, moment.upper or date.max


def _without_marks(letters: re.Match[str]) -> str:
    return "".join(letter for letter in letters[0] if not unicodedata.combining(letter))


def _by_time(moment: DateValue | None) -> tuple[object, ...]:
    return (1,) if moment is None else (0, *moment_order(moment))
