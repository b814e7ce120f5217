"""Where in Markdown a link names words: not where they merely read alike, in code or in a sentence.

Python-Markdown keeps no positions, and a place that is guessed may be another's. So each is tried,
and the first is taken by which one link of the text becomes another, and nothing else does.
"""

from recoupe.diagnostics import Place
from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.splices import reworded
from recoupe.model import Prose
from recoupe.prose.links import links

_MOST = 50  # places that are tried: each takes a parsing of the whole text


def link_number(text: str, old: str, new: str) -> int:
    """Which place of `old`, from 0, becomes `new` where the first link with these words does.

    Raises EditRefusedError where no place does, or too many read alike.
    """
    before = _addresses(text)
    for number in range(min(text.count(old), _MOST)):
        after = _addresses(reworded(text, old, new, number=number))
        pairs = zip(before, after, strict=False)
        if len(before) == len(after) and sum(was != now for was, now in pairs) == 1:
            return number
    raise EditRefusedError(f"`{old}` is no link's as it reads; change it by hand")


def _addresses(text: str) -> list[tuple[str, object]]:
    return [(one.href, one.target) for one in links(Prose(text, Place("")))]
