"""Every quote of a project to its span: in accounts, and in the links of an editor's Markdown."""

from collections.abc import Iterable, Iterator, Mapping

from recoupe.anchoring.anchored import (
    AnchoredAccount,
    AnchoredClaim,
    AnchoredProject,
    AnchoredQuote,
    AnchoredSource,
)
from recoupe.anchoring.bodies import anchored_source
from recoupe.anchoring.link_targets import check_link
from recoupe.anchoring.resolve import resolve
from recoupe.diagnostics import Report
from recoupe.model import Account, Claim, ExactQuote, Project, Prose
from recoupe.prose import ProseLink, links


def anchor(project: Project, report: Report) -> AnchoredProject:
    """`project` with the span of every quote; what is not found is reported and left out."""
    found = (anchored_source(one, report) for one in project.sources.values())
    sources = {one.source.id: one for one in found if one is not None}
    claims = {id: _anchored_claim(one, sources, report) for id, one in project.claims.items()}
    linked = dict(_linked_quotes(project, sources, report))
    return AnchoredProject(project, sources, claims, linked)


def _anchored_claim(
    claim: Claim, sources: Mapping[str, AnchoredSource], report: Report
) -> AnchoredClaim:
    accounts = (_anchored_account(one, sources, report) for one in claim.accounts)
    return AnchoredClaim(claim, tuple(accounts))


def _anchored_account(
    account: Account, sources: Mapping[str, AnchoredSource], report: Report
) -> AnchoredAccount:
    source = sources.get(account.source.id)
    if source is None:
        return AnchoredAccount(account, ())
    quotes = tuple(
        found
        for quote in account.quotes
        if (found := resolve(quote, source, sources, report)) is not None
    )
    _report_doubled(quotes, report)
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


def _linked_quotes(
    project: Project, sources: Mapping[str, AnchoredSource], report: Report
) -> Iterator[tuple[tuple[str, str], AnchoredQuote]]:
    for prose, draft in proses(project):
        for link in links(prose):
            check_link(link, project, draft=draft, report=report)
            if (found := _linked_quote(link, sources, report)) is not None:
                yield found


def _linked_quote(
    link: ProseLink, sources: Mapping[str, AnchoredSource], report: Report
) -> tuple[tuple[str, str], AnchoredQuote] | None:
    target = link.target
    if target is None or target.quote is None or target.id not in sources:
        return None
    typed = ExactQuote(target.quote, link.place)
    quote = resolve(typed, sources[target.id], sources, report, linked=True)
    return None if quote is None else ((target.id, target.quote), quote)


def proses(project: Project) -> Iterator[tuple[Prose, bool]]:
    """Every Markdown text of `project`, and whether it is a draft's."""
    for claim in project.claims.values():
        notes = (account.note for account in claim.accounts)
        yield from _written((claim.explanation, *notes), draft=claim.record.draft)
    for one in project.discrepancies.values():
        yield from _written((one.explanation, one.resolution), draft=one.record.draft)
    yield from _written((page.prose for page in project.pages.values()), draft=False)


def _written(texts: Iterable[Prose | None], *, draft: bool) -> Iterator[tuple[Prose, bool]]:
    return ((text, draft) for text in texts if text is not None)
