"""Whole processes measured: processor's time and memory, children included."""

import sys
from pathlib import Path

import pytest

from benchmarks.measured import CommandFailedError, measured

MEGABYTE = 1_000_000
# Holds 150 MB, in as many processes as it is told, until all of them hold theirs.
HOLDING = """
import os, sys
held = bytearray(150_000_000)
for _ in range(int(sys.argv[1]) - 1):
    if os.fork() == 0:
        held = bytearray(150_000_000)
        break
sum(range(15_000_000))
try:
    while True: os.wait()
except ChildProcessError: pass
"""


def test_memory_of_the_largest_process_is_counted(tmp_path: Path) -> None:
    run = measured([sys.executable, "-c", HOLDING, "1"], tmp_path)

    assert 150 * MEGABYTE < run.largest < 250 * MEGABYTE


def test_time_of_children_is_counted(tmp_path: Path) -> None:
    one, three = (
        measured([sys.executable, "-c", HOLDING, number], tmp_path) for number in ("1", "3")
    )

    assert three.cpu > 1.5 * one.cpu


def test_memory_of_all_processes_is_more_than_that_of_one(tmp_path: Path) -> None:
    run = measured([sys.executable, "-c", HOLDING, "3"], tmp_path)

    assert run.together > 1.5 * run.largest


def test_command_that_fails_tells_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match=r"(?s)ended with 3.*no such claim"):
        measured(["sh", "-c", "echo no such claim; exit 3"], tmp_path)
