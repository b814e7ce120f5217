"""Recording which text of each source was checked: `check --pin`.

A pin says that somebody stands by what is cited from this very text. So none is written, or
renewed, while anything that is cited is not proved.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from recoupe.anchoring.anchored import AnchoredProject
from recoupe.diagnostics import Place
from recoupe.editing.drift import SourceDrift
from recoupe.editing.drifts import unproved
from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.repairs import write_pin
from recoupe.model import Source


class PinState(StrEnum):
    """What was done about one source."""

    ADDED = "added"
    RENEWED = "renewed"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class Pinned:
    """What was done about `source`; `reason` is why it was left."""

    source: Source
    state: PinState
    reason: str = ""


def pin(root: Path, anchored: AnchoredProject) -> Iterator[Pinned]:
    """Record the hash of each source that has none, or another; nothing is given for the others.

    Raises FileChangedError where a file was saved meanwhile, OSError where the machine fails.
    """
    lost = unproved(anchored)
    for source in anchored.project.sources.values():
        if source.pin != source.file_sha256:
            yield _pinned(root, source, lost.get(source.id, 0))


def renewed(
    root: Path, found: Iterable[SourceDrift], accepted: Callable[[Place], bool] = lambda _: False
) -> Iterator[Pinned]:
    """Record the hash of each source that has changed, where nothing of it is left to be decided.

    What is proved and in doubt is decided where an editor has `accepted` its place. Raises as `pin`
    does.
    """
    for one in found:
        if one.changed:
            left = sum(drift.is_left(accepted) for drift in one.drifts)
            yield _pinned(root, one.source, left)


def _pinned(root: Path, source: Source, lost: int) -> Pinned:
    if lost:
        noun = "citation" if lost == 1 else "citations"
        return Pinned(source, PinState.LEFT, f"{lost} {noun} of it not proved, or in doubt")
    try:
        write_pin(root, source)
    except EditRefusedError as refusal:
        return Pinned(source, PinState.LEFT, str(refusal))
    return Pinned(source, PinState.ADDED if source.pin is None else PinState.RENEWED)
