"""The quick form of the benchmarks, as CI runs it: what it measures is shown at the run's end."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.quick import quick

CLAIMS = 1000  # half a minute, while every other test runs beside it


def test_nothing_has_become_grossly_slower(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    taken = quick(tmp_path, CLAIMS)

    for line in taken.lines():
        record_property("measured", f"{CLAIMS} claims, {line}")
    assert not taken.regressions()
