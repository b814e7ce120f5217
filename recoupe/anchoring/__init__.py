"""Quotes are found, never stored as numbers: words to spans, and spans to words.

Everything here is a pure function of a text (a `str`, or a `Text` folded once) and some words. Only
exact matches decide; likeness suggests.
"""

from recoupe.anchoring.cuts import whole
from recoupe.anchoring.likeness import Suggestion, suggest
from recoupe.anchoring.matching import locate
from recoupe.anchoring.search import occurrences
from recoupe.anchoring.standing import standing
from recoupe.anchoring.wordings import Wording, shortest_unique
from recoupe.text import Span

__all__ = [
    "Span",
    "Suggestion",
    "Wording",
    "locate",
    "occurrences",
    "shortest_unique",
    "standing",
    "suggest",
    "whole",
]
