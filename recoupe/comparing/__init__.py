"""Accounts held against each other: conflicts, confirmations by origin, silences, coverage."""

from recoupe.comparing.compare import compare
from recoupe.comparing.findings import (
    ClaimFindings,
    Confirmation,
    Conflict,
    DiscrepancyFindings,
    Findings,
)
from recoupe.comparing.origins import origin_of
from recoupe.comparing.parallels import Parallel, Passage, parallels

__all__ = [
    "ClaimFindings",
    "Confirmation",
    "Conflict",
    "DiscrepancyFindings",
    "Findings",
    "Parallel",
    "Passage",
    "compare",
    "origin_of",
    "parallels",
]
