"""What one source says of a claim, as it stands: a source speaks with quotes, or was searched.

The two are told apart by `stance` alone, so that a wrong key in one never makes it the other.
"""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from recoupe.model import Certainty
from recoupe.reading.nodes import Table
from recoupe.reading.shape_texts import (
    Flag,
    Markdown,
    Moment,
    Shape,
    Slug,
    SourceId,
    Text,
    Texts,
    Words,
    words,
)
from recoupe.reading.shapes_quotes import QuoteShape

SPEAKING_TAG, SILENT_TAG = "(speaking)", "(silent)"
SPEAKING_STANCES = ("supports", "disputes", "neutral")

_Source = Annotated[
    SourceId,
    Field(
        description="The id of the source that is read here: its file under facts/sources/.",
        examples=["presse-citron"],
    ),
]
_Note = Annotated[
    Markdown | None,
    Field(
        description="Markdown, shown with the account: what readers must know to weigh it.",
        examples=["Le nombre est celui du moment de la coupure, non du retour."],
    ),
]


class SilentShape(Shape):
    """A source that was searched and says nothing: not the same as one that is not listed."""

    source: _Source
    stance: Annotated[
        Annotated[Text, words("silent")],
        Field(description="silent: the source was searched, and says nothing of it."),
    ]
    searched: Annotated[
        list[Words],
        Field(
            min_length=1,
            description="Words that do not occur in the source, at the start of a word.",
            examples=[["utilisateurs", "membres", "millions"]],
        ),
    ]
    note: _Note = None


class SpeakingShape(Shape):
    """A source that says something of the claim, in words that can be found in it."""

    source: _Source
    stance: Annotated[
        Annotated[Text, words(*SPEAKING_STANCES)],
        Field(
            description="What the source makes of the claim: supports, disputes, or neutral: "
            "speaks of it without settling it.",
            examples=["supports"],
        ),
    ]
    id: Annotated[
        Slug | None,
        Field(
            description="Needed where a source has several accounts; then `source#id` is its name.",
            examples=["annonce"],
        ),
    ] = None
    certainty: Annotated[
        Annotated[Text, words(*Certainty)] | None,
        Field(
            description="hedged where the source does not vouch for it (aurait, semble, "
            "apparemment). Default: asserted.",
            examples=["hedged"],
        ),
    ] = None
    attributed_to: Annotated[
        Texts | None,
        Field(
            description="Who is said to have said it; a list runs from nearest to first speaker.",
            examples=["Parler"],
        ),
    ] = None
    origin: Annotated[
        Text | None,
        Field(
            description="Where this account comes from, if not from the source's origin.",
            examples=["retour-gafam"],
        ),
    ] = None
    value: Annotated[
        Texts | None,
        Field(
            description="With `compare`: what this account says, as a number, date or choice.",
            examples=["about 20 000 000", "over 12 000 000", "2021-01-10"],
        ),
    ] = None
    unit: Annotated[
        Text | None,
        Field(
            description="What the value counts, where it differs from the claim's unit; then it "
            "is not compared.",
            examples=["membres"],
        ),
    ] = None
    as_of: Annotated[
        Moment | None,
        Field(
            description="The moment that the value speaks of; left out for a lasting state.",
            examples=["2021-02"],
        ),
    ] = None
    derived: Annotated[
        Flag | None,
        Field(
            description="The editor worked the value or its moment out; needs a note.",
            examples=["true"],
        ),
    ] = None
    says: Annotated[
        Text | None,
        Field(
            description="Short wording for the grid. Default: the value.",
            examples=["Apple et Google"],
        ),
    ] = None
    note: _Note = None
    quotes: Annotated[
        list[QuoteShape],
        Field(
            min_length=1,
            description="Words of the source, each found there exactly once.",
            examples=[["Parler, qui revendique 20 millions de membres"]],
        ),
    ]


def _account_tag(account: object) -> str:
    """Which kind of account was meant; where the stance tells nothing, what it has tells it."""
    if not isinstance(account, Table):
        return SPEAKING_TAG
    stance = account.get("stance")
    searched = "searched" in account and "quotes" not in account
    silent = stance == "silent" or (searched and stance not in SPEAKING_STANCES)
    return SILENT_TAG if silent else SPEAKING_TAG


AccountShape = Annotated[
    Annotated[SpeakingShape, Tag(SPEAKING_TAG)] | Annotated[SilentShape, Tag(SILENT_TAG)],
    Discriminator(_account_tag),
]
