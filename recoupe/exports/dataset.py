"""The published facts as plain records, field for field those of `data/claims.json`.

Drafts are never among them, even on a site that shows drafts: data travel on without their page.
A text that is not known is null; a list is always a list. An account's `origin` is the one that
counts for confirmation, and its `unit` the claim's where it has a value and no unit of its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from recoupe.anchoring.anchored import (
    AnchoredAccount,
    AnchoredClaim,
    AnchoredProject,
    AnchoredSource,
)
from recoupe.comparing import Findings, origin_of
from recoupe.model import Claim, Discrepancy
from recoupe.pages.urls import Addresses
from recoupe.text import Span


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """A quote in the source's own characters; code points into the captured file, half-open."""

    text: str
    start: int
    end: int
    url: str


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """What one source says; `value` as it was typed, a list where several choices were."""

    source: str
    id: str | None
    stance: str
    certainty: str
    attributed_to: tuple[str, ...]
    origin: str
    value: str | tuple[str, ...] | None
    unit: str | None
    as_of: str | None
    searched: tuple[str, ...]
    quotes: tuple[QuoteRecord, ...]


@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim; `verdict` is a rating's id."""

    id: str
    claim: str
    question: str | None
    url: str
    tags: tuple[str, ...]
    when: str | None
    verdict: str | None
    accounts: tuple[AccountRecord, ...]


@dataclass(frozen=True, slots=True)
class BodyRecord:
    """The part of a file that is the article; the hash is of the part encoded as UTF-8."""

    start: int
    end: int
    sha256: str


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A source; `url` is its page on this site, `sha256` of its captured file."""

    id: str
    title: str
    publisher: str | None
    published: str | None
    url: str
    sha256: str
    body: BodyRecord


@dataclass(frozen=True, slots=True)
class DiscrepancyRecord:
    """A discrepancy; where its file names no sources, the accounts that it concerns."""

    id: str
    title: str
    url: str
    kind: tuple[str, ...]
    strength: str | None
    claims: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictRecord:
    """Two accounts of a claim whose values cannot both hold, and what explains it."""

    claim: str
    accounts: tuple[str, str]
    discrepancies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportedClaim:
    """A claim, and all that its entry in an export takes besides: its `sources`, by id.

    `base_url` is None where nobody knows it.
    """

    anchored: AnchoredClaim
    sources: Mapping[str, AnchoredSource]
    base_url: str | None


@dataclass(frozen=True, slots=True)
class Dataset:
    """All that is published beside claims, each list sorted by id."""

    sources: tuple[SourceRecord, ...]
    discrepancies: tuple[DiscrepancyRecord, ...]
    conflicts: tuple[ConflictRecord, ...]


def exported_claims(project: AnchoredProject) -> Iterator[ExportedClaim]:
    """The published claims, sorted by id."""
    base_url = project.project.site.base_url
    for one in published_claims(project):
        ids = (account.account.source.id for account in one.accounts)
        yield ExportedClaim(one, {id: project.sources[id] for id in ids}, base_url)


def published_claims(project: AnchoredProject) -> list[AnchoredClaim]:
    """The claims that are no drafts, sorted by id."""
    return [one for one in project.claims.values() if not one.claim.record.draft]


def dataset(project: AnchoredProject, findings: Findings, addresses: Addresses) -> Dataset:
    """The published facts beside claims; equal facts give equal records."""
    sources = [one for one in project.sources.values() if not one.source.record.draft]
    discrepancies = {
        id: one for id, one in project.project.discrepancies.items() if not one.record.draft
    }
    return Dataset(
        tuple(_source(one, addresses) for one in sources),
        tuple(_discrepancy(one, findings, addresses) for one in discrepancies.values()),
        tuple(
            ConflictRecord(
                conflict.claim,
                (conflict.first, conflict.second),
                tuple(id for id in conflict.discrepancies if id in discrepancies),
            )
            for one in published_claims(project)
            for conflict in findings.claims[one.claim.id].conflicts
        ),
    )


def claim_record(exported: ExportedClaim) -> ClaimRecord:
    """A claim as a record; equal facts give equal records."""
    claim, addresses = exported.anchored.claim, addresses_within(exported)
    return ClaimRecord(
        id=claim.id,
        claim=claim.statement,
        question=claim.question,
        url=_relative(addresses.claim(claim.id)),
        tags=tuple(tag.id for tag in claim.tags),
        when=claim.when.typed if claim.when else None,
        verdict=claim.verdict.rating.id if claim.verdict else None,
        accounts=tuple(
            _account(one, claim, exported, addresses) for one in exported.anchored.accounts
        ),
    )


def addresses_within(exported: ExportedClaim) -> Addresses:
    """The addresses of what a claim's export names, and of nothing else."""
    names: dict[str, dict[Span, str]] = {id: {} for id in exported.sources}
    for account in exported.anchored.accounts:
        of_source = names[account.account.source.id]
        of_source.update((quote.span, quote.name) for quote in account.quotes)
    return Addresses(names, lambda _source, _span: None)


def _account(
    anchored: AnchoredAccount, claim: Claim, exported: ExportedClaim, addresses: Addresses
) -> AccountRecord:
    account = anchored.account
    return AccountRecord(
        source=account.source.id,
        id=account.id,
        stance=account.stance.value,
        certainty=account.certainty.value,
        attributed_to=account.attributed_to,
        origin=origin_of(account, exported.sources[account.source.id].source),
        value=account.value.typed if account.value else None,
        unit=claim.unit_of(account),
        as_of=account.as_of.typed if account.as_of else None,
        searched=tuple(words.text for words in account.searched),
        quotes=tuple(_quotes(anchored, addresses)),
    )


def _quotes(anchored: AnchoredAccount, addresses: Addresses) -> Iterator[QuoteRecord]:
    for quote in anchored.quotes:
        url = addresses.span(anchored.account.source.id, quote.span)
        yield QuoteRecord(quote.text, quote.span.start, quote.span.end, _relative(url))


def _source(anchored: AnchoredSource, addresses: Addresses) -> SourceRecord:
    source, body = anchored.source, anchored.body
    text = source.captured[body.start : body.end]
    return SourceRecord(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        published=source.published.isoformat() if source.published else None,
        url=_relative(addresses.source(source.id)),
        sha256=source.file_sha256,
        body=BodyRecord(body.start, body.end, sha256(text.encode()).hexdigest()),
    )


def _discrepancy(
    discrepancy: Discrepancy, findings: Findings, addresses: Addresses
) -> DiscrepancyRecord:
    typed = [_name(one.source, one.account) for one in discrepancy.sources]
    concerned = findings.discrepancies[discrepancy.id].accounts.values()
    found = [name for names in concerned for name in names]
    return DiscrepancyRecord(
        id=discrepancy.id,
        title=discrepancy.title,
        url=_relative(addresses.discrepancy(discrepancy.id)),
        kind=tuple(kind.value for kind in discrepancy.kinds),
        strength=discrepancy.strength.value if discrepancy.strength else None,
        claims=tuple(reference.id for reference in discrepancy.claims),
        sources=tuple(dict.fromkeys(typed or found)),
    )


def _name(source: str, account: str | None) -> str:
    return source if account is None else f"{source}#{account}"


def _relative(url: str) -> str:
    """A URL relative to the site's root."""
    return url.removeprefix("/")
