"""Every quote of a project to its span: in accounts, and in the links of an editor's Markdown."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from recoupe.anchoring.anchored import (
    AnchoredAccount,
    AnchoredClaim,
    AnchoredProject,
    AnchoredQuote,
    AnchoredSource,
)
from recoupe.anchoring.found_quotes import FoundQuotes
from recoupe.anchoring.held_anchors import HeldAnchors
from recoupe.anchoring.link_targets import check_link
from recoupe.anchoring.resolve import resolve
from recoupe.anchoring.search_budget import SearchBudget
from recoupe.diagnostics import Report
from recoupe.model import Account, Claim, ExactQuote, Project, Prose, Quote
from recoupe.prose import ProseLink, links
from recoupe.runs import Run


def anchor(
    project: Project,
    report: Report,
    known: Mapping[str, FoundQuotes] | None = None,
    held: HeldAnchors | None = None,
    run: Run | None = None,
) -> AnchoredProject:
    """`project` with the span of every quote; what is not found is reported and left out.

    Claims whose quotes are `known`, by the claims' keys in the project, are not looked into. What
    was found before in this process is `held`; `run` is told of how many claims they are found.
    """
    held = held or HeldAnchors()
    found = (held.source(one, report) for one in project.sources.values())
    sources = {one.source.id: one for one in found if one is not None}
    look = _Look(project, sources, report, known or {}, held)
    counted = (run or Run()).counted("finding quotes of claims", project.claims.items())
    claims = {id: _anchored_claim(id, one, look) for id, one in counted}
    return AnchoredProject(project, sources, claims, dict(_linked_quotes(look)))


@dataclass(frozen=True, slots=True)
class _Look:
    """Where quotes are looked for, what is known of them, and whom it is told if none is found."""

    project: Project
    sources: Mapping[str, AnchoredSource]
    report: Report
    known: Mapping[str, FoundQuotes]
    held: HeldAnchors
    budget: SearchBudget = field(default_factory=SearchBudget)

    def quote(self, quote: Quote, source: AnchoredSource, *, linked: bool) -> AnchoredQuote | None:
        """`quote` with its span, if it has one."""
        return resolve(quote, source, self.sources, self.report, linked=linked, budget=self.budget)


def _anchored_claim(id: str, claim: Claim, look: _Look) -> AnchoredClaim:
    if id in look.known:
        return look.held.claim(claim, look.known[id], look.sources)
    return AnchoredClaim(claim, tuple(_anchored_account(one, look) for one in claim.accounts))


def _anchored_account(account: Account, look: _Look) -> AnchoredAccount:
    source = look.sources.get(account.source.id)
    if source is None:
        return AnchoredAccount(account, ())
    quotes = tuple(
        found
        for quote in account.quotes
        if (found := look.quote(quote, source, linked=False)) is not None
    )
    _report_doubled(quotes, look.report)
    return AnchoredAccount(account, quotes)


def _report_doubled(quotes: tuple[AnchoredQuote, ...], report: Report) -> None:
    seen = set()
    for one in quotes:
        if one.span in seen:
            report.add(
                "quote-doubled",
                one.quote.place,
                "this account quotes the same words twice",
                help="take one of the two out",
            )
        seen.add(one.span)


def _linked_quotes(look: _Look) -> Iterator[tuple[tuple[str, str], AnchoredQuote]]:
    project = look.project
    for id, claim in project.claims.items():
        if id in look.known:
            yield from (look.held.link(one, look.sources) for one in look.known[id].linked)
        else:
            yield from _found_links(claim_proses(claim), look)
    yield from _found_links(_other_proses(project), look)


def _found_links(
    written: Iterable[tuple[Prose, bool]], look: _Look
) -> Iterator[tuple[tuple[str, str], AnchoredQuote]]:
    for prose, draft in written:
        for link in links(prose):
            check_link(link, look.project, draft=draft, report=look.report)
            if (found := _linked_quote(link, look)) is not None:
                yield found


def _linked_quote(link: ProseLink, look: _Look) -> tuple[tuple[str, str], AnchoredQuote] | None:
    target = link.target
    if target is None or target.quote is None or target.id not in look.sources:
        return None
    typed = ExactQuote(target.quote, link.place)
    quote = look.quote(typed, look.sources[target.id], linked=True)
    return None if quote is None else ((target.id, target.quote), quote)


def proses(project: Project) -> Iterator[tuple[Prose, bool]]:
    """Every Markdown text of `project`, and whether it is a draft's."""
    for claim in project.claims.values():
        yield from claim_proses(claim)
    yield from _other_proses(project)


def claim_proses(claim: Claim) -> Iterator[tuple[Prose, bool]]:
    """Every Markdown text of `claim`, and whether it is a draft's."""
    notes = (account.note for account in claim.accounts)
    return _written((claim.explanation, *notes), draft=claim.record.draft)


def _other_proses(project: Project) -> Iterator[tuple[Prose, bool]]:
    for one in project.discrepancies.values():
        yield from _written((one.explanation, one.resolution), draft=one.record.draft)
    yield from _written((page.prose for page in project.pages.values()), draft=False)


def _written(texts: Iterable[Prose | None], *, draft: bool) -> Iterator[tuple[Prose, bool]]:
    return ((text, draft) for text in texts if text is not None)
