"""What the quick form calls a regression."""

import pytest

from benchmarks.generators.generator import Scenario
from benchmarks.measured import Run
from benchmarks.quick import Quick


def quick(**cpu: float) -> Quick:
    seconds = {"cold": 4.0, "warm": 2.0, "nothing": 0.1, "claim": 1.0, "copied": 0.1, **cpu}
    runs = {name: Run(spent, spent, 50, 50) for name, spent in seconds.items()}
    copied = runs.pop("copied")
    return Quick({Scenario[name.upper()]: run for name, run in runs.items()}, copied)


def test_build_in_its_usual_ratios_is_none() -> None:
    assert quick().regressions() == []


@pytest.mark.parametrize(
    ("slow", "told"),
    [
        pytest.param({"nothing": 3.9}, "nothing changed: 0.97 × cold", id="no-op builds"),
        pytest.param({"claim": 9.0}, "one claim edited: 2.25 × cold", id="edit"),
        pytest.param({"warm": 9.0}, "full rebuild", id="warm"),
        pytest.param({"copied": 0.0004}, "cold: 10,000 × cp -r", id="cold"),
    ],
)
def test_what_takes_far_too_long_is_told(slow: dict[str, float], told: str) -> None:
    (line,) = quick(**slow).regressions()

    assert line.startswith(told)
