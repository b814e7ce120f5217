"""Carrying out a journal: every step can be done again, so it matters not where one was killed.

Until the journal stands, nothing in the output was changed and what was staged is thrown away.
A killed process loses nothing; after a power cut a file may be empty, which the next build sees,
because it compares hashes.
"""

from collections.abc import Collection
from pathlib import Path

from recoupe.writing.journal import (
    Action,
    Step,
    discard,
    has_journal,
    staged,
    steps_left,
    workspace,
)
from recoupe.writing.output import digest, first_obstacle, folders
from recoupe.writing.refusals import OutputRefusedError


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


def finish(output: Path) -> bool:
    """Carry out the journal beside `output`, if there is one; tells whether there was.

    Raises OutputRefusedError where somebody has put a file of theirs into the way since, or where
    the journal is none of Recoupe's.
    """
    work = workspace(output)
    found = has_journal(work)
    if found:
        steps = steps_left(work, output)
        refuse_obstacles(output, steps)
        for step in steps:
            _carry_out(step, output, work)
        (work / "journal.json").unlink()
    discard(work)
    return found


def _carry_out(step: Step, output: Path, work: Path) -> None:
    target = output / step.path
    if step.action is Action.PLACE:
        target.parent.mkdir(parents=True, exist_ok=True)
        staged(work, step.path).replace(target)
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
