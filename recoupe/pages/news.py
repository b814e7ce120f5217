"""What has happened to the published facts, newest first: what a feed tells.

A claim without a history is news when it was checked, under one name for good: checked again, it is
the same news brought up to date. Drafts are no news, even on a site that shows them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from recoupe.model import History, Project, Record
from recoupe.pages.records import history_anchors
from recoupe.values import PartialDate


class Family(StrEnum):
    """The kinds of facts that have a history."""

    CLAIM = "claim"
    DISCREPANCY = "discrepancy"
    SOURCE = "source"


CHECKED = "checked"  # beside the kinds of a history


@dataclass(frozen=True, slots=True)
class News:
    """What happened to the fact `id` of a family on a day; `kind` is a history's, or checked.

    `anchor` is the id of the entry on the fact's page; empty for a check, which has no entry.
    """

    family: Family
    id: str
    date: PartialDate
    kind: str
    anchor: str
    entry: History | None


def news(project: Project) -> list[News]:
    """The news of all published facts, newest first, those of one day in the order of their ids."""
    return sorted(_all(project), key=lambda one: one.date, reverse=True)


def is_dated(project: Project) -> bool:
    """Whether there is any news of the published facts."""
    return any(True for _ in _all(project))


def _all(project: Project) -> Iterator[News]:
    for claim in project.claims.values():
        yield from _of(Family.CLAIM, claim.record)
        checked, history = claim.record.checked, claim.record.history
        if checked and not history and not claim.record.draft:
            yield News(Family.CLAIM, claim.id, checked, CHECKED, "", None)
    for discrepancy in project.discrepancies.values():
        yield from _of(Family.DISCREPANCY, discrepancy.record)
    for source in project.sources.values():
        yield from _of(Family.SOURCE, source.record)


def _of(family: Family, record: Record) -> Iterator[News]:
    if record.draft:
        return
    for entry, anchor in zip(record.history, history_anchors(record), strict=True):
        yield News(family, record.id, entry.date, entry.kind.value, anchor, entry)
