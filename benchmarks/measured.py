"""A command run as a whole process, with what it took: what a person waits for, and the machine.

The kernel counts the processor's time and the largest process exactly. What all processes hold
together nobody counts, so it is read from /proc many times a second; where there is no /proc it is
the largest process. Pages of memory that processes share are counted for each.
"""

import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_BETWEEN = 0.02  # seconds between two looks at memory: about 1 % of one processor
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes; see getrusage(2) of either system
_PROC = Path("/proc")


class CommandFailedError(Exception):
    """A command that was to be measured ended with an error; the text is what it printed last."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds, and bytes of resident memory at its peak."""

    wall: float
    cpu: float  # of all processes together
    largest: int  # the largest process
    together: int  # all processes at one moment


def measured(command: Sequence[str], folder: Path) -> Run:
    """What `command`, run in `folder`, took; raises CommandFailedError where it fails."""
    with tempfile.TemporaryFile() as printed:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=printed, stderr=printed
        )
        memory = _Memory(process.pid)
        memory.start()
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        memory.end()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            printed.seek(max(0, printed.tell() - 2_000))
            told = printed.read().decode(errors="replace")
            raise CommandFailedError(f"{' '.join(command)} ended with {process.returncode}\n{told}")
    largest = _largest(used.ru_maxrss * _RSS_UNIT, memory.largest)
    return Run(wall, used.ru_utime + used.ru_stime, largest, max(largest, memory.together))


def _largest(counted: int, seen: int) -> int:
    """The kernel's count, unless that may be our own size, which a child has until it is itself."""
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _RSS_UNIT
    return counted if counted > ours or not seen else seen


class _Memory(threading.Thread):
    """Looks at a process and its descendants until it is told to end."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self.largest = self.together = 0
        self._process, self._over = process, threading.Event()

    def run(self) -> None:
        while not self._over.wait(_BETWEEN):
            sizes = [_size(process) for process in _family(self._process)]
            self.largest = max([self.largest, *(peak for _, peak in sizes)])
            self.together = max(self.together, sum(now for now, _ in sizes))

    def end(self) -> None:
        self._over.set()
        self.join()


def _family(process: int) -> Iterator[int]:
    yield process
    for task in (_PROC / str(process) / "task").glob("*/children"):
        for child in _content(task).split():
            yield from _family(int(child))


def _size(process: int) -> tuple[int, int]:
    """Resident bytes of a process now and at its peak; 0 of one that has ended."""
    lines = (line.split() for line in _content(_PROC / str(process) / "status").splitlines())
    sizes = {words[0]: int(words[1]) * 1024 for words in lines if words[0][:3] in {"VmR", "VmH"}}
    return sizes.get("VmRSS:", 0), sizes.get("VmHWM:", 0)


def _content(path: Path) -> str:
    """What stands in a file of /proc; nothing where the process ended while we looked."""
    try:
        return path.read_text(encoding="ascii", errors="replace")
    except OSError:
        return ""
