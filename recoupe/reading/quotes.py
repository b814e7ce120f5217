"""Quotes, from their shapes to the model."""

from collections.abc import Iterable

from recoupe.model import ExactQuote, PassageQuote, Quote
from recoupe.reading.fields import Fields
from recoupe.reading.nodes import MISSING, Typed
from recoupe.reading.shapes_quotes import ExactShape, PassageShape


def quotes(
    shapes: Iterable[Typed | ExactShape | PassageShape], fields: Fields
) -> tuple[Quote, ...]:
    """The quotes that are whole; whether they stand in their source is asked later."""
    return tuple(made for shape in shapes if (made := _quote(shape, fields)) is not None)


def _quote(shape: Typed | ExactShape | PassageShape, fields: Fields) -> Quote | None:
    if isinstance(shape, Typed):
        if shape.style == MISSING:
            return None
        return ExactQuote(fields.words(shape), fields.place(shape))
    if isinstance(shape, ExactShape):
        return _exact_quote(shape, fields)
    return _passage_quote(shape, fields)


def _exact_quote(shape: ExactShape, fields: Fields) -> ExactQuote | None:
    made = ExactQuote(
        exact=fields.words(shape.exact),
        place=fields.place(shape.exact),
        prefix=fields.some_words(shape.prefix) or "",
        suffix=fields.some_words(shape.suffix) or "",
        occurrence=fields.count(shape.occurrence),
        translation=fields.optional_text(shape.translation),
    )
    chosen = {
        "prefix": (shape.prefix, made.prefix),
        "suffix": (shape.suffix, made.suffix),
        "occurrence": (shape.occurrence, made.occurrence),
    }
    unreadable = any(typed is not None and not read for typed, read in chosen.values())
    return None if shape.exact.missing or unreadable else made


def _passage_quote(shape: PassageShape, fields: Fields) -> PassageQuote | None:
    made = PassageQuote(
        start=fields.words(shape.from_),
        end=fields.words(shape.to),
        place=fields.place(shape.from_),
        end_place=fields.place(shape.to),
        translation=fields.optional_text(shape.translation),
    )
    return None if shape.from_.missing or shape.to.missing else made
