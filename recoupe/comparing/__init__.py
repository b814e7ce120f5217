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

__all__ = [
    "ClaimFindings",
    "Confirmation",
    "Conflict",
    "DiscrepancyFindings",
    "Findings",
    "compare",
    "origin_of",
]
