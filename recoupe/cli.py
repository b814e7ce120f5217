"""The commands: each reads its options, calls one thing, prints, and gives an exit code.

0 clean, 1 mistakes in the facts, 2 wrong usage, 3 the machine's fault.
"""

import sys
from pathlib import Path

import click

from recoupe.diagnostics import Format, Report
from recoupe.pipeline import build, load
from recoupe.terminal import built_summary, print_report, say, summary
from recoupe.writing import OutputFailedError, OutputRefusedError

_MISTAKES, _USAGE, _MACHINE = 1, 2, 3


class _DefaultsToBuild(click.Group):
    """`recoupe` alone, or with options only, is `recoupe build`."""

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """Put `build` before options that are not the group's own."""
        own = {"--help", "-h", "--version"}
        if not args or (args[0].startswith("-") and args[0] not in own):
            args = ["build", *args]
        return super().parse_args(context, args)


_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder (default: here).",
)
_strict = click.option("--strict", is_flag=True, help="Make warnings errors.")
_format = click.option(
    "--format",
    "form",
    type=click.Choice(list(Format), case_sensitive=False),
    default=Format.TEXT,
    help="For people, for annotations of a pull request, or for programs.",
)


@click.group(
    cls=_DefaultsToBuild,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="recoupe")
def commands() -> None:
    """Build a fact-check site in which nothing is published that is not proved."""


@commands.command("build")
@_root
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Default: site.")
@click.option("--base-url", help="Where the site will be served, path included.")
@click.option("--drafts", is_flag=True, help="Publish drafts too.")
@_strict
def build_command(
    root: Path, output: Path | None, base_url: str | None, drafts: bool, strict: bool
) -> None:
    """Prove everything and publish the site; with one error nothing is written."""
    built = build(root, output, base_url=base_url, drafts=drafts, strict=strict)
    print_report(built.report, Format.TEXT)
    say(built_summary(built.report, built.output, built.published))
    _exit(built.report)


@commands.command("check")
@_root
@_strict
@_format
def check_command(root: Path, strict: bool, form: Format) -> None:
    """Read and prove everything, write nothing."""
    report = load(root, strict=strict).report
    print_report(report, form)
    say(summary(report))
    _exit(report)


def main() -> None:
    """Run a command; the machine's failures and refusals are told in one line."""
    try:
        commands()
    except OutputRefusedError as error:
        say(f"error: {error}")
        sys.exit(_USAGE)
    except (OutputFailedError, OSError) as error:
        say(f"error: {error}")
        sys.exit(_MACHINE)


def _exit(report: Report) -> None:
    if report.failed:
        sys.exit(_MISTAKES)
