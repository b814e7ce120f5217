"""Figures as tables, and the places of a page that they go to."""

from pathlib import Path

import pytest

from benchmarks.generators.generator import Scenario
from benchmarks.growth import Point, growth_tables
from benchmarks.measured import Run
from benchmarks.rounds import COPY, Rounds, Site
from benchmarks.tables import rounds_tables, write_block

PAGE = """\
# Performance

<!-- growth: written by the benchmarks -->
Not measured.
<!-- /growth -->

After.
"""


def run(wall: float, largest: int = 80_000_000) -> Run:
    return Run(wall, 2 * wall, largest, 2 * largest)


def test_middle_is_the_median_of_each_figure() -> None:
    runs = (run(1.0, 30), run(9.0, 20), run(2.0, 10))
    rounds = Rounds(100, {}, {("Recoupe", Scenario.COLD): runs})

    assert rounds.middle("Recoupe", Scenario.COLD) == Run(2.0, 4.0, 20, 40)
    assert rounds.middle("Recoupe", Scenario.WARM) is None


def test_table_has_ratios_to_hugo_and_says_what_was_not_run() -> None:
    runs = {
        ("Recoupe", Scenario.COLD): (run(1.0),),
        ("Hugo", Scenario.COLD): (run(0.5),),
        ("Pelican", Scenario.COLD): (run(12.0),),
        ("Recoupe", Scenario.NOTHING): (run(0.1),),
        (COPY, Scenario.COLD): (run(0.25),),
    }
    sites = dict.fromkeys(("Recoupe", "Hugo", "Pelican"), Site(1_200, 50_000_000))

    shown = rounds_tables(Rounds(100, sites, runs))

    assert "| 1.00 s (2.00) | 0.50 s (1.00) | 12.0 s (24.00) |" in shown
    assert "| nothing changed | 0.10 s | as cold | as cold |" in shown
    assert "| files | 1,200 | 1,200 | 1,200 |" in shown
    assert "`cp -r` of Recoupe's output: 0.25 s." in shown


def test_growth_has_a_row_for_each_size() -> None:
    points = [
        Point("Recoupe", Scenario.COLD, 100, run(1.0)),
        Point("Recoupe", Scenario.COLD, 1_000, run(11.0)),
        Point("Hugo", Scenario.COLD, 100, run(0.5)),
    ]

    shown = growth_tables(points)

    assert "| 100 | 2.00 s | 1.00 s |" in shown  # of both processors
    assert "| 1,000 | 22.0 s |  |" in shown
    assert "| 1,000 | 80 MB |  |" in shown


def test_block_is_written_anew_and_the_prose_stays(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(PAGE, encoding="utf-8")

    for text in ("first", r"second, with \1"):
        write_block(page, "growth", text)

    written = page.read_text(encoding="utf-8")
    assert written == PAGE.replace("Not measured.", r"second, with \1")


def test_page_without_the_block_is_told(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(PAGE, encoding="utf-8")

    with pytest.raises(ValueError, match="has not one place for `parts`"):
        write_block(page, "parts", "figures")

    assert page.read_text(encoding="utf-8") == PAGE
