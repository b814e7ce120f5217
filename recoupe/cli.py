"""The commands: each reads its options, calls one thing, prints, and gives an exit code.

0 clean, 1 mistakes in the facts, 2 wrong usage, 3 the machine's fault. What a command needs beyond
checking and building is imported when it is called, so that a build does not pay for a server.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from errno import EADDRINUSE
from pathlib import Path
from typing import Any

import click

from recoupe.commands.completion import COMPLETION
from recoupe.commands.find import find_command
from recoupe.commands.repair import pin_sources, repair_command
from recoupe.commands.review import diff_command
from recoupe.commands.schema import renew_schemas, schema_command
from recoupe.commands.start import init_command, new_command
from recoupe.diagnostics import Format, Report
from recoupe.loading import load
from recoupe.memory.stamps import Seen
from recoupe.memory.standing import Standing, remember, snapshot
from recoupe.options import (
    folder_root_option,
    format_option,
    making_options,
    root_option,
    shard_option,
    strict_option,
)
from recoupe.parts.shards import Shard
from recoupe.pipeline import Built, build
from recoupe.runs import Run, processors
from recoupe.terminal import (
    built_summary,
    checked_summary,
    merged_summary,
    part_summary,
    print_report,
    printed_report,
    profile_table,
    progress,
    say,
    stored,
)
from recoupe.writing.refusals import (
    OutputFailedError,
    OutputRefusedError,
    PartRefusedError,
    TemplateFailedError,
    machine_failures,
)

_MISTAKES, _USAGE, _MACHINE = 1, 2, 3


class _DefaultsToBuild(click.Group):
    """`recoupe` alone, or with options only, is `recoupe build`; `--root` may stand in front."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Put `build` before options that are not the group's own, or a command before its root."""
        if context.resilient_parsing:  # a shell asks which commands there are
            return super().parse_args(context, args)
        own = {"--help", "-h", "--version"}
        rooted = 2 if args[:1] == ["--root"] else 1 if args and args[0].startswith("--root=") else 0
        if rooted and len(args) > rooted and args[rooted] in self.commands:
            args = [args[rooted], *args[:rooted], *args[rooted + 1 :]]
        elif not args or (args[0].startswith("-") and args[0] not in own):
            args = ["build", *args]
        return super().parse_args(context, args)


@click.group(cls=_DefaultsToBuild, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="recoupe")
def commands() -> None:
    """Build a fact-check site in which nothing is published that is not proved."""


@commands.command("build")
@making_options
@shard_option
def build_command(*, shard: Shard | None, jobs: int | None, profile: bool, **options: Any) -> None:
    """Prove everything and publish the site; with one error nothing is written."""
    if shard is not None:
        _build_part(shard, jobs, options, profile=profile)
        return
    before = snapshot(sys.argv[1:])
    with _making_run(jobs, profile=profile) as run:
        built = build(**options, run=run)
    renew_schemas(built.loaded)
    _tell(built)
    if before is not None and not profile:
        _remember(built, before)


def _build_part(shard: Shard, jobs: int | None, options: dict[str, Any], *, profile: bool) -> None:
    from recoupe.parts.building import build_part  # noqa: PLC0415  see above

    with _making_run(jobs, profile=profile) as run:
        built = build_part(shard=shard, **options, run=run)
    print_report(built.loaded.report, Format.TEXT)
    say(part_summary(built.loaded.report, built.output, built.shard, built.share))
    _exit(built.loaded.report)


