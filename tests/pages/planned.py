"""The views of planned pages, which is what most tests look at."""

from collections.abc import Iterable
from typing import Any

from recoupe.pages.planned import PlannedPage


def views(pages: Iterable[PlannedPage]) -> list[Any]:
    """The view of each page; which class it has, the test knows."""
    return [page.view() for page in pages]
