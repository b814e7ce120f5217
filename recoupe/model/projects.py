"""All the facts of one folder, as read: typed, with places, not yet proved."""

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.model.claims import Claim
from recoupe.model.discrepancies import Discrepancy
from recoupe.model.sites import MarkdownPage, Site
from recoupe.model.sources import Source


@dataclass(frozen=True, slots=True)
class Project:
    """The facts by id, each mapping sorted by id. What could not be read at all is missing here.

    Of two files with one id the second stands under its path, so that its quotes are proved too; an
    id may be no slug; without a site there is one that says nothing. All of these are errors, so
    that nothing of them is ever published. `broken` names the ids whose files stand there but could
    not be read (`claims/x`), so that a reference to one of them is not reported as dangling too.
    """

    site: Site
    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    discrepancies: Mapping[str, Discrepancy]
    pages: Mapping[str, MarkdownPage]
    broken: frozenset[str] = frozenset()
