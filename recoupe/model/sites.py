"""The site as a whole: its title and language, who checks, the rating scale, its own pages."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from recoupe.diagnostics import Place
from recoupe.model.prose import Prose


class SourceText(StrEnum):
    """How much of a source's text may be published."""

    FULL = "full"
    EXCERPTS = "excerpts"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who checks."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Rating:
    """One step of the scale; `value` is None where it is not on the axis from false to true."""

    id: str
    label: str
    value: int | None
    description: str | None


@dataclass(frozen=True, slots=True)
class Site:
    """What facts/site.yaml says. `base_url` ends in `/`; `ratings` runs from most to least true.

    `sheets` tells whether worksheets for the classroom are published.
    """

    title: str
    place: Place
    language: str = "fr"
    description: str | None = None
    base_url: str | None = None
    publisher: Publisher | None = None
    source_text: SourceText = SourceText.EXCERPTS
    report_url: str | None = None
    sheets: bool = False
    ratings: tuple[Rating, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MarkdownPage:
    """A page of the site's own: about, methodology… `title` is its first heading."""

    id: str
    title: str
    prose: Prose
    place: Place
