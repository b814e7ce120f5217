"""The two ways in which publishing can fail: what the output holds forbids it, or the machine."""

from collections.abc import Iterator
from contextlib import contextmanager


class OutputRefusedError(Exception):
    """The output may not be written: nothing was changed, and the message says what to do."""


class OutputFailedError(Exception):
    """The machine failed (disk full, no right to write, another build at work).

    The cause is the OSError. Every file of the output is whole, old or new; the next publish
    finishes.
    """


@contextmanager
def machine_failures() -> Iterator[None]:
    """Every OSError as an OutputFailedError, with the file that it speaks of."""
    try:
        yield
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise OutputFailedError(f"{where}{error.strerror or error}") from error
