"""What is wrong with the facts: a place, a stable code, what was expected and found, what to type.

Stages add to one `Report` and go on, so that no mistake hides another. A diagnostic knows nothing
of terminals or JSON; it carries the shown line with it, because by the time it is printed the file
may have changed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, Self

from recoupe.codes import CODES, Severity

__all__ = ["Diagnostic", "Format", "Place", "Related", "Report", "Severity"]


class Format(StrEnum):
    """The forms in which a report is printed."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


class Place(NamedTuple):
    """Where something stands in a file; a named tuple, since a claim has dozens of them.

    `path` is POSIX and relative to the project's root; `line` and `column` start at 1 and count
    code points; `width` is the number of code points to underline there; `shown` is the line.
    """

    path: str
    line: int = 1
    column: int = 1
    width: int = 1
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a diagnostic speaks of, with the words that stand there."""

    place: Place
    note: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One mistake, or one thing an honest editor would want to be told.

    `message` is one lower-case line; `help` says what to type; `related` shows the other places.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()


@dataclass(slots=True)
class Report:
    """The diagnostics of one run, collected by every stage; `strict` makes warnings errors."""

    strict: bool = False
    _found: dict[tuple[str, Place, str], Diagnostic] = field(default_factory=dict)

    def add(
        self,
        code: str,
        place: Place,
        message: str,
        *,
        help: str = "",
        related: tuple[Related, ...] = (),
    ) -> None:
        """Add a diagnostic of `code`, whose severity is fixed by its row in `recoupe.codes`.

        The same code and message at the same place is kept once. Raises KeyError for a code without
        a row: a code that nobody documented is a mistake of ours.
        """
        severity = Severity.ERROR if self.strict else CODES[code].severity
        found = Diagnostic(code, severity, place, message, help, related)
        self._found.setdefault((code, place, message), found)

    @classmethod
    def of(cls, found: Iterable[Diagnostic]) -> Self:
        """A report of diagnostics that were made before, whatever their severity was then."""
        return cls(_found={(one.code, one.place, one.message): one for one in found})

    def __iter__(self) -> Iterator[Diagnostic]:
        """The diagnostics, sorted by place, then by code."""
        return iter(sorted(self._found.values(), key=lambda one: (one.place, one.code)))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> int:
        """How many diagnostics forbid a build."""
        return sum(one.severity is Severity.ERROR for one in self._found.values())

    @property
    def warnings(self) -> int:
        """How many diagnostics are only told."""
        return len(self) - self.errors

    @property
    def failed(self) -> bool:
        """Whether nothing may be written."""
        return self.errors > 0
