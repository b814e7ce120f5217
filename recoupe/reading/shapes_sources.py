"""A file of facts/sources as it stands."""

from typing import Annotated

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from recoupe.reading.nodes import Table
from recoupe.reading.shape_texts import (
    Day,
    FileName,
    Flag,
    Hash,
    Language,
    Shape,
    Text,
    Texts,
    WebAddress,
    Words,
    words,
)
from recoupe.reading.shapes_records import RecordShape
from recoupe.reading.shapes_sites import SOURCE_TEXTS


class BodyShape(Shape):
    """The part of the file that is the article."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1})

    @model_validator(mode="before")
    @classmethod
    def _bounded(cls, value: object) -> object:
        """Refuse a mapping without keys, unless they were taken out and reported."""
        if isinstance(value, Table) and not value and not value.lost:
            raise PydanticCustomError("too_short", "no bound")
        return value

    from_: Annotated[
        Words | None,
        Field(
            alias="from",
            description="Its first words; they stand once in the file.",
            examples=["“Parler” reprend de la voix"],
        ),
    ] = None
    to: Annotated[
        Words | None,
        Field(
            description="Its last words; they stand once in the file.",
            examples=["connu pour avoir soutenu un site néo-nazi."],
        ),
    ] = None


class SourceShape(RecordShape):
    """One article: who published it when, and which text it is."""

    text: Annotated[
        FileName,
        Field(
            description="The file under seeds/ that holds the article as it was captured.",
            examples=["004_be45f973b9ba43a6.txt"],
        ),
    ]
    title: Annotated[
        Text,
        Field(
            description="The headline, or the editor's description where the text has none.",
            examples=["“Parler” reprend de la voix, le réseau social est de nouveau disponible"],
        ),
    ]
    described: Annotated[
        Flag | None,
        Field(
            description="true where the title is the editor's and not the article's. Default: "
            "false.",
            examples=["true"],
        ),
    ] = None
    publisher: Annotated[
        Text | None,
        Field(
            description="Who published it; leave it out where it is not known.",
            examples=["Presse-citron"],
        ),
    ] = None
    author: Annotated[
        Texts | None,
        Field(
            description="Who wrote it, where the article says so: a name or a list of them.",
            examples=["R. Editor"],
        ),
    ] = None
    published: Annotated[
        Day | None,
        Field(
            description="When it was published, as precisely as is known: 2021, 2021-02 or "
            "2021-02-15.",
            examples=["2021-02"],
        ),
    ] = None
    updated: Annotated[
        Day | None,
        Field(
            description="When it was last changed by its publisher: 2021-02-16.",
            examples=["2021-02-16"],
        ),
    ] = None
    retrieved: Annotated[
        Day | None,
        Field(description="When its text was captured: 2026-11-21.", examples=["2026-11-21"]),
    ] = None
    url: Annotated[
        WebAddress | None,
        Field(
            description="The article's address, with http or https.",
            examples=["https://example.org/article"],
        ),
    ] = None
    archive: Annotated[
        WebAddress | None,
        Field(
            description="The address of an archived copy, for when the article is gone.",
            examples=["https://example.org/copy"],
        ),
    ] = None
    language: Annotated[
        Language | None,
        Field(
            description="The language of the text, as in HTML. Default: the site's.",
            examples=["fr", "en-GB"],
        ),
    ] = None
    source_text: Annotated[
        Annotated[Text, words(*SOURCE_TEXTS)] | None,
        Field(
            description="May the whole text be published? Default: what the site says.",
            examples=["excerpts"],
        ),
    ] = None
    body: Annotated[
        BodyShape | None,
        Field(
            description="The part of the file that is the article; only it is shown, searched "
            "and quoted. Default: all of it.",
            examples=[
                {
                    "from": "“Parler” reprend de la voix",
                    "to": "connu pour avoir soutenu un site néo-nazi.",
                }
            ],
        ),
    ] = None
    origin: Annotated[
        Text | None,
        Field(
            description="What the article as a whole retells; sources of one origin confirm a "
            "claim once.",
            examples=["dépêche de février 2021"],
        ),
    ] = None
    sha256: Annotated[
        Hash | None,
        Field(
            description="The hash of the file's bytes when it was checked; `recoupe check --pin` "
            "writes it.",
            examples=["cec22de7d3368d69fc62f9dc2c5fd417508078324ff7a100e431ccdb723010e5"],
        ),
    ] = None
