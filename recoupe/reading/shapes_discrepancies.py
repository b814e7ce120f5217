"""A file of facts/discrepancies as it stands."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from recoupe.model import DiscrepancyKind, Strength
from recoupe.reading.shape_texts import (
    LIST_TAG,
    TEXT_TAG,
    AccountNameText,
    ClaimId,
    Text,
    text_or_list,
    words,
)
from recoupe.reading.shapes_records import ExplanationText, RecordShape

_Kind = Annotated[Text, words(*DiscrepancyKind)]
_Kinds = Annotated[
    Annotated[_Kind, Tag(TEXT_TAG)] | Annotated[list[_Kind], Field(min_length=1), Tag(LIST_TAG)],
    Discriminator(text_or_list),
]


class DiscrepancyShape(RecordShape):
    """One disagreement between accounts, explained."""

    title: Annotated[
        Text,
        Field(
            description="What the accounts differ in, in a few words; the heading of its page.",
            examples=["Douze, quinze, vingt millions"],
        ),
    ]
    kind: Annotated[
        _Kinds,
        Field(
            description="What the accounts differ in; or a list of kinds with the main one first.",
            examples=["number"],
        ),
    ]
    strength: Annotated[
        Annotated[Text, words(*Strength)] | None,
        Field(
            description="contradiction: cannot both hold; tension: hard to hold together; nuance: "
            "same fact, other precision or words; apparent: looks like one, is not. "
            "Required, but for kind omission.",
            examples=["tension"],
        ),
    ] = None
    claims: Annotated[
        list[ClaimId],
        Field(
            min_length=1,
            description="Ids of the claims whose accounts differ.",
            examples=[["user-count"]],
        ),
    ]
    sources: Annotated[
        list[AccountNameText] | None,
        Field(
            min_length=1,
            description="The sources that differ: `source` for all its accounts, or `source#id`. "
            "Default: every account that speaks, with the silent ones for an omission.",
            examples=[["retour-gafam", "presse-citron"]],
        ),
    ] = None
    summary: Annotated[
        Text,
        Field(
            description="What differs, in one plain sentence.",
            examples=["Les articles donnent deux chiffres à un mois de distance."],
        ),
    ]
    explanation: ExplanationText = None
    resolution: Annotated[
        ExplanationText,
        Field(
            description="Markdown: what settles it, or what would.",
            examples=["Un chiffre daté, publié par Parler."],
        ),
    ] = None
