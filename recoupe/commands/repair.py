"""`repair` and `check --pin`: what became of cited words, and writing what is clear.

A dry run is the default, and nothing is written that was not shown. What is in doubt is never
written: its line is shown, for an editor to paste.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from recoupe.loading import Loaded, load
from recoupe.options import root_option
from recoupe.terminal import progress, say

if TYPE_CHECKING:  # a build does not pay for what repairs; see cli
    from recoupe.diagnostics import Place
    from recoupe.editing.drift import SourceDrift
    from recoupe.editing.repairs import Repair, Repaired

_MISTAKES, _MACHINE = 1, 3


@click.command("repair")
@root_option
@click.option("--write", is_flag=True, help="Write what is clear; the rest is shown as before.")
@click.option(
    "--accept",
    "places",
    multiple=True,
    metavar="FILE[:LINE]",
    help="Take what is in doubt there too: you have read it. May be given several times.",
)
def repair_command(root: Path, write: bool, places: tuple[str, ...]) -> None:
    """Show what became of words whose sources have changed, and propose new wording.

    Nothing is written without --write, and then only where the passage is clearly the same: the
    same words, or slips of the pen mended in them. Other words are written only where you accept
    them, by the place at which they are shown.
    """
    from recoupe.editing.repairs import repairs  # noqa: PLC0415  see cli

    loaded = load(root)
    found = _drifts(loaded)
    clear = repairs(found, _accepting(places))
    _require_accepted(places, clear)
    _show(found)
    unread = sorted(loaded.project.broken | {f"sources/{id}" for id in loaded.facts.unread_sources})
    if not found:
        say(_nothing_drifted(loaded, unread))
    elif write:
        found = _written(loaded, clear, _accepting(places))
    else:
        say(_proposed(found, clear))
    if unread:
        say(f"could not be read, so not looked at: {', '.join(unread)}; see `recoupe check`")
    if unread or not all(one.proved for one in found):
        sys.exit(_MISTAKES)


def _nothing_drifted(loaded: Loaded, unread: Collection[str]) -> str:
    """What can be said where nothing was found to have drifted: of no more than was looked at."""
    sources = loaded.project.sources.values()
    unpinned = sum(one.pin is None for one in sources)
    if unread:
        return "nothing has drifted in what could be read"
    if unpinned:
        told = f"{_counted(unpinned, 'source')} of {len(sources)} without `sha256`"
        return f"all is found that is cited; {told}; next: `recoupe check --pin`"
    return "nothing has drifted: every source is the text that was checked, all is found in it"


def _accepting(places: Sequence[str]) -> Callable[[Place], bool]:
    """Whether an editor has named a place: its file, its line, or its column too."""

    def accepted(place: Place) -> bool:
        at = (place.path, f"{place.path}:{place.line}", f"{place.path}:{place.line}:{place.column}")
        return not set(at).isdisjoint(places)

    return accepted


def _require_accepted(places: Sequence[str], clear: Sequence[Repair]) -> None:
    """Refuse a place at which nothing can be written: it is mistyped, or no longer in doubt."""
    for place in places:
        accepted = _accepting([place])
        if not any(accepted(one.mended.drift.citation.quote.place) for one in clear):
            raise click.BadParameter(
                f"at {place} there is nothing to write; places are shown as FILE:LINE",
                param_hint="--accept",
            )


def pin_sources(loaded: Loaded) -> None:
    """Record the hash of every source whose citations are proved, and say what was done."""
    from recoupe.editing.pins import pin  # noqa: PLC0415  see cli
    from recoupe.editing.refusals import FileChangedError  # noqa: PLC0415
    from recoupe.terminal.drifts import pin_lines  # noqa: PLC0415

    try:
        done = pin_lines(pin(loaded.root, loaded.facts.anchored))
    except FileChangedError as refusal:
        _stop(refusal)
    say(done or "every source has the hash of its text already")


def _drifts(loaded: Loaded) -> list[SourceDrift]:
    from recoupe.editing.drifts import drifts  # noqa: PLC0415  see cli
    from recoupe.editing.earlier import earlier  # noqa: PLC0415

    anchored = loaded.facts.anchored
    found: list[SourceDrift] = []
    with progress() as tell:
        for one in drifts(anchored, partial(earlier, loaded.root)):
            found.append(one)
            tell("sources that drifted", len(found), len(anchored.project.sources))
    return found


def _show(found: Sequence[SourceDrift]) -> None:
    """Show all that does not simply stand as it did."""
    from recoupe.editing.drift import State  # noqa: PLC0415  see cli
    from recoupe.editing.mended import mended  # noqa: PLC0415
    from recoupe.terminal.drifts import show_drifts  # noqa: PLC0415

    show_drifts(
        [
            (
                source,
                [
                    (one, mended(one, source))
                    for one in source.drifts
                    if one.state is not State.STANDS or one.doubts
                ],
            )
            for source in found
        ]
    )


def _written(
    loaded: Loaded, clear: Sequence[Repair], accepted: Callable[[Place], bool]
) -> list[SourceDrift]:
    """Write the words, load again, write the pins; what has still drifted after that."""
    from recoupe.editing.pins import renewed  # noqa: PLC0415  see cli
    from recoupe.editing.refusals import FileChangedError  # noqa: PLC0415
    from recoupe.editing.repairs import write_repairs  # noqa: PLC0415
    from recoupe.terminal.drifts import pin_lines  # noqa: PLC0415

    root, language = loaded.root, loaded.project.site.language
    try:
        done = write_repairs(root, clear, today=date.today().isoformat(), language=language)
        again = _drifts(load(root))
        pins = pin_lines(renewed(root, again, accepted))
    except FileChangedError as refusal:
        _stop(refusal)
    if pins:
        say(pins)
    for one in done.repairs:
        if one.obstacle:
            say(f"not written: {one.obstacle}")
    say(_done(done, _needing(again, accepted)))
    return again


def _done(done: Repaired, left: int) -> str:
    """What writing ends with."""
    wrote = sum(not one.obstacle for one in done.repairs)
    if not done.repairs and not left:
        return "all that is cited stands, and is pinned; next: `recoupe check`"
    said = [f"{_counted(wrote, 'repair')} written into {_counted(len(done.files), 'file')}"]
    if left:
        said.append(f"{_counted(left, 'citation')} left to you")
        return f"{', '.join(said)}; next: mend what is shown, then `recoupe check --pin`"
    return (
        f"{said[0]}; next: read the changes, and what the claims say of them, then `recoupe check`"
    )


def _proposed(found: Sequence[SourceDrift], clear: Sequence[Repair]) -> str:
    """What a dry run ends with."""
    left = _needing(found, lambda _: False) - len(clear)
    said = [f"{_counted(len(clear), 'repair')} can be written"] if clear else []
    said += [f"{_counted(left, 'citation')} left to you"] if left else []
    pinned = sum(one.changed and _would_settle(one, clear) for one in found)
    said += [f"{_counted(pinned, 'source')} would be pinned anew"] if pinned else []
    ready = bool(clear) or bool(pinned)
    do = "next: `recoupe repair --write`" if ready else "next: take what is right, mend the rest"
    return f"{', '.join(said)}; nothing was written; {do}"


def _would_settle(source: SourceDrift, clear: Sequence[Repair]) -> bool:
    mended = {id(one.mended.drift) for one in clear}
    return all(one.settled or id(one) in mended for one in source.drifts)


def _needing(found: Sequence[SourceDrift], accepted: Callable[[Place], bool]) -> int:
    """How many citations do not stand without a doubt that nobody has `accepted`."""
    return sum(drift.is_left(accepted) for one in found for drift in one.drifts)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _stop(refusal: Exception) -> NoReturn:
    say(f"error: {refusal}; what was written before it stays")
    sys.exit(_MACHINE)
