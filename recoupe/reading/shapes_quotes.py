"""A quote as it stands in a claim: words alone, words with neighbours, or a long passage."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from recoupe.reading.likely_words import likely_word
from recoupe.reading.nodes import Empty, Table
from recoupe.reading.shape_texts import TEXT_TAG, Count, Shape, Text, Words

EXACT_TAG, PASSAGE_TAG = "(exact)", "(passage)"

_Translation = Annotated[
    Text | None,
    Field(
        description="A translation into the site's language, shown beside the source's words.",
        examples=["last month"],
    ),
]


class ExactShape(Shape):
    """The words, and as many neighbours as it takes to find them once."""

    exact: Annotated[
        Words,
        Field(
            description="The words, copied from the source; what is published is the source's "
            "own characters.",
            examples=["le mois dernier"],
        ),
    ]
    prefix: Annotated[
        Words | None,
        Field(description="The words right before them.", examples=["dans une requête"]),
    ] = None
    suffix: Annotated[
        Words | None,
        Field(description="The words right after them.", examples=[".L'application"]),
    ] = None
    occurrence: Annotated[
        Count | None,
        Field(
            description="Which one, counted from 1, among those that prefix and suffix leave.",
            examples=["2"],
        ),
    ] = None
    translation: _Translation = None


class PassageShape(Shape):
    """A long passage by its first and last words; both belong to it."""

    from_: Annotated[
        Words,
        Field(
            alias="from",
            description="The first words; they stand once in the body.",
            examples=["Parler a été créé"],
        ),
    ]
    to: Annotated[
        Words,
        Field(
            description="The last words, where they stand first after those.",
            examples=["échanges d'idées"],
        ),
    ]
    translation: _Translation = None


def _quote_tag(quote: object) -> str:
    """Which kind of quote was meant, so that its mistakes are told in its own terms."""
    if not isinstance(quote, Table) or _is_prose(quote):
        return TEXT_TAG
    if "exact" not in quote and ("from" in quote or "to" in quote):
        return PASSAGE_TAG
    return EXACT_TAG


def _is_prose(quote: Table) -> bool:
    """Whether a colon or a comma in the words made the mapping: no key is like a quote's."""
    if _QUOTE_KEYS.intersection(quote) or any(likely_word(key, _QUOTE_KEYS) for key in quote):
        return False
    return len(quote) == 1 or all(isinstance(value, Empty) for value in quote.values())


_QUOTE_KEYS = frozenset(
    field.alias or name
    for shape in (ExactShape, PassageShape)
    for name, field in shape.model_fields.items()
)

QuoteShape = Annotated[
    Annotated[Words, Tag(TEXT_TAG)]
    | Annotated[ExactShape, Tag(EXACT_TAG)]
    | Annotated[PassageShape, Tag(PASSAGE_TAG)],
    Discriminator(_quote_tag),
]
