"""The views of planned pages, which is what most tests look at."""

from collections.abc import Callable, Iterable
from typing import Any

from recoupe.pages.editions import Edition
from recoupe.pages.planned import PlannedPage


def views(plan: Callable[[Edition], Iterable[PlannedPage]], edition: Edition) -> list[Any]:
    """The view of each page that `plan` plans; which class it has, the test knows."""
    return [page.view(edition) for page in plan(edition)]
