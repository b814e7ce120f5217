"""The files of a site, made and staged one by one, by as many processes as there may be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeVar

from recoupe.making.pages import FinishedPage, PageMaker
from recoupe.making.processes import spread
from recoupe.pages.planned import PlannedPage
from recoupe.runs import Run, growing
from recoupe.writing.publish import Publication, StagedFile

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where files are made: the output that they are for, and the run that they are made in."""

    publication: Publication
    run: Run

    def pages(
        self,
        plan: Sequence[PlannedPage],
        maker: PageMaker,
        ready: Callable[[Sequence[PlannedPage]], None],
    ) -> list[FinishedPage]:
        """The pages of `plan`, in its order; those that stand already are not touched.

        `ready` is called first, with those that must be made and cannot be taken over.
        Raises TemplateFailedError for a mistake in a template, OutputFailedError where the machine
        fails.
        """
        with growing(), self.run.stage("reusing"):
            pages = [maker.standing(planned) for planned in plan]
            left = [number for number, page in enumerate(pages) if page is None]
            new = [plan[number] for number in left if not maker.knows(plan[number])]
        ready(new)

        def make(number: int) -> FinishedPage:
            return maker.finished(plan[left[number]])

        made = dict(zip(left, made_in_turn("pages", len(left), make, self.run), strict=True))
        return [page or made[number] for number, page in enumerate(pages)]

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

        return made_in_turn(stage, len(planned), make, self.run)


def made_in_turn(stage: str, count: int, make: Callable[[int], Result], run: Run) -> list[Result]:
    """`make(0)` to `make(count - 1)`, over the processes of the run, which is told of each.

    `stage` is what they are called there. Raises what `make` does; see `spread`.
    """
    made = []
    for one in spread(count, make, run):
        made.append(one)
        run.tell(stage, len(made), count)
    return [result for _, result in sorted(made, key=itemgetter(0))]
