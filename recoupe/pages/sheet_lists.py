"""The list of worksheets: claims by subject, as in the other lists, then discrepancies."""

from collections.abc import Iterator
from itertools import groupby

from recoupe.model import Claim, Discrepancy
from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.list_frames import list_frame
from recoupe.pages.lists import Leaf, leaves
from recoupe.pages.planned import PlannedPage
from recoupe.pages.views.frame import Link
from recoupe.pages.views.sheets import SheetEntry, SheetGroup, SheetListView

_Fact = Claim | Discrepancy


def sheet_list_pages(edition: Edition) -> Iterator[PlannedPage]:
    """The pages of the list; each says which subject goes on there."""
    facts: list[_Fact] = [*(one.claim for one in edition.claims), *edition.discrepancies]
    tags = {id: link.label for id, link in edition.tags.items()}
    for leaf in leaves(urls.SHEETS, facts):
        yield PlannedPage(leaf.url, _view, (leaf, tags, len(facts)))


def _view(edition: Edition, leaf: Leaf[_Fact], tags: dict[str, str], total: int) -> SheetListView:
    gettext = edition.interface.gettext
    grouped = groupby(leaf.items, key=lambda fact: _family_and_tag(fact, tags))
    return SheetListView(
        frame=list_frame(
            edition,
            leaf,
            title=gettext("Worksheets for the classroom"),
            description=gettext(
                "Sheets to print: the words of the articles for the pupils, the solution for"
                " the teacher."
            ),
        ),
        total=total,
        groups=tuple(
            SheetGroup(family, tag, tuple(_entry(edition, fact) for fact in group))
            for (family, tag), group in grouped
        ),
        pager=leaf.pager,
    )


def _family_and_tag(fact: _Fact, tags: dict[str, str]) -> tuple[str, str | None]:
    """A claim stands where its first tag is, as in the list of claims."""
    if isinstance(fact, Discrepancy):
        return "discrepancy", None
    return "claim", tags[fact.tags[0].id] if fact.tags else None


def _entry(edition: Edition, fact: _Fact) -> SheetEntry:
    if isinstance(fact, Discrepancy):
        concerned = edition.findings.discrepancies[fact.id].accounts
        articles = {name.partition("#")[0] for names in concerned.values() for name in names}
        title, sheet = fact.title, edition.addresses.discrepancy_sheet(fact.id)
    else:
        articles = {account.source.id for account in fact.accounts}
        title, sheet = fact.statement, edition.addresses.claim_sheet(fact.id)
    return SheetEntry(Link(title, sheet), edition.addresses.solution(sheet), len(articles))
