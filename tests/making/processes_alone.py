"""Work spread over processes; run by `test_processes`, alone: beside threads nothing is spread."""

import os
import signal

import pytest

from recoupe.making.processes import spread
from recoupe.runs import Run
from recoupe.writing.refusals import OutputFailedError

JOBS = pytest.mark.parametrize("jobs", [1, 2, 3])


@JOBS
@pytest.mark.parametrize("count", [0, 1, 31, 32, 500])
def test_every_piece_of_work_is_done_once(count: int, jobs: int) -> None:
    done = sorted(spread(count, lambda number: number**2, Run(jobs)))

    assert done == [(number, number**2) for number in range(count)]


@JOBS
def test_failure_is_that_of_the_first_piece_that_fails(jobs: int) -> None:
    def work(number: int) -> int:
        if number in (77, 78, 140):
            raise LookupError(number)
        return number

    with pytest.raises(LookupError, match="77"):
        list(spread(200, work, Run(jobs)))


def test_failure_of_a_copy_alone_is_a_failure_too() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if number == 77 and os.getpid() != here:
            raise MemoryError
        return number

    with pytest.raises(OutputFailedError, match="where another one did not"):
        list(spread(200, work, Run(2)))


def test_process_that_is_ended_from_outside_is_told() -> None:
    here = os.getpid()

    def work(number: int) -> int:
        if number == 77 and os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    with pytest.raises(OutputFailedError, match="ended from outside"):
        list(spread(200, work, Run(2)))


def test_work_is_done_by_as_many_processes_as_it_may() -> None:
    done_by = {process for _, process in spread(200, lambda _: os.getpid(), Run(3))}

    assert len(done_by) == 3
    assert os.getpid() not in done_by


@JOBS
def test_time_of_all_processes_is_added_up(jobs: int) -> None:
    run = Run(jobs)

    def work(_: int) -> int:
        with run.stage("counting"):
            return sum(range(20_000))

    list(spread(200, work, run))

    assert run.seconds.keys() == {"counting"}
    assert run.seconds["counting"] > 0


def test_work_that_nobody_waits_for_to_the_end_is_ended() -> None:
    pieces = spread(100_000, lambda number: number, Run(2))
    next(pieces)

    pieces.close()

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
