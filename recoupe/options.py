"""The options that several commands share, as decorators, and what of them is refused."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from recoupe.diagnostics import Format
from recoupe.parts.shards import Shard
from recoupe.reading.addresses import is_site_address

Command = TypeVar("Command", bound=Callable[..., Any])

root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder (default: here).",
)
folder_root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that the other path starts from (default: here).",
)
strict_option = click.option("--strict", is_flag=True, help="Make warnings errors.")


def format_option(*forms: Format) -> Callable[[Command], Command]:
    """`--format` with those forms, text where none is named; the command gets it as `form`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice([form.value for form in forms]),
        default=Format.TEXT.value,
        show_default=True,
        callback=lambda _, __, value: Format(value),
    )


def making_options(command: Command) -> Command:
    """What can be said to all commands that make a site's pages."""
    for option in reversed(_MAKING):
        command = option(command)
    return command


def shard_option(command: Command) -> Command:
    """`--shard`, which names one part of a site; the command gets it as `shard`."""
    return click.option(
        "--shard",
        callback=lambda _, __, words: _shard(words),
        metavar="I/N",
        help="Build only the I-th of N parts of the pages, for `merge`, and publish no site;"
        " --output is then part-I-of-N by default.",
    )(command)


def _shard(words: str | None) -> Shard | None:
    try:
        return None if words is None else Shard.typed(words)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def _web_address(url: str | None) -> str | None:
    if url is not None and not is_site_address(url):
        raise click.BadParameter(f"`{url}` is no http or https address")
    return url


_MAKING = (
    root_option,
    click.option(
        "--output",
        type=click.Path(file_okay=False, path_type=Path),
        help="Default: site.",
    ),
    click.option(
        "--base-url",
        callback=lambda _, __, url: _web_address(url),
        help="Where the site will be served, path included.",
    ),
    click.option("--drafts", is_flag=True, help="Publish drafts too."),
    strict_option,
    click.option(
        "--jobs",
        type=click.IntRange(min=1),
        help="Use at most this many processes (default: one for each processor).",
    ),
    click.option(
        "--quick",
        is_flag=True,
        help="Leave the search index and the pictures as they are: they may lack what is new, and"
        " have what is gone.",
    ),
    click.option("--profile", is_flag=True, help="Tell at the end where the time went, by stage."),
)
