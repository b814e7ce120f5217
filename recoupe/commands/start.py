"""`new` and `init`: what an editor starts from."""

import sys
from pathlib import Path
from typing import NoReturn

import click

from recoupe.commands.schema import renew_schemas
from recoupe.folders import SCHEMAS
from recoupe.loading import load
from recoupe.options import folder_root_option, root_option
from recoupe.terminal import say

_USAGE = 2


@click.command("new")
@root_option
@click.argument("family", type=click.Choice(["claim", "source", "discrepancy"]))
@click.argument("name", metavar="ID")
@click.option(
    "--from",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Make the source of a saved page (.html) or of a text (.txt).",
)
@click.option("--keep", is_flag=True, help="Keep the saved page beside its text, under seeds/.")
@click.option("--retrieved", metavar="DATE", help="When the page was saved: 2021-02-15.")
def new_command(
    *, root: Path, family: str, name: str, file: Path | None, keep: bool, retrieved: str | None
) -> None:
    """Write a commented fact file, to be filled in; ID may have folders before it.

    With --from, a source's text is taken from a saved page, with all that the page states about
    it, or from a text, byte for byte. Nothing is fetched, and nothing is overwritten.
    """
    from recoupe.editing.refusals import EditRefusedError  # noqa: PLC0415  see cli

    if file is None and (keep or retrieved):
        raise click.UsageError("--keep and --retrieved go with --from")
    if file is not None and family != "source":
        raise click.UsageError("--from makes a source: recoupe new source ID --from FILE")
    try:
        if file is None:
            _start(root, family, name)
        else:
            _take(root, name, file, keep=keep, retrieved=_day(retrieved))
        if (root / SCHEMAS).is_dir():
            renew_schemas(load(root))
    except (FileExistsError, EditRefusedError) as error:
        _refuse(error)


def _start(root: Path, family: str, name: str) -> None:
    from recoupe.editing.start import new_fact  # noqa: PLC0415  see cli

    path = new_fact(root, family, name)
    say(f"wrote {path}")
    say(f"next: fill it in, then `recoupe check`{_hint(root)}")


def _take(root: Path, name: str, file: Path, *, keep: bool, retrieved: str) -> None:
    from recoupe.editing.new_sources import new_source  # noqa: PLC0415  see cli

    made = new_source(root, name, file, keep=keep, retrieved=retrieved)
    say("\n".join(f"wrote {path}" for path in made.paths))
    for doubt in made.doubts:
        say(f"look at it: {doubt}")
    if made.missing:
        say(f"not stated, so left to you: {', '.join(made.missing)}")
    say(
        "next: read the text (what in it is not the article, `body` leaves out), then"
        f" `recoupe find WORDS` and `recoupe new claim ID`{_hint(root)}"
    )


def _day(retrieved: str | None) -> str:
    """The day that was given, as precise as it is."""
    from recoupe.values import ValueMistake, parse_date  # noqa: PLC0415  see cli

    if retrieved:
        try:
            parse_date(retrieved)
        except ValueMistake as mistake:
            raise click.BadParameter(str(mistake), param_hint="--retrieved") from mistake
    return retrieved or ""


def _hint(root: Path) -> str:
    """How an editor gets completion, where its schemas are not there yet."""
    if (root / SCHEMAS).is_dir():
        return ""
    return "\n      (`recoupe schema` gives your editor completion and checks in these files)"


@click.command("init")
@folder_root_option
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def init_command(root: Path, folder: Path) -> None:
    """Start a new, empty project that builds at once."""
    from recoupe.editing.refusals import EditRefusedError  # noqa: PLC0415  see cli
    from recoupe.editing.start import new_project  # noqa: PLC0415

    try:
        written = new_project(root / folder)
    except (FileExistsError, EditRefusedError) as error:
        _refuse(error)
    say("\n".join(f"wrote {path}" for path in written))
    go = "" if root / folder == Path() else f"cd {root / folder}, then "
    say(f"next: {go}`recoupe` builds it, and `recoupe new source ID --from FILE` adds an article")


def _refuse(error: Exception) -> NoReturn:
    """Say what stands in the way; how the command is used would not help."""
    say(f"error: {error}")
    sys.exit(_USAGE)
