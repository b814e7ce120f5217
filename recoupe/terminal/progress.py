"""How far a build is, on one line of a terminal, for those who have waited for a second.

Nothing is written where nobody looks: into a file, a pipe, or CI's log.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

_PATIENCE = 1.0  # seconds: DESIGN's "work that takes longer than a second"
_PACE = 0.1  # seconds between two lines: faster than that nobody reads
_CLEARED = "\r\x1b[K"


@contextmanager
def progress(clock: Callable[[], float] = monotonic) -> Iterator[Callable[[str, int, int], None]]:
    """What a run tells its progress to; the line is gone at the end of the block."""
    line = _Line(clock, shown=sys.stderr.isatty())
    try:
        yield line.tell
    finally:
        line.clear()


class _Line:
    def __init__(self, clock: Callable[[], float], *, shown: bool) -> None:
        self.clock = clock
        self.next = clock() + _PATIENCE
        self.shown = shown
        self.written = False

    def tell(self, stage: str, done: int, whole: int) -> None:
        """Write the line anew, but not too often."""
        now = self.clock()
        if not self.shown or now < self.next:
            return
        self.next = now + _PACE
        self.written = True
        sys.stderr.write(f"{_CLEARED}{stage}: {done:,} of {whole:,}")
        sys.stderr.flush()

    def clear(self) -> None:
        """Leave nothing of the line."""
        if self.written:
            sys.stderr.write(_CLEARED)
            sys.stderr.flush()
