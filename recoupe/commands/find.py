"""`find`: where words stand, as an editor remembers them."""

import sys
from pathlib import Path

import click

from recoupe.commands.completion import source_ids
from recoupe.diagnostics import Format
from recoupe.loading import load
from recoupe.options import format_option, root_option
from recoupe.runs import Run
from recoupe.terminal import print_json, print_report, progress, say, show, summary

_MISTAKES = 1


@click.command("find")
@root_option
@click.argument("text")
@click.option("--source", "source_id", help="Only in this source.", shell_complete=source_ids)
@format_option(Format.TEXT, Format.JSON)
def find_command(root: Path, text: str, source_id: str | None, form: Format) -> None:
    """Where TEXT stands, and the YAML that names it uniquely.

    The very words first; then passages that hold them without their accents, in another order,
    with some words missing or mistyped, in the order of their likeness.
    """
    from recoupe.editing.find import find  # noqa: PLC0415  see cli

    with progress() as tell:
        loaded = load(root, run=Run(tell=tell))
    sources, unread = loaded.facts.anchored.sources, loaded.facts.unread_sources
    if source_id is not None and source_id not in {*sources, *unread}:
        raise click.BadParameter(f"no source has the id `{source_id}`", param_hint="--source")
    found = find(text, [one for id, one in sources.items() if source_id in (None, id)])
    if form is Format.JSON:
        print_json(found)
    elif found or not unread:
        show(found)
    if unread and not found:
        print_report(loaded.report, Format.TEXT)
        say(f"{summary(loaded.report)}; not searched: {', '.join(sorted(unread))}")
        sys.exit(_MISTAKES)
