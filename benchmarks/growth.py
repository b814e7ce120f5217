"""How time and memory grow with the number of claims, over sizes that triple."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generators.generator import Generator, Scenario
from benchmarks.measured import Run
from benchmarks.rounds import Told, fresh, middle, rehearse, scene
from benchmarks.tables import megabytes, seconds, table

SIZES = (100, 300, 1_000, 3_000, 10_000)
LARGE = (*SIZES, 30_000, 100_000)
_GROWING = (Scenario.COLD, Scenario.WARM, Scenario.NOTHING, Scenario.CLAIM)
_FAR = (
    Scenario.COLD,
    Scenario.NOTHING,
)  # of more claims: the other lines can be drawn on from there
_ENOUGH = 60.0  # seconds of one build from which a second one tells nothing that the first did not


@dataclass(frozen=True, slots=True)
class Point:
    """What a generator took for a scenario at a size."""

    name: str
    scenario: Scenario
    claims: int
    run: Run

    @property
    def line(self) -> str:
        """What the points of one line of a drawing have in common."""
        return f"{self.name}, {self.scenario.value}"


def growth(
    folder: Path, generators: Sequence[Generator], sizes: Sequence[int], count: int, tell: Told
) -> Iterator[Point]:
    """The medians of `count` runs at each size: the first generator in full, the others cold.

    Beyond the usual sizes, which are 10,000 claims at most, only what is asked of so large a site.
    """
    for generator in generators:
        rehearse(folder / "rehearsed", generator)
    for claims in sizes:
        for generator in generators:
            own = _GROWING if claims <= max(SIZES) else _FAR
            scenarios = own if generator is generators[0] else (Scenario.COLD,)
            fresh(folder / generator.name, generator, claims)
            for scenario in scenarios:
                run = _median(folder / generator.name, generator, scenario, count)
                tell(f"{claims:,} claims, {generator.name}, {scenario.value}: {run.wall:.2f} s")
                yield Point(generator.name, scenario, claims, run)
            shutil.rmtree(folder / generator.name)


def _median(folder: Path, generator: Generator, scenario: Scenario, count: int) -> Run:
    runs = [scene(folder, generator, scenario, 1)]
    while len(runs) < count and runs[0].wall < _ENOUGH:
        runs.append(scene(folder, generator, scenario, len(runs) + 1))
    return middle(runs)


def growth_tables(points: Sequence[Point]) -> str:
    """Time and memory by size: one column for each line of the drawings.

    Time is the processor's: the largest builds take so long that machines have other work too.
    """
    lines = list(dict.fromkeys(point.line for point in points))
    found = {(point.line, point.claims): point.run for point in points}
    sizes = sorted({point.claims for point in points})
    tables = (
        ("Processor's time, all processes", lambda run: seconds(run.cpu)),
        ("Memory of the largest process", lambda run: megabytes(run.largest)),
    )
    parts = []
    for title, shown in tables:
        rows = [
            [f"{claims:,}", *(_shown(found.get((line, claims)), shown) for line in lines)]
            for claims in sizes
        ]
        parts.append(f"**{title}**\n\n{table(['claims', *lines], rows)}")
    return "\n\n".join(parts)


def _shown(run: Run | None, shown: Callable[[Run], str]) -> str:
    return "" if run is None else shown(run)
