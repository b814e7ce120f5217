"""`schema`: what an editor's YAML plug-in completes and underlines by."""

from pathlib import Path

import click

from recoupe.folders import SCHEMAS
from recoupe.loading import Loaded, load
from recoupe.options import root_option
from recoupe.terminal import say


@click.command("schema")
@root_option
@click.option("--output", type=click.Path(file_okay=False, path_type=Path))
def schema_command(root: Path, output: Path | None) -> None:
    """Write the JSON Schemas of fact files, for an editor's YAML plug-in.

    They hold the ids of this project. Those in .recoupe/schemas are kept up to date by `build`,
    `serve` and `new`; those that went elsewhere are not.
    """
    from recoupe.editing.schemas import (  # noqa: PLC0415  see cli
        known_names,
        write_own_schemas,
        write_schemas,
    )

    loaded = load(root)
    names = known_names(loaded.root, loaded.project, loaded.report)
    made = write_schemas(output, names) if output else write_own_schemas(root, names)
    say("\n".join(f"wrote {path}" for path in made))
    if output:
        say("next: run this again when ids have changed; nothing else looks there")
    else:
        say("next: a line at a fact file's top names its schema, see docs/editors.md")


def renew_schemas(loaded: Loaded) -> None:
    """Fill in the schemas of a project anew, where it has some and its names have changed."""
    if (loaded.root / SCHEMAS).is_dir():
        from recoupe.editing.schemas import refresh_schemas  # noqa: PLC0415  see cli

        refresh_schemas(loaded.root, loaded.project, loaded.report)
