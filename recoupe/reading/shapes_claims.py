"""A file of facts/claims as it stands, but for its accounts."""

from typing import Annotated

from pydantic import Field

from recoupe.reading.shape_texts import (
    ClaimId,
    Moment,
    RatingId,
    Shape,
    Share,
    TagId,
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

    name: Annotated[
        Text,
        Field(
            description="The name, as readers know it; an account attributed to it confirms "
            "nothing.",
            examples=["Parler"],
        ),
    ]
    type: Annotated[
        Annotated[Text, words(*MAKER_TYPES)] | None,
        Field(
            description="Whether a person or an organization made the claim.",
            examples=["organization"],
        ),
    ] = None
    date: Annotated[
        Moment | None,
        Field(
            description="When the claim was made: 2021, 2021-02 or 2021-02-15.",
            examples=["2021-02"],
        ),
    ] = None
    url: Annotated[
        WebAddress | None,
        Field(
            description="The address where readers find the claim.",
            examples=["https://example.org/statement"],
        ),
    ] = None


class CompareShape(Shape):
    """How the values of the accounts are compared."""

    as_: Annotated[
        Annotated[Text, words(*VALUE_KINDS)],
        Field(
            alias="as",
            description="What the values of the accounts are: numbers, dates or choices.",
            examples=["number"],
        ),
    ]
    unit: Annotated[
        Text | None,
        Field(description="What numbers count; shown behind them.", examples=["utilisateurs"]),
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
        RatingId,
        Field(description="The id of a rating in facts/site.yaml.", examples=["revendique"]),
    ]
    summary: Annotated[
        Text | None,
        Field(
            description="Why, in one plain sentence, shown beside the rating.",
            examples=["Le chiffre est celui que Parler avance."],
        ),
    ] = None


class AskedShape(Shape):
    """A right of reply."""

    whom: Annotated[
        Text, Field(description="Who was asked to reply before publication.", examples=["Parler"])
    ]
    when: Annotated[
        Moment | None,
        Field(description="When they were asked: 2026-11-20.", examples=["2026-11-20"]),
    ] = None
    answer: Annotated[
        Text | None,
        Field(
            description="The answer; left out where there was none.",
            examples=["Parler n’a pas répondu sur le nombre."],
        ),
    ] = None


class EvidenceShape(Shape):
    """Material outside the sources, shown as not proved by this site."""

    title: Annotated[
        Text,
        Field(
            description="What readers will find there, as a link's words.",
            examples=["Registre du commerce"],
        ),
    ]
    url: Annotated[
        WebAddress | None,
        Field(
            description="The address where it stands, with http or https.",
            examples=["https://example.org/registry"],
        ),
    ] = None
    archive: Annotated[
        WebAddress | None,
        Field(
            description="The address of a copy that stays, for when the first is gone.",
            examples=["https://example.org/copy"],
        ),
    ] = None
    published: Annotated[
        Moment | None,
        Field(
            description="When it was published: 2021, 2021-02 or 2021-02-15.",
            examples=["2021-02-15"],
        ),
    ] = None
    quote: Annotated[
        Text | None,
        Field(
            description="Its words; shown as not proved by this site.",
            examples=["20 million users"],
        ),
    ] = None


class ClaimShape(RecordShape):
    """One statement that is checked, and what every source says of it."""

    claim: Annotated[
        Text,
        Field(
            description="The statement that is checked, as one sentence; the heading of its page.",
            examples=["Parler compte 20 millions d’utilisateurs à son retour."],
        ),
    ]
    question: Annotated[
        Text | None,
        Field(
            description="What is asked, as a heading where accounts are compared.",
            examples=["Combien d’utilisateurs Parler compte-t-il ?"],
        ),
    ] = None
    made_by: Annotated[
        MakerShape | None,
        Field(
            description="Who made the claim; shown with it, and counted as one origin.",
            examples=[{"name": "Parler", "type": "organization", "date": "2021-02"}],
        ),
    ] = None
    tags: Annotated[
        list[TagId] | None,
        Field(
            min_length=1,
            description="Subjects under which readers find the claim; facts/site.yaml has their "
            "labels.",
            examples=[["audience"]],
        ),
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
            description="How the values of the accounts are held against each other; drawn on "
            "one axis.",
            examples=[{"as": "number", "unit": "utilisateurs", "tolerance": "0.05"}],
        ),
    ] = None
    accounts: Annotated[
        list[AccountShape],
        Field(
            min_length=1,
            description="What each source says, in its own words, or that it says nothing.",
            examples=[
                [{"source": "depeche", "stance": "supports", "quotes": ["20 millions de membres"]}]
            ],
        ),
    ]
    verdict: Annotated[
        VerdictShape | None,
        Field(
            description="What the site concludes; left out, the claim is shown as open.",
            examples=[
                {"rating": "revendique", "summary": "Le chiffre est celui que Parler avance."}
            ],
        ),
    ] = None
    explanation: ExplanationText = None
    asked: Annotated[
        list[AskedShape] | None,
        Field(
            min_length=1,
            description="Who was asked to reply, when, and the answer.",
            examples=[[{"whom": "Parler", "when": "2026-11-20", "answer": "Pas de réponse."}]],
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
        list[ClaimId] | None,
        Field(
            min_length=1,
            description="Ids of other claims that readers of this one may want.",
            examples=[["matze-dismissal"]],
        ),
    ] = None
