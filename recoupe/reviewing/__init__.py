"""What a proposed change of the facts changes on the site, for those who review it."""

from recoupe.reviewing.changes import Change, FactChange, Fate, SiteChanges, site_changes
from recoupe.reviewing.revisions import (
    WORKING_TREE,
    RevisionRefusedError,
    State,
    compared_states,
    standing_at,
)

__all__ = [
    "WORKING_TREE",
    "Change",
    "FactChange",
    "Fate",
    "RevisionRefusedError",
    "SiteChanges",
    "State",
    "compared_states",
    "site_changes",
    "standing_at",
]
