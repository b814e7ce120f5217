"""What a publish is about to do, written down before it begins, so that the next can finish it.

Staged files and journal lie beside the output, on its file system, where no reader loads them.
They are distrusted when they are read back, because such a folder may have come with a project:
nothing is placed that a manifest does not name by its hash, and nothing is removed or overwritten
but what the standing manifest says is Recoupe's.
"""

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from recoupe.writing.manifest import is_site_path, owned_files
from recoupe.writing.output import digest
from recoupe.writing.refusals import OutputRefusedError


class Action(StrEnum):
    """What a step does to a file of the output."""

    PLACE = "place"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Step:
    """One change of one file.

    `sha256` is of the content placed, or of the content that may be removed; `owned` tells
    whether the file that it replaces was Recoupe's.
    """

    action: Action
    path: str
    sha256: str
    owned: bool


def workspace(output: Path) -> Path:
    """Where files for `output` are staged: beside it, or inside a file system of its own."""
    name = f".{output.name}.recoupe-publish"
    return output / name if output.is_mount() else output.parent / name


def stage(work: Path, path: str, content: bytes) -> None:
    """Write what is to be placed at `path`."""
    work.mkdir(exist_ok=True)
    staged(work, path).write_bytes(content)


def stage_parts(work: Path, path: str, parts: Iterable[bytes]) -> str:
    """Write what is to be placed at `path`, part by part; the hex SHA-256 of it all."""
    work.mkdir(exist_ok=True)
    digest = sha256()
    with staged(work, path).open("wb") as file:
        for part in parts:
            digest.update(part)
            file.write(part)
    return digest.hexdigest()


def staged(work: Path, path: str) -> Path:
    """Where the content for `path` is staged: all in one folder, which costs least to fill."""
    return work / sha256(path.encode()).hexdigest()


def write_journal(work: Path, record: str, steps: Iterable[Step]) -> None:
    """Write down all steps, the last of which places the manifest `record` where that changes.

    From here on the publish will be finished.
    """
    rows = [[step.action, step.path, step.sha256] for step in steps]
    draft = work / "journal.draft"
    draft.write_text(json.dumps({"record": record, "steps": rows}, ensure_ascii=False), "utf-8")
    draft.replace(work / "journal.json")


def has_journal(work: Path) -> bool:
    """Whether a publish was begun that is to be finished. Raises OutputRefusedError for a link."""
    if work.is_symlink() or (work.exists() and not work.is_dir()):
        raise _refusal(work)
    return (work / "journal.json").exists()


def steps_left(work: Path, output: Path) -> list[Step]:
    """What the journal still has to do to `output`.

    Raises OutputRefusedError where it is none that a publish into `output` has written.
    """
    record, steps = _journal(work)
    owned = owned_files(output, record)
    left = [step for step in steps if _is_left(step, work, owned)]
    places = [step for step in left if step.action is Action.PLACE]
    if any(digest(staged(work, step.path)) != step.sha256 for step in places):
        raise _refusal(work)
    if any(step.path == record for step in places):
        named = owned_files(work, staged(work, record).name)
    else:
        named = owned
    if any(step.path != record and named.get(step.path) != step.sha256 for step in places):
        raise _refusal(work)
    return [replace(step, owned=step.path in owned or step.path == record) for step in left]


def _journal(work: Path) -> tuple[str, list[Step]]:
    """The manifest's path and all steps, done or not."""
    try:
        journal = json.loads((work / "journal.json").read_bytes())
        record, steps = journal["record"], [_step(*row) for row in journal["steps"]]
        if is_site_path(record) and len({step.path for step in steps}) == len(steps):
            return record, steps
    except (ValueError, TypeError, LookupError, RecursionError):
        pass
    raise _refusal(work)


def _step(action: str, path: str, sha256: str) -> Step:
    if not is_site_path(path):
        raise ValueError(path)
    return Step(Action(action), path, sha256, owned=False)


def _is_left(step: Step, work: Path, owned: Mapping[str, str]) -> bool:
    """Whether an interrupted publish did not get beyond `step`.

    What the standing manifest does not name was removed before that manifest was placed.
    """
    if step.action is Action.PLACE:
        return staged(work, step.path).exists()
    return owned.get(step.path) == step.sha256


def _refusal(work: Path) -> OutputRefusedError:
    return OutputRefusedError(
        f"{work} holds no publish that Recoupe has begun here; remove that folder"
    )


def discard(work: Path) -> None:
    """Throw away what was staged."""
    if work.exists():
        shutil.rmtree(work)
