"""A project as readers get it: with its drafts, or as if they were not there.

Leaving them out once, before anything is counted, listed or quoted, is what keeps a draft's words
from showing up on the page of a source that they quote.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from recoupe.anchoring.anchor import proses
from recoupe.anchoring.anchored import AnchoredProject
from recoupe.comparing import ClaimFindings, Findings
from recoupe.model import Claim, Discrepancy, Project, Source
from recoupe.prose import links

Fact = TypeVar("Fact", Source, Claim, Discrepancy)


def without_drafts(
    anchored: AnchoredProject, findings: Findings
) -> tuple[AnchoredProject, Findings]:
    """The facts that are no drafts, and what was found of them."""
    project = anchored.project
    sources, claims = _kept(project.sources), _kept(project.claims)
    discrepancies = _kept(project.discrepancies)
    kept = replace(project, sources=sources, claims=claims, discrepancies=discrepancies)
    if kept == project:
        return anchored, findings
    linked = set(_linked(kept))
    return (
        AnchoredProject(
            kept,
            {id: anchored.sources[id] for id in sources},
            {id: anchored.claims[id] for id in claims},
            {key: quote for key, quote in anchored.linked.items() if key in linked},
        ),
        Findings(
            {id: _without(findings.claims[id], discrepancies) for id in claims},
            {id: findings.discrepancies[id] for id in discrepancies},
        ),
    )


def _kept(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    return {id: fact for id, fact in facts.items() if not fact.record.draft}


def _without(found: ClaimFindings, discrepancies: Mapping[str, Discrepancy]) -> ClaimFindings:
    conflicts = (
        replace(one, discrepancies=tuple(id for id in one.discrepancies if id in discrepancies))
        for one in found.conflicts
    )
    return replace(found, conflicts=tuple(conflicts))


def _linked(project: Project) -> Iterator[tuple[str, str]]:
    """The quotes that Markdown links name, by source and words as typed."""
    for prose, _ in proses(project):
        for link in links(prose):
            if link.target is not None and link.target.quote is not None:
                yield link.target.id, link.target.quote
