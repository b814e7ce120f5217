"""How a run goes: over how many processes, how far it is, where its time went.

Nothing of it changes what is made. The time is the processors', which adds up over processes, and
not the clock's: processes wait for each other and for the machine's other work.
"""

import gc
import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import process_time
from typing import TypeVar

Item = TypeVar("Item")


def _nobody(_stage: str, _done: int, _whole: int) -> None:
    """For runs that nobody waits for."""


def processors() -> int:
    """How many processors this process may use, by the system's own settings too."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def growing() -> Iterator[None]:
    """A block that makes what is there to stay, so that looking for garbage in it is in vain.

    Python looks through all that is alive again and again while that grows: a seventh of the time
    of reading many facts, and three quarters of that of taking them over. Until a `freeing` block
    ends, what was made is not looked at in vain later either.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


@contextmanager
def freeing() -> Iterator[None]:
    """A block after which everything may become garbage again, for processes that live on."""
    try:
        yield
    finally:
        gc.unfreeze()


@dataclass(slots=True)
class Run:
    """One run of a command: at most `jobs` processes make its files.

    `tell` is called as it goes on, with the name of a stage, how many of its files are done and how
    many there are. `seconds` of processor time are counted by stage, over all processes.
    """

    jobs: int = field(default_factory=processors)
    tell: Callable[[str, int, int], None] = field(default=_nobody)
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count the time of a block as that of the stage `name`; blocks lie in no other."""
        before = process_time()
        try:
            yield
        finally:
            self.seconds[name] += process_time() - before

    def counted(self, stage: str, items: Collection[Item]) -> Iterator[Item]:
        """The items one by one, told as those of `stage` that are done."""
        for done, item in enumerate(items):
            self.tell(stage, done, len(items))
            yield item

    def add(self, seconds: Mapping[str, float]) -> None:
        """Add what another process has measured."""
        for name, spent in seconds.items():
            self.seconds[name] += spent
