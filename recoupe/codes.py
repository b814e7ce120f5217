"""Every diagnostic code: its severity, and in one sentence what it says.

Codes are stable: people filter on them. Each has a section in docs/diagnostics.md and a case under
tests/cases/; a test holds the three together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

__all__ = ["CODES", "Code", "Severity"]


class Severity(StrEnum):
    """An error forbids the build; a warning is only told."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """The row of one diagnostic code."""

    severity: Severity
    summary: str


_ERRORS = {
    # files
    "file-missing": "A file that the project needs is not there.",
    "file-unreadable": "A file cannot be read, or is a link that leads nowhere or elsewhere.",
    "file-empty": "A fact file holds nothing.",
    "title-missing": "A Markdown page has no heading.",
    "encoding-invalid": "A file is not UTF-8.",
    "control-character": "A text holds a control character that no article has.",
    "id-invalid": "An id, which is a file's stem, a tag or a rating's name, is not a slug.",
    "id-doubled": "Two files of one kind have the same id.",
    "id-reserved": "An id is a name that the site's own URLs use.",
    # YAML
    "yaml-syntax": "A file is not YAML.",
    "yaml-tab": "A tab stands where YAML wants spaces.",
    "yaml-unquoted": "An unquoted colon, comma or other sign made something else of a text.",
    "yaml-feature": "A tag, or another feature of YAML that fact files do not use.",
    "yaml-limit": "A file is larger, deeper or more entangled than a fact file can be.",
    # shapes
    "key-unknown": "A key that the format does not have.",
    "key-doubled": "A key stands twice in one mapping.",
    "key-missing": "A required key is not there.",
    "key-conflict": "Two keys that cannot stand together.",
    "value-empty": "A key has no value.",
    "type-wrong": "A text, list or mapping stands where another was expected.",
    "value-invalid": "A text is not what its field takes.",
    "value-unknown": "A word is not one of those that its field takes.",
    "date-invalid": "A date is not ISO 8601, or is no day of the calendar.",
    "url-invalid": "A URL is not http, https or mailto, or not a URL.",
    "scale-invalid": "The values of the rating scale do not fall down the list.",
    "account-ambiguous": "A source has several accounts that cannot be told apart.",
    "silence-not-alone": "A source is silent and speaks in one claim.",
    # references
    "reference-unknown": "An id names nothing.",
    "reference-draft": "What is published refers to a draft.",
    "verdict-outside-scale": "A rating is not on the site's scale.",
    "link-unknown": "A link in Markdown leads nowhere.",
    "discrepancy-outside": "A discrepancy names a source that has no account in its claims.",
    "discrepancy-unfounded": "A contradiction of values, none of which conflict.",
    # quotes and silences
    "body-absent": "The words that bound an article's body are not in its text.",
    "body-ambiguous": "The words that bound an article's body stand there more than once.",
    "quote-absent": "The quoted words do not stand in their source.",
    "quote-ambiguous": "The quoted words stand in their source more than once.",
    "quote-cut": "The quoted words stand there only as part of a longer word or number.",
    "quote-empty": "A quote has no words that could be found.",
    "quote-occurrence": "An occurrence beyond those that there are.",
    "searched-word-present": "A word whose absence should prove a silence stands in the source.",
}

_WARNINGS = {
    "file-ignored": "A fact file stands where nothing is read.",
    "comment-swallowed": "A # behind a text made a comment of the rest.",
    "conflict-undescribed": "Values conflict, and no discrepancy says so.",
    "search-finds-nothing": "A searched word occurs in no quoted passage of the claim.",
    "stance-contradicts-value": "Stances and values do not fit together.",
    "source-unused": "No claim has an account of this source.",
    "source-changed": "A source's text is not the one that was checked.",
    "quote-doubled": "An account quotes the same words twice.",
    "tag-unused": "No claim has this tag.",
    "claim-unspoken": "Every source is silent on a claim.",
    "omission-unfounded": "An omission, and no account concerned is silent.",
    "discrepancy-one-sided": "A disagreement with one side.",
    "page-missing": "A site that gives verdicts lacks a page that readers are owed.",
    "review-without-publisher": "A site that gives verdicts does not say who checks.",
    "review-scale": "The values of the rating scale do not run from 1 upwards.",
    "review-names-rating": "A claim says its own rating.",
    "review-maker-unknown": "It is not said whether who made the claim is a person.",
}

CODES: Mapping[str, Code] = MappingProxyType(
    {code: Code(Severity.ERROR, summary) for code, summary in _ERRORS.items()}
    | {code: Code(Severity.WARNING, summary) for code, summary in _WARNINGS.items()}
)
