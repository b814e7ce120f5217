"""Results held for the very objects that they were made of, in a process that lives on.

A preview works on the same thousands of facts again and again, of which an editor has changed one.
Whether a fact is the same object is asked in a tenth of the time that it takes to compare it. The
objects are held with their results, so that no other can come to have their identity.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")


class Remembered(Generic[Given, Made]):
    """`make`, which is not asked again for an object that it was asked for before.

    Objects are told apart by identity, so that they must not change.
    """

    def __init__(self, make: Callable[[Given], Made]) -> None:
        self._make = make
        self._before: dict[int, tuple[Given, Made]] = {}
        self._now: dict[int, tuple[Given, Made]] = {}

    def __call__(self, given: Given) -> Made:
        """What `make` gives, or gave before."""
        key = id(given)
        known = self._before.get(key) or self._now.get(key) or (given, self._make(given))
        self._now[key] = known
        return known[1]

    def again(self) -> None:
        """Forget what nobody asked for since the last time that this was said."""
        self._before, self._now = self._now, {}
