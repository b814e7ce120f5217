"""What is true of the domain: sources, claims with their accounts, discrepancies, the site.

Plain frozen values with no behaviour beyond naming: they know their places in the fact files, so
that any later stage can point at the line, and they know nothing of YAML or of pages.
"""

from recoupe.model.claims import (
    Account,
    Asked,
    Certainty,
    Claim,
    Comparison,
    Evidence,
    Maker,
    SearchedWords,
    Stance,
    Verdict,
)
from recoupe.model.common_keys import History, HistoryKind, Record
from recoupe.model.discrepancies import AccountName, Discrepancy, DiscrepancyKind, Strength
from recoupe.model.projects import Project
from recoupe.model.prose import Prose, Reference
from recoupe.model.quotes import ExactQuote, PassageQuote, Quote
from recoupe.model.reviews import WORST_RATING, reviewed_rating, truth_scale
from recoupe.model.sites import MarkdownPage, Publisher, Rating, Site, SourceText
from recoupe.model.sources import Bounds, Source

__all__ = [
    "WORST_RATING",
    "Account",
    "AccountName",
    "Asked",
    "Bounds",
    "Certainty",
    "Claim",
    "Comparison",
    "Discrepancy",
    "DiscrepancyKind",
    "Evidence",
    "ExactQuote",
    "History",
    "HistoryKind",
    "Maker",
    "MarkdownPage",
    "PassageQuote",
    "Project",
    "Prose",
    "Publisher",
    "Quote",
    "Rating",
    "Record",
    "Reference",
    "SearchedWords",
    "Site",
    "Source",
    "SourceText",
    "Stance",
    "Strength",
    "Verdict",
    "reviewed_rating",
    "truth_scale",
]
