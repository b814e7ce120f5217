"""An edition: the facts that are published, with all that their pages share, worked out once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from recoupe.anchoring.anchored import (
    AnchoredAccount,
    AnchoredClaim,
    AnchoredProject,
    AnchoredSource,
)
from recoupe.comparing import Findings
from recoupe.locale import Interface
from recoupe.model import Discrepancy, HistoryKind, Project, Record
from recoupe.pages.drafts import without_drafts
from recoupe.pages.news import news
from recoupe.pages.orders import claim_order, discrepancy_order, source_order
from recoupe.pages.site_frames import sections, site_frame
from recoupe.pages.source_labels import source_labels
from recoupe.pages.urls import Addresses
from recoupe.pages.urls import addresses as addresses_of
from recoupe.pages.views.frame import PictureLink, SiteFrame, SourceLabel


@dataclass(frozen=True, slots=True)
class Voice:
    """An account and the claim that it is an account of."""

    claim: AnchoredClaim
    account: AnchoredAccount


@dataclass(frozen=True, slots=True)
class Edition:
    """What is published, in the order in which it is shown.

    `voices` are the accounts of each source, by its id; `discrepancies_of` the discrepancies on
    each claim, by its id. Both follow the order of the lists. `pictures` are those
    of pages that have one of their own, by URL; that of the front page is all others'.
    """

    anchored: AnchoredProject
    findings: Findings
    interface: Interface
    addresses: Addresses
    site: SiteFrame
    sources: tuple[AnchoredSource, ...]
    claims: tuple[AnchoredClaim, ...]
    discrepancies: tuple[Discrepancy, ...]
    labels: Mapping[str, SourceLabel]
    voices: Mapping[str, tuple[Voice, ...]]
    discrepancies_of: Mapping[str, tuple[Discrepancy, ...]]
    pictures: Mapping[str, PictureLink] = field(default_factory=dict)

    @property
    def project(self) -> Project:
        """The facts as read."""
        return self.anchored.project


def edition(
    anchored: AnchoredProject, findings: Findings, interface: Interface, *, drafts: bool = False
) -> Edition:
    """The edition of a project without mistakes; `drafts` tells whether its drafts are in it."""
    shown, found = (anchored, findings) if drafts else without_drafts(anchored, findings)
    project = shown.project
    tags = project.site.tags
    sources = sorted(shown.sources.values(), key=lambda one: source_order(one.source))
    claims = sorted(shown.claims.values(), key=lambda one: claim_order(one.claim, tags))
    discrepancies = sorted(project.discrepancies.values(), key=discrepancy_order)
    addresses = addresses_of(shown)
    return Edition(
        anchored=shown,
        findings=found,
        interface=interface,
        addresses=addresses,
        site=_frame(project, addresses, interface),
        sources=tuple(sources),
        claims=tuple(claims),
        discrepancies=tuple(discrepancies),
        labels=source_labels((one.source for one in sources), addresses, interface),
        voices=_voices(claims, sources),
        discrepancies_of=_discrepancies_of(claims, discrepancies),
    )


def records(project: Project) -> Iterable[Record]:
    """What claims, discrepancies and sources have in common, for each of them."""
    for facts in (project.claims, project.discrepancies, project.sources):
        yield from (fact.record for fact in facts.values())


def _frame(project: Project, addresses: Addresses, interface: Interface) -> SiteFrame:
    links = sections(
        interface,
        timeline=any(claim.when for claim in project.claims.values()),
        corrections=any(
            entry.kind is not HistoryKind.PUBLISHED
            for record in records(project)
            for entry in record.history
        ),
    )
    pages = project.pages.values()
    return site_frame(
        project.site,
        links,
        pages,
        addresses=addresses,
        interface=interface,
        dated=any(news(project)),
    )


def _voices(
    claims: Iterable[AnchoredClaim], sources: Iterable[AnchoredSource]
) -> dict[str, tuple[Voice, ...]]:
    found: dict[str, list[Voice]] = {one.source.id: [] for one in sources}
    for claim in claims:
        for account in claim.accounts:
            found[account.account.source.id].append(Voice(claim, account))
    return {id: tuple(voices) for id, voices in found.items()}


def _discrepancies_of(
    claims: Iterable[AnchoredClaim], discrepancies: Iterable[Discrepancy]
) -> dict[str, tuple[Discrepancy, ...]]:
    found = defaultdict(list)
    for discrepancy in discrepancies:
        for id in dict.fromkeys(reference.id for reference in discrepancy.claims):
            found[id].append(discrepancy)
    return {one.claim.id: tuple(found[one.claim.id]) for one in claims}
