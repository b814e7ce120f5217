"""What changes on the site between two states of the facts: added, gone, changed, fact by fact.

Two proved states are compared, not two files: what is told is what readers would see. A draft is
not there unless drafts are asked for, so one that is published is an added claim.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from recoupe.anchoring.anchored import AnchoredClaim, AnchoredProject
from recoupe.model import Claim, Discrepancy, MarkdownPage, Source
from recoupe.reviewing.cited_words import Cited, Movements, Pair, changed_quotes
from recoupe.reviewing.statements import (
    Name,
    Statements,
    claim_statements,
    discrepancy_statements,
    page_statements,
    site_statements,
    source_statements,
)

Fact = TypeVar("Fact", Claim, Source, Discrepancy, MarkdownPage)


class Fate(StrEnum):
    """What became of a fact, or of something that it says."""

    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a fact says otherwise.

    `label` is its key (`verdict`, `quote`, `value`), `account` whose it is, or empty; `before` is
    None where it was not there, `after` where it is no more. Words that moved are in both.
    """

    label: str
    account: str
    before: str | None
    after: str | None
    moved: bool = False

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.moved:
            return Fate.MOVED
        return _fate(self.before is not None, self.after is not None)


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that changed; `family` is claim, source, discrepancy, page or site.

    `path` is its file, as it is now or, where it is gone, as it was; `changes` is everything that
    it says, or said, where it is added or gone.
    """

    family: str
    id: str
    title: str
    path: str
    fate: Fate
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class SiteChanges:
    """All that changed, in the order claims, discrepancies, sources, pages, the site."""

    facts: tuple[FactChange, ...]

    def counted(self, noun: str) -> Mapping[Fate, int]:
        """How many were added, changed, moved or are gone: of a family, or of quotes, verdicts."""
        if noun in {"quote", "verdict"}:
            changes = chain.from_iterable(one.changes for one in self.facts)
            fates = [one.fate for one in changes if one.label == noun]
        else:
            fates = [one.fate for one in self.facts if one.family == noun]
        return {fate: fates.count(fate) for fate in Fate if fate in fates}


def site_changes(
    old: AnchoredProject, new: AnchoredProject, *, drafts: bool = False
) -> SiteChanges:
    """What is not on both sites alike."""
    return SiteChanges(tuple(_fact_changes(old, new, drafts=drafts)))


def _fact_changes(
    old: AnchoredProject, new: AnchoredProject, *, drafts: bool
) -> Iterator[FactChange]:
    before, after = _Side(old, drafts), _Side(new, drafts)
    movements = Movements()
    for id, was, now in _pairs(before.claims(), after.claims()):
        pairs = _quote_changes(before.cited(id, was), after.cited(id, now), movements)
        yield from _changed("claim", was, now, lambda one: one.statement, claim_statements, pairs)
    for _, gone, added in _pairs(before.discrepancies(), after.discrepancies()):
        yield from _changed(
            "discrepancy", gone, added, lambda one: one.title, discrepancy_statements, ()
        )
    for _, first, second in _pairs(before.sources(), after.sources()):
        text = _text_changes(first, second)
        yield from _changed("source", first, second, lambda one: one.title, source_statements, text)
    for _, left, right in _pairs(dict(old.project.pages), dict(new.project.pages)):
        yield from _changed("page", left, right, lambda one: one.title, page_statements, ())
    yield from _site_changes(old, new)


@dataclass(frozen=True, slots=True)
class _Side:
    """The published facts of one state."""

    anchored: AnchoredProject
    drafts: bool

    def claims(self) -> dict[str, Claim]:
        return self._published(self.anchored.project.claims)

    def discrepancies(self) -> dict[str, Discrepancy]:
        return self._published(self.anchored.project.discrepancies)

    def sources(self) -> dict[str, Source]:
        return self._published(self.anchored.project.sources)

    def cited(self, id: str, claim: Claim | None) -> dict[str, list[Cited]]:
        """The quotes of a claim by the name of the account, none where there is no claim."""
        return {} if claim is None else _cited(self.anchored.claims[id], self.anchored)

    def _published(self, facts: Mapping[str, Fact]) -> dict[str, Fact]:
        return {
            id: one
            for id, one in facts.items()
            if self.drafts or isinstance(one, MarkdownPage) or not one.record.draft
        }


def _cited(claim: AnchoredClaim, anchored: AnchoredProject) -> dict[str, list[Cited]]:
    return {
        one.account.name: [
            Cited(quote, anchored.sources[one.account.source.id]) for quote in one.quotes
        ]
        for one in claim.accounts
        if one.quotes
    }


def _pairs(
    old: Mapping[str, Fact], new: Mapping[str, Fact]
) -> Iterator[tuple[str, Fact | None, Fact | None]]:
    for id in sorted({*old, *new}):
        yield id, old.get(id), new.get(id)


def _changed(
    family: str,
    was: Fact | None,
    now: Fact | None,
    title: Callable[[Fact], str],
    stated: Callable[[Fact], Statements],
    others: Sequence[Change],
) -> Iterator[FactChange]:
    """The change of a fact, if there is one; `others` is what its statements do not tell."""
    told = now or was
    said: Statements = stated(was) if was else {}
    says: Statements = stated(now) if now else {}
    changes = (*_statement_changes(said, says), *others)
    if told is not None and (changes or was is None or now is None):
        fate = _fate(was is not None, now is not None)
        yield FactChange(family, told.id, title(told), told.place.path, fate, changes)


def _statement_changes(old: Statements, new: Statements) -> Iterator[Change]:
    """The texts that differ, in the newer order; those that are gone come last."""
    names: list[Name] = list(dict.fromkeys([*new, *old]))
    for name in names:
        if old.get(name) != new.get(name):
            yield Change(name.label, name.account, old.get(name), new.get(name))


def _quote_changes(
    old: Mapping[str, list[Cited]], new: Mapping[str, list[Cited]], movements: Movements
) -> tuple[Change, ...]:
    return tuple(
        _quote_change(account, pair)
        for account in dict.fromkeys([*new, *old])
        for pair in changed_quotes(old.get(account, []), new.get(account, []), movements)
    )


def _quote_change(account: str, pair: Pair) -> Change:
    before = None if pair.before is None else pair.before.text
    after = None if pair.after is None else pair.after.text
    return Change("quote", account, before, after, pair.moved)


def _text_changes(was: Source | None, now: Source | None) -> tuple[Change, ...]:
    """The captured text of a source, where it is another; the whole of it is compared."""
    if was is None or now is None or was.captured == now.captured:
        return ()
    return (Change("captured text", "", was.captured, now.captured),)


def _site_changes(old: AnchoredProject, new: AnchoredProject) -> Iterator[FactChange]:
    site = new.project.site
    changes = _statement_changes(site_statements(old.project.site), site_statements(site))
    if found := tuple(changes):
        yield FactChange("site", "site", site.title, site.place.path, Fate.CHANGED, found)


def _fate(was: bool, now: bool) -> Fate:
    if was and now:
        return Fate.CHANGED
    return Fate.ADDED if now else Fate.GONE
