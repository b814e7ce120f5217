"""What the preview knows between two requests: how the last build went."""

from collections.abc import Callable
from dataclasses import dataclass, field

from recoupe.diagnostics import Report

Build = Callable[[], Report]
Describe = Callable[[Report], str]


@dataclass(slots=True)
class Preview:
    """The last build's mistakes, as the terminal prints them; empty after a good build.

    `build` makes the site and gives its report; `describe` puts a report into words.
    """

    build: Build
    describe: Describe
    mistakes: str = field(default="", init=False)

    def rebuild(self) -> bool:
        """Build once more; whether the site was built. What goes wrong is kept in `mistakes`.

        A mistake of ours, or of a template, is shown as well: the preview has to survive it.
        """
        try:
            report = self.build()
        except Exception as error:
            self.mistakes = f"{type(error).__name__}: {error}"
            return False
        self.mistakes = self.describe(report) if report.failed else ""
        return not report.failed
