"""A page that is planned and not yet made: where it will stand, and how to make its view.

A plan costs little, so that every process that makes a part of the pages can have all of it. What a
page is made of are its arguments and what it reads of the edition, and nothing else: so whoever
knows both knows whether it must be made again.
"""

from collections.abc import Callable
from dataclasses import dataclass

from recoupe.pages.editions import Edition
from recoupe.pages.views import View


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """The page at `url`, whose view `make` makes of an edition and `arguments`, whenever asked."""

    url: str
    make: Callable[..., View]
    arguments: tuple[object, ...] = ()

    def view(self, edition: Edition) -> View:
        """What the page shows of `edition`, the one that it was planned for."""
        return self.make(edition, *self.arguments)
