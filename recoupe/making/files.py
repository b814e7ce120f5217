"""The files of a site, made and staged one by one, by as many processes as there may be.

Of a page there is left only what other files say of it: its entry in the sitemap, and its words for
the search. So no process ever holds more than one page.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeVar

from jinja2 import Environment

from recoupe.exports.sitemap import Listing, listing
from recoupe.making.processes import spread
from recoupe.pages.planned import PlannedPage
from recoupe.runs import Run
from recoupe.searching import Document, document
from recoupe.writing.pages import page_html, page_path
from recoupe.writing.publish import Publication, StagedFile

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class MadePage:
    """What is left of a page that has been made; `document` is None where nobody asked for it."""

    file: StagedFile
    listing: Listing | None
    document: Document | None


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where files are made: the output that they are for, and the run that they are made in."""

    publication: Publication
    run: Run

    def pages(
        self, plan: Sequence[PlannedPage], jinja: Environment, *, searched: bool
    ) -> list[MadePage]:
        """The pages of `plan`, in its order; `searched` tells whether documents are wanted.

        Raises TemplateFailedError for a mistake in a template, OutputFailedError where the machine
        fails.
        """

        def make(number: int) -> MadePage:
            with self.run.stage("views"):
                view = plan[number].view()
            with self.run.stage("rendering"):
                content = page_html(view, jinja).encode()
            with self.run.stage("staging"):
                file = self.publication.stage(page_path(view.frame.url), content)
            found = document(view) if searched else None
            return MadePage(file, listing(view.frame), found)

        return self._made("pages", len(plan), make)

    def files(
        self, stage: str, planned: Sequence[tuple[str, Callable[[], bytes]]]
    ) -> list[StagedFile]:
        """Files of other kinds, in their order: path, and what makes the content.

        `stage` is what they are called where time is told.
        """

        def make(number: int) -> StagedFile:
            path, content = planned[number]
            with self.run.stage(stage):
                return self.publication.stage(path, content())

        return self._made(stage, len(planned), make)

    def _made(self, stage: str, count: int, make: Callable[[int], Result]) -> list[Result]:
        made = []
        for one in spread(count, make, self.run):
            made.append(one)
            self.run.tell(stage, len(made), count)
        return [result for _, result in sorted(made, key=itemgetter(0))]
