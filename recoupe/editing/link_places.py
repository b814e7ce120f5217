"""Where in Markdown a link names words: not where they merely read alike, in code or in a sentence.

Python-Markdown keeps no positions, and a place that is guessed may be another's. So each is tried,
and the first is taken by which one link of the text becomes another, and nothing else does.
"""

import re
from typing import NamedTuple

from recoupe.diagnostics import Place
from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.splices import reworded
from recoupe.model import Prose
from recoupe.prose.links import links

_MOST = 50  # places that are tried: each takes a parsing of the whole text
# What is typed where a link's words have a plain sign: the no-break spaces of French, and others.
_TYPED = {" ": r"\s+", "'": "['’]", "’": "['’]", '"': '["“”]'}


class LinkPlace(NamedTuple):
    """How the words of a link are typed, and which place of these words it is, from 0."""

    typed: str
    number: int


def link_place(text: str, old: str, new: str) -> LinkPlace:
    """Where `old`, its address and title, becomes `new` if the first link with these words does.

    Raises EditRefusedError where no place does, or too many read alike.
    """
    before = _addresses(text)
    pattern = "".join(_TYPED.get(sign, re.escape(sign)) for sign in old)
    for tried, found in enumerate(re.finditer(pattern, text)):
        if tried == _MOST:
            break
        place = LinkPlace(found[0], text.count(found[0], 0, found.start()))
        after = _addresses(reworded(text, place.typed, new, number=place.number))
        pairs = zip(before, after, strict=False)
        if len(before) == len(after) and sum(was != now for was, now in pairs) == 1:
            return place
    raise EditRefusedError(f"`{old}` is no link's as it reads; change it by hand")


def _addresses(text: str) -> list[tuple[str, object]]:
    return [(one.href, one.target) for one in links(Prose(text, Place("")))]
