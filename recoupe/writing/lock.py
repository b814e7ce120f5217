"""One publish at a time into one output.

The lock is on the output folder itself: it leaves no file behind and ends with its process, however
that ends. Where folders cannot be locked (Windows), two builds at once are the user's own affair.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from recoupe.writing.refusals import OutputFailedError

if sys.platform != "win32":
    import fcntl

    @contextmanager
    def locked(folder: Path) -> Iterator[None]:
        """Hold `folder`; raises OutputFailedError at once where another build holds it."""
        handle = os.open(folder, os.O_RDONLY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            os.close(handle)
            raise OutputFailedError(f"another build is writing to {folder}") from error
        try:
            yield
        finally:
            os.close(handle)

else:

    @contextmanager
    def locked(folder: Path) -> Iterator[None]:  # noqa: ARG001  same call on every system
        """Nothing to hold on this system."""
        yield
