"""What comparing finds out, by claim and by discrepancy."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two accounts of one claim whose values have nothing in common at one moment.

    `first` and `second` are account names in the order of the fact file; `discrepancies` the ids of
    those that name the claim and both accounts.
    """

    claim: str
    first: str
    second: str
    discrepancies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Confirmation:
    """One origin that confirms a claim, and the names of the accounts that bring it."""

    origin: str
    accounts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimFindings:
    """What was found of one claim; `earlier` names silent accounts that could not have known."""

    conflicts: tuple[Conflict, ...]
    confirmations: tuple[Confirmation, ...]
    earlier: frozenset[str]


@dataclass(frozen=True, slots=True)
class DiscrepancyFindings:
    """The accounts (by name) that a discrepancy concerns, by claim id, silent ones too."""

    accounts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found, by id."""

    claims: Mapping[str, ClaimFindings]
    discrepancies: Mapping[str, DiscrepancyFindings]
