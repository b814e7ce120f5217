"""The ways in which a site cannot be made: templates, what the output holds, parts, the machine."""

from collections.abc import Iterator
from contextlib import contextmanager


class TemplateFailedError(Exception):
    """A template or asset cannot be used; the message names it, and its line where one is known."""

    def __init__(self, name: str, reason: str, line: int | None = None) -> None:
        where = name if line is None else f"{name}, line {line}"
        super().__init__(f"templates/{where}: {reason}")


class OutputRefusedError(Exception):
    """The output may not be written: nothing was changed, and the message says what to do."""


class PartRefusedError(Exception):
    """Parts cannot be merged: nothing was changed, and the message names the part, and why."""


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
