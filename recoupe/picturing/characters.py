"""What a typeface can write: a text that it cannot write whole is not drawn at all.

A box in the place of a letter would make a quoted claim look broken or forged. Signs that are no
writing (emoji above all) are left out instead: the words say the same without them.
"""

import re
import unicodedata
from collections.abc import Callable

_NO_WRITING = {"So", "Sk"}  # pictures and the modifiers of their colour
_WITHOUT_SHAPE = {"\u2011": "-"}  # a hyphen that does not break looks like one that does
_BREAKING_SPACES = re.compile(r"[^\S\u00a0\u202f\u2007]+")


def written(text: str, has: Callable[[str], bool]) -> str | None:
    """`text` in characters that the typeface `has`; None where it lacks one, or nothing is left.

    Runs of white space become one space; spaces that do not break stay. A combining mark that forms
    no character with its letter would need shaping: a text that has one is not written either.
    """
    composed = unicodedata.normalize("NFC", text)
    kept = [_WITHOUT_SHAPE.get(sign, sign) for sign in composed if not _is_left_out(sign, has)]
    if not all(sign.isspace() or _is_writable(sign, has) for sign in kept):
        return None
    return _BREAKING_SPACES.sub(" ", "".join(kept)).strip() or None


def _is_left_out(sign: str, has: Callable[[str], bool]) -> bool:
    category = unicodedata.category(sign)
    is_selector = "\ufe00" <= sign <= "\ufe0f"  # of an emoji's or a letter's variant
    return is_selector or category == "Cf" or (category in _NO_WRITING and not has(sign))


def _is_writable(sign: str, has: Callable[[str], bool]) -> bool:
    return unicodedata.category(sign)[0] not in "MC" and has(sign)
