"""Measured figures as tables in Markdown, and their place in a page.

A page keeps its prose: only what stands between the two comments of a block is written anew.
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.generators.generator import Scenario
from benchmarks.measured import Run
from benchmarks.rounds import COPY, Rounds

_YARDSTICK = "Hugo"  # the fastest of the others: ratios are to it
_MEGABYTE = 1_000_000


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table; every column but the first is set to the right."""
    ruler = ["---", *["---:"] * (len(heads) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (heads, ruler, *rows))


def seconds(figure: float) -> str:
    """Seconds with as many digits as mean something."""
    return f"{figure:.2f} s" if figure < 10 else f"{figure:.1f} s"


def megabytes(figure: float) -> str:
    """Bytes as megabytes."""
    return f"{figure / _MEGABYTE:,.0f} MB"


def rounds_tables(rounds: Rounds) -> str:
    """Time, processor's time, memory and what was made, for every generator that was run."""
    names = list(rounds.sites)
    parts = [
        ("Time that a person waits", lambda run: run.wall, seconds),
        ("Processor's time, all processes", lambda run: run.cpu, seconds),
        ("Memory of the largest process", lambda run: run.largest, megabytes),
        ("Memory of all processes together", lambda run: run.together, megabytes),
    ]
    titled = [f"**{title}**\n\n{_figures(rounds, names, *part)}" for title, *part in parts]
    return "\n\n".join([*titled, _made(rounds, names)])


def _figures(
    rounds: Rounds,
    names: Sequence[str],
    figure: Callable[[Run], float],
    shown: Callable[[float], str],
) -> str:
    rows = []
    for scenario in Scenario:
        yard = rounds.middle(_YARDSTICK, scenario)
        cells = [_cell(rounds.middle(name, scenario), yard, figure, shown) for name in names]
        rows.append([scenario.value, *cells])
    return table(["", *names], rows)


def _cell(
    run: Run | None,
    yard: Run | None,
    figure: Callable[[Run], float],
    shown: Callable[[float], str],
) -> str:
    if run is None:
        return "as cold"
    if yard is None:
        return shown(figure(run))
    return f"{shown(figure(run))} ({figure(run) / figure(yard):.2f})"


def _made(rounds: Rounds, names: Sequence[str]) -> str:
    sites = [rounds.sites[name] for name in names]
    files = ["files", *(f"{site.files:,}" for site in sites)]
    sizes = ["size", *(megabytes(site.size) for site in sites)]
    copied = rounds.middle(COPY, Scenario.COLD)
    yard = f"\n\n`{COPY}` of {names[0]}'s output: {seconds(copied.wall)}." if copied else ""
    return f"**What was made**\n\n{table(['', *names], [files, sizes])}{yard}"


def write_block(page: Path, name: str, text: str) -> None:
    """Put `text` between the comments of that name; raises ValueError where the page has none."""
    opening, closing = f"<!-- {name}: written by the benchmarks -->", f"<!-- /{name} -->"
    block = re.compile(re.escape(opening) + ".*?" + re.escape(closing), re.DOTALL)
    written, times = block.subn(
        lambda _: f"{opening}\n{text}\n{closing}", page.read_text(encoding="utf-8")
    )
    if times != 1:
        raise ValueError(f"{page} has not one place for `{name}`: {opening} … {closing}")
    page.write_text(written, encoding="utf-8")
