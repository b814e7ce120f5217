"""facts/site.yaml as it stands in the file."""

from typing import Annotated

from pydantic import Field

from recoupe.reading.shape_texts import Address, Count, Flag, Shape, Slug, Text, WebAddress, words

LANGUAGES = ("fr", "en")
SOURCE_TEXTS = ("full", "excerpts")


class PublisherShape(Shape):
    """Who checks."""

    name: Annotated[
        Text,
        Field(
            description="The name of who checks, as readers and search engines see it.",
            examples=["Recoupe"],
        ),
    ]
    url: Annotated[
        WebAddress | None,
        Field(
            description="The address of who checks, with http or https.",
            examples=["https://example.org/"],
        ),
    ] = None


class RatingShape(Shape):
    """One step of the rating scale."""

    id: Annotated[
        Slug, Field(description="How the verdicts of claims name it.", examples=["recoupe"])
    ]
    label: Annotated[
        Text, Field(description="What readers see in its place.", examples=["Recoupé"])
    ]
    value: Annotated[
        Count | None,
        Field(
            description="Its place from false (1) upwards, falling down the list; leave it out "
            "where the rating is not between true and false.",
            examples=["3"],
        ),
    ] = None
    description: Annotated[
        Text | None,
        Field(
            description="When it is given, in a sentence that readers see.",
            examples=["Au moins deux origines distinctes l’affirment."],
        ),
    ] = None


class SiteShape(Shape):
    """The site: its title and language, who checks, the rating scale."""

    title: Annotated[
        Text,
        Field(
            description="The site's title, on every page.",
            examples=["Parler, débranché puis rebranché"],
        ),
    ]
    description: Annotated[
        Text | None,
        Field(
            description="What the site checks, in one or two sentences.",
            examples=["Cinq articles lus et comparés mot à mot."],
        ),
    ] = None
    language: Annotated[
        Annotated[Text, words(*LANGUAGES)] | None,
        Field(description="The language of the interface: fr or en.", examples=["fr"]),
    ] = None
    base_url: Annotated[
        WebAddress | None,
        Field(
            description="Where the site is served, path included; needed for the feed, the "
            "sitemap, canonical links and ClaimReview.",
            examples=["https://example.org/parler/"],
        ),
    ] = None
    publisher: Annotated[
        PublisherShape | None,
        Field(description="Who checks; needed for ClaimReview.", examples=[{"name": "Recoupe"}]),
    ] = None
    source_text: Annotated[
        Annotated[Text, words(*SOURCE_TEXTS)] | None,
        Field(
            description="May whole texts be published, or only the passages that are quoted? "
            "A source may set its own. Default: excerpts.",
            examples=["full"],
        ),
    ] = None
    report_url: Annotated[
        Address | None,
        Field(
            description="Where readers report an error: an http, https or mailto address.",
            examples=["mailto:desk@example.org"],
        ),
    ] = None
    sheets: Annotated[
        Flag | None,
        Field(
            description="Whether worksheets for the classroom are published, to be printed. "
            "Default: false.",
            examples=["true"],
        ),
    ] = None
    ratings: Annotated[
        list[RatingShape] | None,
        Field(
            min_length=1,
            description="The scale, from most to least true.",
            examples=[[{"id": "recoupe", "label": "Recoupé", "value": "3"}]],
        ),
    ] = None
    tags: Annotated[
        dict[Slug, Text] | None,
        Field(
            min_length=1,
            description="Labels of tags; a tag without one is shown as typed.",
            examples=[{"audience": "Audience"}],
        ),
    ] = None
