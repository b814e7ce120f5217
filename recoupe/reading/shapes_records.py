"""The keys that claims, sources and discrepancies share, as they stand in the files."""

from typing import Annotated

from pydantic import Field

from recoupe.reading.shape_texts import Day, Flag, Markdown, Shape, Text, Texts, words

HISTORY_KINDS = ("published", "updated", "corrected")


class HistoryShape(Shape):
    """What happened to the fact after it was written."""

    date: Annotated[
        Day, Field(description="When it happened: 2026-11-22.", examples=["2026-11-22"])
    ]
    kind: Annotated[
        Annotated[Text, words(*HISTORY_KINDS)],
        Field(
            description="published, updated (new facts) or corrected (a mistake of the site's own)."
        ),
    ]
    note: Annotated[
        Text,
        Field(
            description="What changed and why, for readers.",
            examples=["Le nombre d’utilisateurs a été précisé."],
        ),
    ]
    before: Annotated[
        Text | None,
        Field(
            description="What stood there before a correction.",
            examples=["Parler compte 12 millions d’utilisateurs."],
        ),
    ] = None


class RecordShape(Shape):
    """What every fact may have."""

    draft: Annotated[
        Flag | None,
        Field(
            description="Proved like the rest, but published only with `--drafts`.",
            examples=["true"],
        ),
    ] = None
    checked: Annotated[
        Day | None,
        Field(
            description="When it was last checked, shown to readers: 2026-11-23.",
            examples=["2026-11-23"],
        ),
    ] = None
    by: Annotated[
        Texts | None,
        Field(
            description="Who checked it, shown to readers: a name or a list of them.",
            examples=[["R. Editor"]],
        ),
    ] = None
    history: Annotated[
        list[HistoryShape] | None,
        Field(
            min_length=1,
            description="Published, updated, corrected: feeds the corrections page and the feed.",
            examples=[[{"date": "2026-11-22", "kind": "published", "note": "Première version."}]],
        ),
    ] = None


ExplanationText = Annotated[
    Markdown | None,
    Field(
        description="Markdown; links like `[text](claim:user-count)` are resolved.",
        examples=["Les deux chiffres sont de **Parler** lui-même."],
    ),
]
