"""The benchmarks as they are typed, small."""

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]


def benchmarks(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=REPOSITORY)


def test_comparison_is_written_into_the_page_and_goes_without_peers(tmp_path: Path) -> None:
    page = tmp_path / "performance.md"
    page.write_text(
        "<!-- comparison: written by the benchmarks -->\n<!-- /comparison -->\n", encoding="utf-8"
    )
    options = ["--claims", "5", "--runs", "1", "--peers", "none", "--folder", tmp_path]

    ended = benchmarks("compare", *options, "--write", page)

    assert ended.returncode == 0, ended.stderr
    written = page.read_text(encoding="utf-8")
    assert "5 claims, medians of 1" in written
    assert "| nothing changed | " in written
    assert [path.name for path in tmp_path.iterdir()] == ["performance.md"]


def test_parts_are_measured(tmp_path: Path) -> None:
    ended = benchmarks("parts", "--claims", "20", "--runs", "1", "--folder", tmp_path)

    assert ended.returncode == 0, ended.stderr
    for part in ("text fragments", "worksheets", "search index", "compare/", "sheets/"):
        assert part in ended.stdout


def test_unknown_generator_is_wrong_usage() -> None:
    ended = benchmarks("compare", "--peers", "hugo,jekyl")

    assert ended.returncode == 2
    assert "no generator is called jekyl" in ended.stderr
