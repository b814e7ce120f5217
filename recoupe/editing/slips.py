"""Which change of a word is but a slip of the pen that was mended: its spelling, and no other word.

No list of words tells a slip from another word. What is told here is what hands do: two letters
exchanged, one left out or too many, a missing accent, all inside a long word. Its end is not looked
at so kindly, since there French and English say who, when and whether (`reviendra`, `reviendrait`);
nor is a letter in the place of another, which makes `hommage` of `dommage`.
"""

from rapidfuzz.distance import OSA, Indel, Postfix, Prefix

from recoupe.text import bare

_LONG = 6  # letters: of shorter words, too many are another word's neighbours
_END = 2  # letters that an ending has: `-é`, `-es`, `-it`


def is_slip(one: str, other: str) -> bool:
    """Whether one of two words is the other with a slip in it; both are of folded texts."""
    mine, others = one.casefold(), other.casefold()
    if mine == others or _without_initial_accent(mine, others):
        return True
    if min(len(mine), len(others)) < _LONG:
        return False
    begin, end = Prefix.similarity(mine, others), Postfix.similarity(mine, others)
    if begin and end and sorted(mine) == sorted(others):
        return OSA.distance(mine, others) == 1
    if not begin or end < _END:
        return False
    return bare(mine) == bare(others) or Indel.distance(mine, others) == 1


def _without_initial_accent(one: str, other: str) -> bool:
    """Whether only the first letter has an accent in one of them (`Etat`, `État`)."""
    return len(one) > 1 and one[1:] == other[1:] and bare(one[0]) == bare(other[0])
