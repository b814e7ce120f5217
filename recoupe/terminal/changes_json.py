"""What changed on the site between two states, for a program."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # see `finds`
    from recoupe.reviewing import Change, FactChange, SiteChanges, State


def changes_json(changes: SiteChanges, older: State, newer: State) -> str:
    """The changes with the two states; absent values are null."""
    told = {
        "from": {"name": older.name, "commit": older.commit},
        "to": {"name": newer.name, "commit": newer.commit},
        "facts": [_fact(one) for one in changes.facts],
    }
    return json.dumps(told, ensure_ascii=False, indent=1)


def _fact(fact: FactChange) -> dict[str, Any]:
    return {
        "family": fact.family,
        "id": fact.id,
        "title": fact.title,
        "path": fact.path,
        "fate": fact.fate.value,
        "changes": [_change(one) for one in fact.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "label": change.label,
        "account": change.account or None,
        "fate": change.fate.value,
        "before": change.before,
        "after": change.after,
    }
