"""Which matches count: the rule that decides whether a quote stands in a text, and how often."""

from recoupe.anchoring.cuts import keeps_words
from recoupe.anchoring.matching import matches
from recoupe.text import Span, Text

__all__ = ["standing"]


def standing(text: str | Text, exact: str, *, prefix: str = "", suffix: str = "") -> list[Span]:
    """The spans that `locate` gives and that count: those that cut neither a word nor a number."""
    text = Text.of(text)
    return [
        text.span(start, end)
        for start, end in matches(text, exact, prefix=prefix, suffix=suffix)
        if keeps_words(text, start, end)
    ]