@commands.command("merge")
@click.argument(
    "parts",
    nargs=-1,
    required=True,
    metavar="PART...",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@making_options
def merge_command(
    *, parts: tuple[Path, ...], jobs: int | None, profile: bool, **options: Any
) -> None:
    """Publish the site whose parts `build --shard` made, all of them, with the same options.

    Everything is proved here as by `build`; a page that no part has as it must be is made anew.
    """
    from recoupe.parts.merging import merge  # noqa: PLC0415  see above

    with _making_run(jobs, profile=profile) as run:
        built = merge(folders=parts, **options, run=run)
    _tell(built, parts=len(parts))


@contextmanager
def _making_run(jobs: int | None, *, profile: bool) -> Iterator[Run]:
    """A run that shows how far it is, and tells at its end where the time went."""
    with progress() as tell:
        run = Run(jobs or processors(), tell)
        yield run
    if profile:
        say(profile_table(run))


def _tell(built: Built, *, parts: int = 0) -> None:
    """Say what a build did; this ends the command where it failed."""
    print_report(built.report, Format.TEXT)
    say(built_summary(built.report, built.output, built.published, built.indexed))
    _exit(built.report)
    if parts:
        say(merged_summary(parts, built.anew))
    if built.indexed and built.indexed.failure:
        say(f"error: no search index: {built.indexed.failure}")
        say("the pages are published, and an index from before is left; --quick makes none")
        sys.exit(_MACHINE)


def _remember(built: Built, before: Seen) -> None:
    """Leave word of a build, so that the same command finds out that it has nothing to do."""
    published, indexed = built.published, built.indexed
    if published is None:
        return
    files = len(published.written) + published.unchanged
    unchanged = replace(published, written=(), removed=(), unchanged=files)
    said = built_summary(
        built.report, built.output, unchanged, indexed and replace(indexed, made=False)
    )
    written = published.stamped | (indexed.stamped if indexed else {})
    remember(sys.argv[1:], Standing(said, stored(built.report), before, written))


@commands.command("check")
@root_option
@strict_option
@format_option(*Format)
@click.option("--pin", is_flag=True, help="Record which texts were checked: their `sha256`.")
def check_command(root: Path, strict: bool, form: Format, pin: bool) -> None:
    """Read and prove everything; write nothing but, with --pin, the hashes of sources."""
    if pin:
        pin_sources(load(root))
    with progress() as tell:
        report = load(root, strict=strict, run=Run(tell=tell)).report
    print_report(report, form, root)
    say(checked_summary(report))
    _exit(report)


@commands.command("serve")
@root_option
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--open", "open_browser", is_flag=True, help="Open a browser.")
@click.option("--drafts", is_flag=True, help="Show drafts too.")
def serve_command(root: Path, port: int, open_browser: bool, drafts: bool) -> None:
    """Show the site on 127.0.0.1 as it would be published, and reload it on every change.

    Nothing is written: pages are made when they are looked at.
    """
    from recoupe.serving import Preview, serve  # noqa: PLC0415  a server, see above

    preview = Preview(root.resolve(), printed_report, drafts=drafts)
    try:
        serve(preview, port=port, tell=say, open_browser=open_browser)
    except OSError as error:
        if error.errno != EADDRINUSE:
            raise
        say(f"error: port {port} is taken, by another preview perhaps; try `--port {port + 1}`")
        sys.exit(_MACHINE)


commands.add_command(find_command)
commands.add_command(new_command)
commands.add_command(init_command)
commands.add_command(repair_command)
commands.add_command(diff_command)
commands.add_command(schema_command)


@commands.command("verify")
@folder_root_option
@click.argument("site", type=click.Path(path_type=Path))
def verify_command(root: Path, site: Path) -> None:
    """Prove a built site again, from its own files."""
    from recoupe.verifying import verify  # noqa: PLC0415  see above

    if not (root / site).is_dir():
        raise click.BadParameter(f"there is no folder `{root / site}`", param_hint="SITE")
    with progress() as tell:
        verified = verify(root / site, Run(tell=tell))
    for fault in verified.faults:
        say(f"{fault.path}: {fault.message}")
    for path in verified.unlisted:
        say(f"{path}: not in the manifest, so nothing is proved of it")
    say(
        f"{verified.files} files, {verified.quotes} quotes and {verified.links} links proved again,"
        f" {len(verified.faults)} at fault"
    )
    sys.exit(_MISTAKES if verified.faults else 0)


def main() -> None:
    """Run a command; refusals and the machine's failures are told in one line."""
    try:
        with machine_failures():
            commands(complete_var=COMPLETION)
    except (OutputRefusedError, PartRefusedError) as error:
        say(f"error: {error}")
        sys.exit(_USAGE)
    except TemplateFailedError as error:
        say(f"error: {error}")
        sys.exit(_MISTAKES)
    except OutputFailedError as error:
        say(f"error: {error}")
        sys.exit(_MACHINE)


def _exit(report: Report) -> None:
    if report.failed:
        sys.exit(_MISTAKES)
