"""The benchmarks as commands: `python -m benchmarks --help`.

Projects are built in memory where the system has a file system there, so that no disk is measured.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from benchmarks.apart import costs, costs_table, kinds, kinds_table
from benchmarks.corpus import make_project
from benchmarks.generators import HUGO, PEERS, RECOUPE, Generator
from benchmarks.growth import LARGE, SIZES, growth, growth_tables
from benchmarks.machine import load_warning, machine, state
from benchmarks.measured import CommandFailedError
from benchmarks.preview import SAVES, waits, waits_table
from benchmarks.preview import SIZES as WAITED
from benchmarks.quick import quick
from benchmarks.rounds import measured_rounds
from benchmarks.tables import rounds_tables, write_block

_MEMORY = Path("/dev/shm")  # Linux's own file system in memory
_ROOM = 250_000  # bytes of a claim in all projects and sites together, twice for the copy
_PICTURES = "pictures"  # beside the page that shows them
_DRAWINGS = f"""\
![Processor's time over the number of claims, both axes logarithmic]({_PICTURES}/growth-time.svg)

![Memory of the largest process over the number of claims]({_PICTURES}/growth-memory.svg)"""
_NAMES = [peer.name.lower() for peer in PEERS]

_claims = click.option("--claims", default=10_000, show_default=True, type=click.IntRange(min=1))
_runs = click.option(
    "--runs", default=3, show_default=True, type=click.IntRange(min=1), help="Medians are of these."
)
_write = click.option(
    "--write",
    "page",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Put the figures into this page, docs/performance.md.",
)
_folder = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Where to build (default: in memory; a new folder in it is used and taken away).",
)
_peers = click.option(
    "--peers",
    default=",".join(_NAMES),
    show_default=True,
    help="The others, with commas; those that are not installed are left out. Or none.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def commands() -> None:
    """Measure Recoupe, and other generators on the same content, as whole processes."""


@commands.command("compare")
@_claims
@_runs
@_peers
@_folder
@_write
def compare_command(
    claims: int, runs: int, peers: str, folder: Path | None, page: Path | None
) -> None:
    """Every generator in every scenario, in turn."""
    chosen = [RECOUPE, *_installed(peers)]
    about = _about(chosen, f"{claims:,} claims, medians of {runs}")
    with _workplace(folder, claims) as place:
        rounds = measured_rounds(place, chosen, claims, runs, _tell)
    _show(page, "comparison", f"{about}\n\n{rounds_tables(rounds)}")


@commands.command("growth")
@click.option("--large", is_flag=True, help="Go on to 100,000 claims.")
@_runs
@_folder
@_write
def growth_command(large: bool, runs: int, folder: Path | None, page: Path | None) -> None:
    """Time and memory over 100 to 10,000 claims; drawn where there is a page to show it in."""
    sizes = LARGE if large else SIZES
    chosen = [RECOUPE, *_installed(HUGO.name.lower())]
    about = _about(chosen, f"medians of {runs} (of one, where a build takes a minute)")
    with _workplace(folder, max(sizes)) as place:
        points = list(growth(place, chosen, sizes, runs, _tell))
    shown = growth_tables(points)
    if page is not None:
        from benchmarks.plots import draw_growth  # noqa: PLC0415  matplotlib is an extra

        draw_growth(points, page.parent / _PICTURES)
        shown = f"{_DRAWINGS}\n\n{shown}"
    _show(page, "growth", f"{about}\n\n{shown}")


@commands.command("parts")
@click.option("--claims", default=1_000, show_default=True, type=click.IntRange(min=1))
@_runs
@_folder
@_write
def parts_command(claims: int, runs: int, folder: Path | None, page: Path | None) -> None:
    """What single parts cost, and each kind of page."""
    about = _about([RECOUPE], f"{claims:,} claims, medians of {runs}")
    with _workplace(folder, claims) as place:
        parts = costs_table(costs(place, claims, runs, _tell), claims)
        pages = kinds_table(kinds(place, claims))
    _show(page, "parts", f"{about}\n\n{parts}\n\n{pages}")


@commands.command("preview")
@click.option("--claims", type=click.IntRange(min=1), help="Only this size.")
@_folder
@_write
def preview_command(claims: int | None, folder: Path | None, page: Path | None) -> None:
    """How long an editor waits under `serve`."""
    sizes = WAITED if claims is None else (claims,)
    about = _about([RECOUPE], f"medians of {SAVES} saves")
    with _workplace(folder, max(sizes)) as place:
        found = [waits(place, size, _tell) for size in sizes]
    _show(page, "preview", f"{about}\n\n{waits_table(found)}")


@commands.command("anchoring")
@_write
def anchoring_command(page: Path | None) -> None:
    """How long finding quotes takes."""
    command = [sys.executable, "-m", "benchmarks.anchoring"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    _show(page, "anchoring", f"{_about([], 'in one process')}\n\n```\n{told.stdout.rstrip()}\n```")


@commands.command("quick")
@click.option("--claims", default=1_000, show_default=True, type=click.IntRange(min=1))
@_folder
def quick_command(claims: int, folder: Path | None) -> None:
    """Recoupe beside itself and `cp -r`; ends with 1 where something is far too slow."""
    with _workplace(folder, claims) as place:
        taken = quick(place, claims, _tell)
    for line in taken.lines():
        click.echo(line)
    slow = taken.regressions()
    for line in slow:
        click.echo(f"too slow: {line}", err=True)
    sys.exit(1 if slow else 0)


@commands.command("corpus")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@_claims
@click.option("--sheets", is_flag=True, help="Ask for worksheets.")
def corpus_command(folder: Path, claims: int, sheets: bool) -> None:
    """Write the made-up project into FOLDER, in the place of one that was there."""
    try:
        make_project(folder, claims, sheets=sheets)
    except FileExistsError as error:
        raise click.BadParameter(str(error), param_hint="FOLDER") from error


def _installed(names: str) -> Iterator[Generator]:
    """The peers of those names; one that is not installed is skipped, with a word."""
    wanted = [] if names == "none" else names.lower().split(",")
    if unknown := set(wanted) - set(_NAMES):
        raise click.BadParameter(f"no generator is called {', '.join(sorted(unknown))}")
    for peer in (peer for peer in PEERS if peer.name.lower() in wanted):
        if peer.program():
            yield peer
        else:
            _tell(f"{peer.name} is not installed, and left out; see benchmarks/README.md")


def _about(chosen: Sequence[Generator], measured: str) -> str:
    """What was measured and on what, to stand over the figures; asked before the first run."""
    versions = ", ".join(f"{one.name} {one.release()}" for one in chosen if one is not RECOUPE)
    warning = load_warning()
    lines = [
        f"Recoupe at {state()}, {measured}. {machine()}.",
        *([f"{versions}."] if versions else []),
        *([f"**{warning}**"] if warning else []),
    ]
    for line in lines:
        _tell(line)
    return "\n".join(lines)


@contextmanager
def _workplace(folder: Path | None, claims: int) -> Iterator[Path]:
    """A new folder, in memory if there is room for so many claims, and gone afterwards."""
    above = folder or _memory(claims * _ROOM)
    if above is None:
        _tell(f"no file system in memory with room for {claims:,} claims: the disk is measured too")
    with tempfile.TemporaryDirectory(prefix="recoupe-benchmarks-", dir=above) as made:
        yield Path(made)


def _memory(room: int) -> Path | None:
    return _MEMORY if _MEMORY.is_dir() and shutil.disk_usage(_MEMORY).free > room else None


def _show(page: Path | None, name: str, text: str) -> None:
    if page is None:
        click.echo(f"\n{text}")
    else:
        write_block(page, name, text)
        _tell(f"written into {page}")


def _tell(line: str) -> None:
    click.echo(line, err=True)


if __name__ == "__main__":
    try:
        commands()
    except CommandFailedError as failed:
        sys.exit(f"error: {failed}")
