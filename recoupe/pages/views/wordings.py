"""Passages of two articles that say one thing in nearly the same words."""

from dataclasses import dataclass

from recoupe.pages.views.frame import SourceLabel


@dataclass(frozen=True, slots=True)
class WordingPiece:
    """Words of a passage, in the source's own characters, and whether the other has them not."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class WordingView:
    """A passage; its pieces, joined, are its text. `url` leads to it on its source's page."""

    source: SourceLabel
    url: str
    language: str
    direction: str
    pieces: tuple[WordingPiece, ...]


@dataclass(frozen=True, slots=True)
class AlignedView:
    """Two passages; `same` where no word differs."""

    first: WordingView
    second: WordingView
    same: bool
