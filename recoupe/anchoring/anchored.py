"""Facts whose every quote has been found: the model's values, each with its spans beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.model import Account, Claim, Project, Quote, Source
from recoupe.text import Span, Text


@dataclass(frozen=True, slots=True)
class AnchoredQuote:
    """A quote and its one span, code points into the captured file; `text` is the source's.

    `name` is what the words are called among those of their source: see `span_names`.
    """

    quote: Quote
    span: Span
    text: str
    name: str


@dataclass(frozen=True, slots=True)
class AnchoredAccount:
    """An account whose quotes have been found, in the order in which the editor gave them."""

    account: Account
    quotes: tuple[AnchoredQuote, ...]


@dataclass(frozen=True, slots=True)
class AnchoredClaim:
    """A claim whose accounts have been found."""

    claim: Claim
    accounts: tuple[AnchoredAccount, ...]


@dataclass(frozen=True, slots=True)
class AnchoredSource:
    """A source whose body has been found: `body` counts in the captured file, `text` is it."""

    source: Source
    body: Span
    text: Text


@dataclass(frozen=True, slots=True)
class AnchoredProject:
    """All facts with their spans.

    `linked` holds the quotes that Markdown links name, by source id and words as typed.
    """

    project: Project
    sources: Mapping[str, AnchoredSource]
    claims: Mapping[str, AnchoredClaim]
    linked: Mapping[tuple[str, str], AnchoredQuote]
