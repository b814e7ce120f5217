"""Whoever runs tests side by side has threads, beside which no process is copied: see `spread`."""

import subprocess
import sys
from pathlib import Path
from threading import Event, Thread

from recoupe.making.processes import spread
from recoupe.runs import Run

ALONE = Path(__file__).with_name("processes_alone.py")


def test_processes_share_their_work_in_a_program_without_threads() -> None:
    command = [sys.executable, "-m", "pytest", "-p", "no:xdist", "-p", "no:cacheprovider", "-q"]

    ended = subprocess.run([*command, str(ALONE)], capture_output=True, text=True, check=False)

    assert ended.returncode == 0, ended.stdout
    assert " passed" in ended.stdout


def test_program_with_threads_does_all_the_work_itself() -> None:
    done = Event()
    thread = Thread(target=done.wait)
    thread.start()
    parts: list[int] = []

    results = sorted(spread(200, lambda number: parts.append(number) or number, Run(2)))
    done.set()
    thread.join()

    assert results == [(number, number) for number in range(200)]
    assert parts == list(range(200))
