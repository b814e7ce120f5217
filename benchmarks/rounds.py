"""Generators side by side: every scenario of each, one after the other, in rounds (A B C, A B C).

Interleaved, because a machine that slows down for a minute should slow them all down. Before the
first measured run each builds a small project once, so that programs are in memory, Python's are
compiled, and a broken one is told before an hour has gone.
"""

import re
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.content import KINDS
from benchmarks.generators.generator import STAMP, SUMMARY, Generator, Scenario
from benchmarks.measured import CommandFailedError, Run, measured

COPY = "cp -r"
_REHEARSED = 20  # claims of the project that is built before anything is measured
_EDITS = {  # what an edit looks for, and what it puts there, with a number that was not there yet
    Scenario.CLAIM: (re.compile(SUMMARY + r"( \(état \d+\))?"), SUMMARY + " (état {})"),
    Scenario.TEMPLATE: (re.compile(STAMP + r" \d+"), STAMP + " {}"),
}
Told = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Site:
    """What a generator made: how much, which the copy has to carry too."""

    files: int
    size: int  # bytes


@dataclass(frozen=True, slots=True)
class Rounds:
    """Every run by generator and scenario, and what each generator made; COPY copied Recoupe's."""

    claims: int
    sites: dict[str, Site]
    runs: dict[tuple[str, Scenario], tuple[Run, ...]]

    def middle(self, name: str, scenario: Scenario) -> Run | None:
        """The median of every figure; None where the scenario was not run."""
        runs = self.runs.get((name, scenario))
        return middle(runs) if runs else None


def middle(runs: Sequence[Run]) -> Run:
    """The median of every figure of the runs."""
    return Run(
        wall=median(run.wall for run in runs),
        cpu=median(run.cpu for run in runs),
        largest=int(median(run.largest for run in runs)),
        together=int(median(run.together for run in runs)),
    )


def measured_rounds(
    folder: Path, generators: Sequence[Generator], claims: int, count: int, tell: Told
) -> Rounds:
    """`count` rounds of every scenario over projects of `claims` claims, made below `folder`.

    The output of the first generator is what is copied. Raises CommandFailedError where a
    generator fails, or leaves out a page.
    """
    for generator in generators:
        tell(f"{generator.name}: rehearsal, then a project of {claims:,} claims")
        rehearse(folder / "rehearsed", generator)
        fresh(folder / generator.name, generator, claims)
    runs: dict[tuple[str, Scenario], list[Run]] = {}
    for number in range(1, count + 1):
        for scenario in Scenario:
            for generator in (one for one in generators if scenario in one.scenarios):
                run = scene(folder / generator.name, generator, scenario, number)
                runs.setdefault((generator.name, scenario), []).append(run)
                tell(f"{number}/{count} {generator.name}, {scenario.value}: {run.wall:.2f} s")
        copied = copy(folder / generators[0].name / generators[0].output, folder / "copy")
        runs.setdefault((COPY, Scenario.COLD), []).append(copied)
    sites = {one.name: site(folder / one.name / one.output) for one in generators}
    return Rounds(claims, sites, {key: tuple(some) for key, some in runs.items()})


def fresh(folder: Path, generator: Generator, claims: int) -> None:
    """A new project for the generator."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    generator.write(folder, claims)


def rehearse(folder: Path, generator: Generator) -> None:
    """Build a small project once; raises CommandFailedError where a page of it is missing."""
    fresh(folder, generator, _REHEARSED)
    measured(generator.command, folder)
    for kind in KINDS[:2]:  # so few claims need not have a discrepancy
        if not any((folder / generator.output / kind).glob("*/index.html")):
            raise CommandFailedError(f"{generator.name} made no page under {kind}/")
    shutil.rmtree(folder)


def scene(folder: Path, generator: Generator, scenario: Scenario, number: int) -> Run:
    """One run after what the scenario says has happened; edits write `number`."""
    clear(folder, generator, scenario)
    if scenario is Scenario.CLAIM:
        edit(folder / generator.claim, scenario, number)
    elif scenario is Scenario.TEMPLATE:
        edit(folder / generator.template, scenario, number)
    return measured(generator.command, folder)


def clear(folder: Path, generator: Generator, scenario: Scenario) -> None:
    """Take away what the scenario says is gone."""
    output = (generator.output,) if scenario in {Scenario.COLD, Scenario.WARM} else ()
    cache = generator.cache if scenario is Scenario.COLD else ()
    for name in (*output, *cache):
        shutil.rmtree(folder / name, ignore_errors=True)


def edit(path: Path, scenario: Scenario, number: int) -> None:
    """Change the words that every project has for this, once."""
    looked_for, put = _EDITS[scenario]
    text, times = looked_for.subn(put.format(number), path.read_text(encoding="utf-8"), count=1)
    if not times:
        raise ValueError(f"{path} has nothing to edit")
    path.write_text(text, encoding="utf-8")


def copy(output: Path, target: Path) -> Run:
    """What it takes to copy a built site: nothing that writes all of it can be faster."""
    run = measured(("cp", "-r", str(output), str(target)), output.parent)
    shutil.rmtree(target)
    return run


def site(output: Path) -> Site:
    """How much stands in a folder."""
    sizes = [path.stat().st_size for path in output.rglob("*") if path.is_file()]
    return Site(len(sizes), sum(sizes))
