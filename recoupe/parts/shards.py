"""Which part of a site is meant: `I/N`, the I-th of N."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self, TypeVar

_TYPED = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")
_MOST = 999_999  # parts: a million machines are nobody's

One = TypeVar("One")


@dataclass(frozen=True, slots=True)
class Shard:
    """The `number`-th of `count` parts; the first is 1. Raises ValueError where there is none."""

    number: int
    count: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= self.count <= _MOST:
            raise ValueError(f"there is no part {self.number} of {self.count}")

    @classmethod
    def typed(cls, words: str) -> Self:
        """The part that `I/N` names. Raises ValueError where it names none."""
        found = _TYPED.fullmatch(words)
        try:
            return cls(*map(int, found.groups() if found else ()))
        except (TypeError, ValueError) as error:
            raise ValueError(f"`{words}` is no part: write I/N, with I from 1 to N") from error

    def share(self, whole: Sequence[One]) -> Sequence[One]:
        """What of `whole` is this part's: every N-th, so that all get as much of each kind."""
        return whole[self.number - 1 :: self.count]

    @property
    def folder(self) -> str:
        """The name of the folder that the part goes to where no other is given."""
        return f"part-{self.number}-of-{self.count}"

    def __str__(self) -> str:
        return f"part {self.number} of {self.count}"
