"""What a publish is about to do, written down before it begins, so that the next can finish it.

Staged files and journal lie beside the output, on its file system, where no reader loads them.
Until the journal stands, nothing in the output was changed and what was staged is thrown away;
from then on every step can be done again. A killed process loses nothing; after a power cut a
file may be empty, which the next build sees, because it compares hashes.
"""

import json
import shutil
from collections.abc import Collection, Iterable, Iterator
from dataclasses import astuple, dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from recoupe.writing.manifest import is_site_path
from recoupe.writing.output import digest, first_obstacle, folders
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
    _staged(work, path).write_bytes(content)


def refuse_obstacles(output: Path, steps: Collection[Step]) -> None:
    """Raise OutputRefusedError where a file that is not Recoupe's is in the way of a step."""
    placed = [step for step in steps if step.action is Action.PLACE]
    going = {step.path for step in steps if step.action is Action.REMOVE}
    obstacle = first_obstacle(output, [step.path for step in placed], going)
    for step in placed:
        if obstacle is None and not step.owned:
            target = output / step.path
            obstacle = target if digest(target) not in (None, step.sha256) else None
    if obstacle is not None:
        raise OutputRefusedError(f"{obstacle} is in the way and not Recoupe's; move it away")


def write_journal(work: Path, steps: Iterable[Step]) -> None:
    """Write down all steps; from here on the publish will be finished."""
    text = json.dumps([astuple(step) for step in steps], ensure_ascii=False)
    draft = work / "journal.draft"
    draft.write_text(text, "utf-8")
    draft.replace(work / "journal.json")


def finish(output: Path) -> bool:
    """Carry out the journal beside `output`, if there is one; tells whether there was.

    Raises OutputRefusedError where somebody has put a file of theirs into the way since.
    """
    work = workspace(output)
    journal = work / "journal.json"
    found = journal.exists()
    if found:
        steps = [step for step in _steps(journal) if not _is_done(step, work)]
        refuse_obstacles(output, steps)
        for step in steps:
            _carry_out(step, output, work)
        journal.unlink()
    discard(work)
    return found


def discard(work: Path) -> None:
    """Throw away what was staged."""
    if work.exists():
        shutil.rmtree(work)


def _steps(journal: Path) -> Iterator[Step]:
    for entry in json.loads(journal.read_text("utf-8")):
        step = Step(Action(entry[0]), *entry[1:])
        if not is_site_path(step.path):
            raise OutputRefusedError(f"{journal} leads out of the output; remove its folder")
        yield step


def _staged(work: Path, path: str) -> Path:
    """Where the content for `path` is staged: all in one folder, which costs least to fill."""
    return work / sha256(path.encode()).hexdigest()


def _is_done(step: Step, work: Path) -> bool:
    """Whether an interrupted publish got beyond `step`; removing a file again does no harm."""
    return step.action is Action.PLACE and not _staged(work, step.path).exists()


def _carry_out(step: Step, output: Path, work: Path) -> None:
    target = output / step.path
    if step.action is Action.PLACE:
        target.parent.mkdir(parents=True, exist_ok=True)
        _staged(work, step.path).replace(target)
    else:
        _remove(step, output)


def _remove(step: Step, output: Path) -> None:
    """Remove the file if it is still as it was written, and the folders that this leaves empty."""
    target = output / step.path
    if first_obstacle(output, [step.path]) or digest(target) not in (None, step.sha256):
        return
    target.unlink(missing_ok=True)
    for folder in folders(step.path):
        if not (output / folder).exists():
            continue  # an interrupted publish got as far as this
        if any((output / folder).iterdir()):
            return
        (output / folder).rmdir()
