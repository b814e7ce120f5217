"""`diff`: what a proposed change of the facts changes on the site."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path

import click

from recoupe.commands.completion import revisions as known_revisions
from recoupe.diagnostics import Format
from recoupe.loading import Loaded, load
from recoupe.options import root_option
from recoupe.runs import Run
from recoupe.terminal import print_report, progress, say, summary

_MISTAKES = 1


class _Form(StrEnum):
    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


@click.command("diff")
@root_option
@click.argument("revisions", metavar="REV", shell_complete=known_revisions)
@click.option("--drafts", is_flag=True, help="Compare drafts too.")
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in _Form]),
    default=_Form.TEXT.value,
    show_default=True,
)
def diff_command(root: Path, revisions: str, drafts: bool, form: str) -> None:
    """What changes on the site from revision REV of git to the files as they are.

    REV may also be A..B, two revisions, or A...B: what B has changed since it left A. Both states
    are proved first; a change is no mistake, so the exit code is 0 whatever has changed.
    """
    from recoupe import reviewing  # noqa: PLC0415  see cli
    from recoupe.terminal.changes import changes_summary, show_changes  # noqa: PLC0415
    from recoupe.terminal.changes_json import changes_json  # noqa: PLC0415
    from recoupe.terminal.changes_markdown import changes_markdown  # noqa: PLC0415

    try:
        older, newer = reviewing.compared_states(root, revisions)
        with (
            reviewing.standing_at(root, older) as before,
            reviewing.standing_at(root, newer) as now,
            progress() as tell,
        ):
            old, new = load(before, run=Run(tell=tell)), load(now, run=Run(tell=tell))
    except reviewing.RevisionRefusedError as refusal:
        raise click.UsageError(str(refusal)) from refusal
    _require_proved([(older.name, old), (newer.name, new)])
    changes = reviewing.site_changes(old.facts.anchored, new.facts.anchored, drafts=drafts)
    if form == _Form.JSON:
        sys.stdout.write(changes_json(changes, older, newer) + "\n")
    elif form == _Form.MARKDOWN:
        sys.stdout.write(changes_markdown(changes, older, newer))
    else:
        show_changes(changes)
        say(changes_summary(changes, older.name, newer.name))


def _require_proved(states: list[tuple[str, Loaded]]) -> None:
    """Show the mistakes of both states, where there are any; there is no site of such a one."""
    failed = [(name, loaded) for name, loaded in states if loaded.report.failed]
    for name, loaded in failed:
        say(f"{name}: {summary(loaded.report)}, so there is no site to compare")
        print_report(loaded.report, Format.TEXT)
    if failed:
        say("next: mend these, or compare with a revision that is proved")
        sys.exit(_MISTAKES)
