"""A file of facts/claims as it stands, but for its accounts."""

from typing import Annotated

from pydantic import Field

from recoupe.reading.shape_texts import (
    Moment,
    Shape,
    Share,
    Slug,
    Text,
    WebAddress,
    words,
)
from recoupe.reading.shapes_accounts import AccountShape
from recoupe.reading.shapes_records import ExplanationText, RecordShape

MAKER_TYPES = ("person", "organization")
VALUE_KINDS = ("number", "date", "choice")


class MakerShape(Shape):
    """Who made the claim."""

    name: Annotated[Text, Field(description="The name.", examples=["Parler"])]
    type: Annotated[
        Annotated[Text, words(*MAKER_TYPES)] | None,
        Field(description="Whether it is a person.", examples=["organization"]),
    ] = None
    date: Annotated[Moment | None, Field(description="When it was made.", examples=["2021-02"])] = (
        None
    )
    url: Annotated[
        WebAddress | None,
        Field(description="Where it was made.", examples=["https://example.org/statement"]),
    ] = None


class CompareShape(Shape):
    """How the values of the accounts are compared."""

    as_: Annotated[
        Annotated[Text, words(*VALUE_KINDS)],
        Field(alias="as", description="What the values are.", examples=["number"]),
    ]
    unit: Annotated[
        Text | None, Field(description="The unit of numbers.", examples=["utilisateurs"])
    ] = None
    tolerance: Annotated[
        Share | None,
        Field(
            description="Numbers: the relative difference that still agrees. Default: 0.",
            examples=["0.05"],
        ),
    ] = None
    among: Annotated[
        dict[Text, Text] | None,
        Field(
            description="Choices: the values and their labels.",
            examples=[{"full": "Pleinement", "part": "En partie"}],
        ),
    ] = None


class VerdictShape(Shape):
    """A rating of the site's scale, and why in one sentence."""

    rating: Annotated[
        Slug, Field(description="The id of a rating in facts/site.yaml.", examples=["unproven"])
    ]
    summary: Annotated[
        Text | None,
        Field(description="One plain sentence.", examples=["Seul Parler l’affirme, sans preuve."]),
    ] = None


class AskedShape(Shape):
    """A right of reply."""

    whom: Annotated[Text, Field(description="Who was asked.", examples=["Parler"])]
    when: Annotated[Moment | None, Field(description="When.", examples=["2026-11-20"])] = None
    answer: Annotated[
        Text | None,
        Field(description="The answer; left out where there was none.", examples=["Oui."]),
    ] = None


class EvidenceShape(Shape):
    """Material outside the sources, shown as not proved by this site."""

    title: Annotated[Text, Field(description="What it is.", examples=["Registre du commerce"])]
    url: Annotated[
        WebAddress | None,
        Field(description="Where it stands.", examples=["https://example.org/registry"]),
    ] = None
    archive: Annotated[
        WebAddress | None,
        Field(description="Where an archived copy stands.", examples=["https://example.org/copy"]),
    ] = None
    published: Annotated[
        Moment | None, Field(description="When it was published.", examples=["2021-02-15"])
    ] = None
    quote: Annotated[
        Text | None, Field(description="What it says.", examples=["20 million users"])
    ] = None


class ClaimShape(RecordShape):
    """One statement that is checked, and what every source says of it."""

    claim: Annotated[
        Text,
        Field(
            description="The statement that is checked.",
            examples=["Parler compte 20 millions d’utilisateurs à son retour."],
        ),
    ]
    question: Annotated[
        Text | None,
        Field(
            description="A heading for comparisons.",
            examples=["Combien d’utilisateurs Parler compte-t-il ?"],
        ),
    ] = None
    made_by: Annotated[
        MakerShape | None,
        Field(description="Who made the claim.", examples=[{"name": "Parler"}]),
    ] = None
    tags: Annotated[
        list[Slug] | None,
        Field(min_length=1, description="Tags, as slugs.", examples=[["audience"]]),
    ] = None
    when: Annotated[
        Moment | None,
        Field(
            description="When the thing happened; puts the claim on the timeline.",
            examples=["2021-02", "after 2021-01-06", "from 2021-01-10 to 2021-02-15"],
        ),
    ] = None
    compare: Annotated[
        CompareShape | None,
        Field(
            description="Compare the values of the accounts.",
            examples=[{"as": "number", "unit": "utilisateurs", "tolerance": "0.05"}],
        ),
    ] = None
    accounts: Annotated[
        list[AccountShape],
        Field(
            min_length=1,
            description="What each source says.",
            examples=[[{"source": "depeche", "stance": "supports", "quotes": ["20 millions"]}]],
        ),
    ]
    verdict: Annotated[
        VerdictShape | None,
        Field(
            description="Left out, the claim is shown as open.",
            examples=[{"rating": "unproven", "summary": "Seul Parler l’affirme."}],
        ),
    ] = None
    explanation: ExplanationText = None
    asked: Annotated[
        list[AskedShape] | None,
        Field(
            min_length=1,
            description="Right of reply.",
            examples=[[{"whom": "Parler", "when": "2026-11-20", "answer": "Oui."}]],
        ),
    ] = None
    evidence: Annotated[
        list[EvidenceShape] | None,
        Field(
            min_length=1,
            description="Material outside the sources, shown as not proved by this site.",
            examples=[[{"title": "Registre du commerce", "url": "https://example.org/registry"}]],
        ),
    ] = None
    related: Annotated[
        list[Slug] | None,
        Field(min_length=1, description="Other claims.", examples=[["matze-dismissal"]]),
    ] = None
