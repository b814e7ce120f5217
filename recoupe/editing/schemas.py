"""The JSON Schemas of fact files, for an editor's YAML plug-in, with the names of this project.

A list of names that is out of date underlines what is right. So what stands in .recoupe/schemas is
written anew wherever a command has read the facts anyway and finds that the names have changed; the
names themselves are kept beside the schemas, so that nothing is paid where they have not.
"""

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from recoupe.diagnostics import Report
from recoupe.folders import SCHEMAS
from recoupe.memory.writing import write_anew
from recoupe.model import Project
from recoupe.reading.fields import is_slug

_NAMES = "names.json"  # beside the schemas: what they were filled in with
_MOST_NAMES = 20_000  # of a kind; longer lists make a plug-in slow, and nobody picks from them

Names = dict[str, list[str]]


def known_names(root: Path, project: Project, report: Report) -> Names:
    """The names that facts may refer to, by kind; none of a kind that is not known whole."""
    wrong = any(one.place.path == project.site.place.path for one in report)
    found = {
        "sources": _ids(project, "sources"),
        "claims": _ids(project, "claims"),
        "ratings": [] if wrong else [one.id for one in project.site.ratings],
        "tags": list(project.site.tags),
        "accounts": [*_ids(project, "sources"), *sorted(set(_account_names(project)))],
        "texts": _texts(root),
    }
    return {kind: names for kind, names in found.items() if 0 < len(names) <= _MOST_NAMES}


def write_schemas(folder: Path, names: Names) -> tuple[Path, ...]:
    """Write a schema for each kind of fact file to `folder`; the files that were written."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_written(folder / name, text) for name, text in _files(names))


def write_own_schemas(root: Path, names: Names) -> tuple[Path, ...]:
    """Write the schemas of a project where its commands keep them up to date; those written.

    Raises OSError where the machine fails, or a link leads elsewhere.
    """
    folder, made = root / SCHEMAS, _files(names)
    for name, text in (*made, (_NAMES, _json(names))):
        write_anew(str(folder / name), text.encode())
    return tuple(folder / name for name, _ in made)


def refresh_schemas(root: Path, project: Project, report: Report) -> bool:
    """Write the schemas of a project anew if it has some and its names have changed.

    Where that fails, they are as they were.
    """
    folder = root / SCHEMAS
    if not folder.is_dir():
        return False
    names = known_names(root, project, report)
    with suppress(OSError, ValueError):
        if json.loads((folder / _NAMES).read_bytes()) == names:
            return False
    with suppress(OSError):
        write_own_schemas(root, names)
        return True
    return False


def _ids(project: Project, family: str) -> list[str]:
    """The ids of facts whose files stand there, those that could not be read included."""
    read = project.sources if family == "sources" else project.claims
    broken = (name.partition("/") for name in project.broken)
    unread = {id for folder, _, id in broken if folder == family}
    return sorted(id for id in {*read, *unread} if is_slug(id))


def _account_names(project: Project) -> Iterator[str]:
    for claim in project.claims.values():
        for account in claim.accounts:
            if account.id is not None:
                yield account.name


def _texts(root: Path) -> list[str]:
    with suppress(OSError), os.scandir(root / "seeds") as entries:
        return sorted(one.name for one in entries if one.is_file() and one.name[0] != ".")
    return []


def _files(names: Names) -> list[tuple[str, str]]:
    """The schemas by their files' names, as they are written."""
    from recoupe.reading.schemas import schemas  # noqa: PLC0415  builds look only at the names

    return [(f"{name}.json", _json(one)) for name, one in schemas(names).items()]


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _written(path: Path, text: str) -> Path:
    """Write at once: a plug-in that reads half a schema tells the editor that all is wrong."""
    draft = path.with_suffix(".part")
    draft.write_text(text, encoding="utf-8")
    draft.replace(path)
    return path
