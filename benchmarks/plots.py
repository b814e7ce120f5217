"""The growth as drawings: both axes logarithmic, so that every size is to be seen.

matplotlib is wanted here and nowhere else: `pip install -e ".[benchmarks]"`. Letters stay text and
nothing in a file tells when it was made, so that the same figures make the same file.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

from benchmarks.growth import Point

_INK, _PAPER, _RULE = "#1c1a17", "#fbfaf7", "#d8d3c8"  # the site's own, so that both modes can read
_STROKES = (("-", "o"), ("-", "s"), ("--", "^"), (":", "D"), ("-.", "x"))  # told apart unlit too
_COLOURS = ("#1c1a17", "#2b5aa0", "#2b5aa0", "#9a3324", "#8a8377")
_SETTINGS: dict[Any, Any] = {  # matplotlib names every key in its type
    "svg.fonttype": "none",
    "svg.hashsalt": "recoupe",
    "font.family": "serif",
    "font.serif": ["Source Serif 4", "Georgia", "Times New Roman", "DejaVu Serif"],
    "font.size": 11,
    "text.color": _INK,
    "axes.labelcolor": _INK,
    "xtick.color": _INK,
    "ytick.color": _INK,
}


def draw_growth(points: Sequence[Point], folder: Path) -> None:
    """Write `growth-time.svg` and `growth-memory.svg` into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with mpl.rc_context(_SETTINGS):
        _drawn(
            points,
            lambda point: point.run.cpu,
            "seconds of processors' time, all processes",
            folder / "growth-time.svg",
        )
        _drawn(
            points,
            lambda point: point.run.largest / 1_000_000,
            "megabytes, largest process",
            folder / "growth-memory.svg",
        )


def _drawn(
    points: Sequence[Point], height: Callable[[Point], float], unit: str, path: Path
) -> None:
    figure = Figure(figsize=(8, 4.6), facecolor=_PAPER, layout="constrained")
    axes = figure.add_subplot(facecolor=_PAPER)
    lines = list(dict.fromkeys(point.line for point in points))
    for place, line in enumerate(lines):
        own = [point for point in points if point.line == line]
        dashes, mark = _STROKES[place % len(_STROKES)]
        axes.plot(
            [point.claims for point in own],
            [height(point) for point in own],
            color=_COLOURS[place % len(_COLOURS)],
            linestyle=dashes,
            marker=mark,
            markersize=5,
            linewidth=1.4,
            label=line,
        )
    _ruled(axes, sorted({point.claims for point in points}), unit)
    figure.legend(frameon=False, loc="outside lower center", ncols=2, fontsize=10)
    figure.savefig(path, metadata={"Date": None})


def _ruled(axes: Axes, sizes: Sequence[int], unit: str) -> None:
    axes.set_xscale("log")
    axes.set_yscale("log")
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
    axes.yaxis.set_major_locator(LogLocator(subs=(1, 3)))  # the steps of the sizes
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_minor_formatter(NullFormatter())
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    axes.set_xlabel("claims")
    axes.set_title(unit, loc="left", fontsize=11)
    axes.grid(visible=True, which="major", color=_RULE, linewidth=0.8)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(which="both", length=0)
