"""What holds facts together across their files, small enough to be kept for each of them.

A fact is read from its own file alone. Whether what it names is there takes these values of all
the others and nothing more, so that a fact whose file has not changed need not be read for it.
"""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from recoupe.model import AccountName, Claim, Discrepancy, Project, Reference, Source


@dataclass(frozen=True, slots=True)
class Ties:
    """What one fact tells the others of itself, and what it names of them, where it names it.

    `accounts` are a claim's own, or those that a discrepancy names. `whole` is false where some of
    it could not be read.
    """

    draft: bool
    whole: bool = True
    claims: tuple[Reference, ...] = ()
    sources: tuple[Reference, ...] = ()
    accounts: tuple[AccountName, ...] = ()
    rating: Reference | None = None


@dataclass(frozen=True, slots=True)
class ProjectTies:
    """The ties of all facts, by the ids of `Project`; `broken` as there."""

    sources: Mapping[str, Ties]
    claims: Mapping[str, Ties]
    discrepancies: Mapping[str, Ties]
    broken: AbstractSet[str]


def project_ties(project: Project, of_claim: Callable[[Claim], Ties]) -> ProjectTies:
    """The ties of all facts of `project`; `of_claim` gives those of a claim."""
    return ProjectTies(
        {key: source_ties(source) for key, source in project.sources.items()},
        {key: of_claim(claim) for key, claim in project.claims.items()},
        {key: discrepancy_ties(one) for key, one in project.discrepancies.items()},
        project.broken,
    )


def source_ties(source: Source) -> Ties:
    """The ties of a source, which names no fact."""
    return Ties(source.record.draft)


def claim_ties(claim: Claim) -> Ties:
    """The ties of a claim."""
    accounts = claim.accounts
    return Ties(
        draft=claim.record.draft,
        whole=claim.whole,
        claims=claim.related,
        sources=tuple(account.source for account in accounts),
        accounts=tuple(AccountName(one.source.id, one.id, one.place) for one in accounts),
        rating=None if claim.verdict is None else claim.verdict.rating,
    )


def discrepancy_ties(discrepancy: Discrepancy) -> Ties:
    """The ties of a discrepancy."""
    return Ties(
        draft=discrepancy.record.draft,
        whole=discrepancy.whole,
        claims=discrepancy.claims,
        sources=tuple(_sources(discrepancy.sources)),
        accounts=discrepancy.sources,
    )


def _sources(names: Iterable[AccountName]) -> Iterable[Reference]:
    return (Reference(name.source, name.place) for name in names)
