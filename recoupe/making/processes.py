"""Work spread over processes that are copies of this one, so that nothing need be sent to them.

A copy (`fork`) has the whole edition without its being written or read again; only results travel.
On systems without `fork`, and in a process that has threads, this process does all the work alone:
slower, never otherwise.
"""

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import TypeVar, cast

from recoupe.runs import Run
from recoupe.writing.refusals import OutputFailedError

_BATCH = 32  # results in a message: enough that sending costs nothing beside making
_WORTH = 16  # pieces of work for which a process is started: it takes as long as they do

Result = TypeVar("Result")
# Results; then None while there are more, how long it all took, or the number that failed.
_Message = tuple[list[tuple[int, Result]], dict[str, float] | int | None]


def spread(count: int, work: Callable[[int], Result], run: Run) -> Iterator[tuple[int, Result]]:
    """`work(0)` to `work(count - 1)`, each with its number, as they are done.

    Results must be picklable. An exception of `work` is raised here as if one process had done all:
    that of the first number that fails. Raises OutputFailedError where a process was ended.
    """
    jobs = min(run.jobs, count // _WORTH) if _can_fork() else 1
    if jobs > 1:
        yield from _spread(count, work, jobs, run)
        return
    for number in range(count):
        yield number, work(number)


def _can_fork() -> bool:
    return sys.platform not in ("win32", "darwin") and threading.active_count() == 1


def _spread(
    count: int, work: Callable[[int], Result], jobs: int, run: Run
) -> Iterator[tuple[int, Result]]:
    failed = []
    with _processes(count, work, jobs, run) as ends:
        open_ends = set(ends)
        while open_ends:
            for end in cast("list[Connection]", wait(list(open_ends))):
                message: _Message[Result] = _received(end)
                results, last = message
                yield from results
                if last is None:
                    continue
                open_ends.remove(end)
                if isinstance(last, int):
                    failed.append(last)
                else:
                    run.add(last)
    if failed:
        work(min(failed))  # fails here too, and is told as if no other process had been
        raise OutputFailedError("a process of the build failed where another one did not")


def _received(end: Connection) -> "_Message[Result]":
    try:
        return cast("_Message[Result]", end.recv())
    except EOFError as error:
        raise OutputFailedError("a process of the build was ended from outside") from error


@contextmanager
def _processes(
    count: int, work: Callable[[int], Result], jobs: int, run: Run
) -> Iterator[list[Connection]]:
    """The ends that copies of this process send to; none of them outlives the block."""
    context = get_context("fork")
    gc.collect()
    gc.freeze()  # what is there already is not looked at again, and so stays shared
    processes = []
    ends: list[Connection] = []
    try:
        for first in range(jobs):
            here, there = context.Pipe(duplex=False)
            share = range(first, count, jobs)  # every n-th, so that all get as much of each kind
            process = context.Process(target=_share, args=(share, work, run, there))
            process.start()
            there.close()
            processes.append(process)
            ends.append(here)
        yield ends
    finally:
        gc.unfreeze()
        for process in processes:
            if sys.exc_info()[0] is not None:
                process.terminate()
            process.join()


def _share(numbers: range, work: Callable[[int], Result], run: Run, end: Connection) -> None:
    """What one process does: it ends at the first number that fails, and says which."""
    run.seconds.clear()
    batch: list[tuple[int, Result]] = []
    for number in numbers:
        try:
            batch.append((number, work(number)))
        except KeyboardInterrupt:
            return
        except Exception:
            end.send((batch, number))
            return
        if len(batch) == _BATCH:
            end.send((batch, None))
            batch = []
    end.send((batch, dict(run.seconds)))
