"""The quick form: Recoupe beside its own full build and beside `cp -r`, in less than a minute.

What is judged is processor's time, in ratios: a busy machine makes both sides of a ratio longer.
The limits are wide: they catch a cache that no longer serves, not a stage that got a tenth slower.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generators import RECOUPE
from benchmarks.generators.generator import Scenario
from benchmarks.measured import Run
from benchmarks.rounds import Told, copy, fresh, rehearse, scene
from benchmarks.tables import megabytes, seconds

_LIMITS = {  # the most that a build may take, measured by the cold one
    Scenario.WARM: 0.6,
    Scenario.NOTHING: 0.3,
    Scenario.CLAIM: 0.6,
}
_LIMIT_OF_COLD = 5_000  # times what copying the site takes


@dataclass(frozen=True, slots=True)
class Quick:
    """One run of each scenario, and one of copying what was built."""

    runs: dict[Scenario, Run]
    copied: Run

    def lines(self) -> Iterator[str]:
        """What was measured, with its ratios."""
        for scenario, run in self.runs.items():
            ratios = f"{self.by_cold(scenario):.2f} × cold, {self.by_copy(scenario):,.0f} × cp -r"
            figures = f"{seconds(run.cpu)} of processor's time, {megabytes(run.largest)}"
            yield f"{scenario.value}: {figures}, {ratios}"

    def regressions(self) -> list[str]:
        """What is slower than it may be."""
        slow = [
            f"{scenario.value}: {self.by_cold(scenario):.2f} × cold, and at most {limit} is right"
            for scenario, limit in _LIMITS.items()
            if self.by_cold(scenario) > limit
        ]
        if (ratio := self.by_copy(Scenario.COLD)) > _LIMIT_OF_COLD:
            slow.append(f"cold: {ratio:,.0f} × cp -r, and at most {_LIMIT_OF_COLD:,} is right")
        return slow

    def by_cold(self, scenario: Scenario) -> float:
        """How many times as long as a cold build it took."""
        return self.runs[scenario].cpu / self.runs[Scenario.COLD].cpu

    def by_copy(self, scenario: Scenario) -> float:
        """How many times as long as copying the site it took."""
        return self.runs[scenario].cpu / self.copied.cpu


def quick(folder: Path, claims: int, tell: Told = lambda _: None) -> Quick:
    """Build a project of `claims` claims below `folder` in every scenario that is judged."""
    rehearse(folder / "rehearsed", RECOUPE)
    project = folder / "project"
    fresh(project, RECOUPE, claims)
    runs = {}
    for scenario in (Scenario.COLD, *_LIMITS):
        tell(scenario.value)
        runs[scenario] = scene(project, RECOUPE, scenario, 1)
    return Quick(runs, copy(project / RECOUPE.output, folder / "copy"))
