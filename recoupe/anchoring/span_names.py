"""The ids of quoted words on their source's page: stable while the words stay, wherever they move.

They come from the words themselves, not from offsets, so that a link survives an edit elsewhere in
the text; and not from what else is quoted, so that a new quote renames no other.
"""

import hashlib
from itertools import takewhile

from recoupe.anchoring.matching import starts
from recoupe.text import Span, Text, folded

_NEIGHBOURS = 40  # folded characters on each side; enough to tell most repetitions apart
_HASH_BYTES = 6  # 10 base32 letters: a million spans in a text have one clash in 500 such texts
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"  # RFC 4648's base32, whose encoder in Python is slow
_PAIRS = tuple(first + second for first in _LETTERS for second in _LETTERS)
_LAST_PAIR = len(_PAIRS) - 1
_PADDING = 2  # bits after the 48 of the hash, for 10 letters of 5 bits each
_SHIFTS = range(40, -1, -10)  # in bits, of each pair of letters


def span_name(text: Text, span: Span) -> str:
    """The id of the words at `span` of `text`: `span-` and ten letters and digits.

    Words that stand twice in the text are told apart by their neighbours, and if these are the same
    too, by their number among them. Words are compared folded, as quotes are found.
    """
    words = folded(text.raw[span.start : span.end])
    if _stands_once(words, text.folded):
        return _name(words)  # nearly always, and without the costly way back to the folded text
    start, end = text.within(span)
    begin = max(0, start - _NEIGHBOURS)
    before, after = text.folded[begin:start], text.folded[end : end + _NEIGHBOURS]
    earlier = _earlier(before + text.folded[start:end] + after, text.folded, begin)
    return _name(f"{before}\0{words}\0{after}\0{earlier}")


def _stands_once(words: str, text: str) -> bool:
    first = text.find(words)
    return first >= 0 and text.find(words, first + 1) < 0


def _earlier(around: str, text: str, begin: int) -> int:
    """How often `around` stands in `text` before `begin`, overlaps included."""
    return sum(1 for _ in takewhile(begin.__gt__, starts(text, around)))


def _name(key: str) -> str:
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).digest()[:_HASH_BYTES]
    number = int.from_bytes(digest, "big") << _PADDING
    return "span-" + "".join(_PAIRS[number >> shift & _LAST_PAIR] for shift in _SHIFTS)
