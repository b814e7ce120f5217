"""A page that is planned and not yet made: where it will stand, and how to make its view.

A plan costs little, so that every process that makes a part of the pages can have all of it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from recoupe.pages.views import View


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """The page at `url`; `view` makes its view, which is the same however often it is asked for."""

    url: str
    view: Callable[[], View]
