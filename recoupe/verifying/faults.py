"""What a verification finds wrong."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """What is wrong, and in which file of the site."""

    path: str
    message: str
