"""Numbers that are easy to count in: 1, 2 or 5 times a power of ten.

P. S. Heckbert, "Nice Numbers for Graph Labels", in A. S. Glassner (ed.), Graphics Gems, 1990; here
never rounded down, so that an axis never has more ticks than it was given.
"""

from fractions import Fraction
from itertools import count
from math import floor, log10

_FACTORS = (1, 2, 5)


def nice_number(least: Fraction) -> Fraction:
    """The smallest 1, 2 or 5 times a power of ten that is not below `least`, which is above 0."""
    # one power lower than the logarithm says, as that is a float and may be rounded up
    powers = count(floor(log10(least)) - 1)
    numbers = (factor * Fraction(10) ** power for power in powers for factor in _FACTORS)
    return next(number for number in numbers if number >= least)
