"""An edition: the facts that are published, with all that their pages share, worked out once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from recoupe.anchoring.anchored import (
    AnchoredAccount,
    AnchoredClaim,
    AnchoredProject,
    AnchoredSource,
)
from recoupe.comparing import Findings
from recoupe.locale import Interface
from recoupe.model import Claim, Discrepancy, HistoryKind, Project, Record
from recoupe.pages.drafts import without_drafts
from recoupe.pages.later import Later
from recoupe.pages.live_urls import LiveUrls
from recoupe.pages.news import is_dated
from recoupe.pages.orders import claim_order, discrepancy_order, source_order
from recoupe.pages.site_frames import sections, site_frame
from recoupe.pages.source_labels import source_labels
from recoupe.pages.urls import Addresses
from recoupe.pages.urls import addresses as addresses_of
from recoupe.pages.verdicts import verdict_views
from recoupe.pages.views.frame import Link, PictureLink, SiteFrame, SourceLabel, VerdictView
from recoupe.text import Span

_MOST_PAIRED = 20  # sources: 190 pairs, at most; of more nobody chooses one, and the grid shows all


class Voice(NamedTuple):
    """An account and the claim that it is an account of."""

    claim: AnchoredClaim
    account: AnchoredAccount


@dataclass(frozen=True, slots=True)
class Edition:
    """What is published, in the order in which it is shown.

    `voices` are the accounts of each source, by its id; `discrepancies_of` the discrepancies on
    each claim, by its id. Both follow the order of the lists. `places` are those of the sources in
    their list, by id, `linked` the spans of each that links in Markdown name. `pairs` are the ids
    of any two sources that were read for one claim, in the order of the list. `tags` are those that
    claims have, by id: the site's own in its order, then others; `verdicts` are what each rating
    says, without a summary. `pictures` are those of pages that have one of their own, by URL; that
    of the front page is all others'.
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
    places: Mapping[str, int]
    linked: Mapping[str, tuple[Span, ...]]
    pairs: tuple[tuple[str, str], ...]
    tags: Mapping[str, Link]
    verdicts: Mapping[str, VerdictView]
    pictures: Mapping[str, PictureLink] = field(default_factory=dict)

    @property
    def project(self) -> Project:
        """The facts as read."""
        return self.anchored.project


def edition(
    anchored: AnchoredProject,
    findings: Findings,
    interface: Interface,
    *,
    drafts: bool = False,
    live_urls: LiveUrls | None = None,
) -> Edition:
    """The edition of a project without mistakes; `drafts` tells whether its drafts are in it.

    `live_urls` are those of its sources, which may know some from before.
    """
    shown, found = (anchored, findings) if drafts else without_drafts(anchored, findings)
    project = shown.project
    tag_places = {tag: place for place, tag in enumerate(project.site.tags)}
    sources = sorted(shown.sources.values(), key=lambda one: source_order(one.source))
    claims = sorted(shown.claims.values(), key=lambda one: claim_order(one.claim, tag_places))
    discrepancies = sorted(project.discrepancies.values(), key=discrepancy_order)
    addresses = addresses_of(shown, live_urls)
    voices = Later(lambda: _voices(claims, sources))
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
        voices=voices,
        discrepancies_of=Later(lambda: _discrepancies_of(claims, discrepancies)),
        places={one.source.id: place for place, one in enumerate(sources)},
        linked=Later(lambda: _linked(shown)),
        pairs=() if len(sources) > _MOST_PAIRED else tuple(_pairs(voices)),
        tags=_tags((one.claim for one in claims), project.site.tags, addresses),
        verdicts=verdict_views(project.site),
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
        dated=is_dated(project),
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
    named = defaultdict(list)
    for discrepancy in discrepancies:
        for id in dict.fromkeys(reference.id for reference in discrepancy.claims):
            named[id].append(discrepancy)
    return {id: tuple(named.get(id, ())) for id in (one.claim.id for one in claims)}


def _linked(anchored: AnchoredProject) -> dict[str, tuple[Span, ...]]:
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for (source, _), quote in anchored.linked.items():
        found[source].append(quote.span)
    return {source: tuple(spans) for source, spans in found.items()}


def _pairs(voices: Mapping[str, Iterable[Voice]]) -> Iterator[tuple[str, str]]:
    read_for = {id: {voice.claim.claim.id for voice in heard} for id, heard in voices.items()}
    for first, second in combinations(read_for, 2):
        if not read_for[first].isdisjoint(read_for[second]):
            yield first, second


def _tags(
    claims: Iterable[Claim], labels: Mapping[str, str], addresses: Addresses
) -> dict[str, Link]:
    used = {tag.id for claim in claims for tag in claim.tags}
    ordered = [tag for tag in labels if tag in used] + sorted(used - labels.keys())
    return {tag: Link(labels.get(tag, tag), addresses.tag(tag)) for tag in ordered}
