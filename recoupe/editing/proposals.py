"""What may be written where words are no longer found, and what speaks against writing it unseen.

Likeness finds the passage; it does not say that the passage means the same. So a proposal carries
its doubts, and one with any is for the editor alone.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from recoupe.anchoring import suggest
from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.differences import kept
from recoupe.anchoring.words import words
from recoupe.editing.slips import is_slip
from recoupe.editing.telling_words import Change, Telling, doubts
from recoupe.text import Span, folded

_LANGUAGES = frozenset({"fr", "en"})  # those whose endings `slips` knows
_SAYING = frozenset('?!¿¡"()[]…:;,.«»')
_NEARLY = 0.05  # by which the best passage must be more like than the next


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source that may stand for those that were quoted.

    `span` counts in the body, `text` is the source's; `doubts` is why only an editor can take
    them, and empty where they are clearly the same passage.
    """

    span: Span
    text: str
    likeness: float
    doubts: tuple[str, ...] = ()


def same_words(source: AnchoredSource, span: Span, *doubts: str) -> Passage:
    """A passage with the very words."""
    return Passage(span, source.text.raw[slice(*span)], 1.0, doubts)


def nearest_passage(
    source: AnchoredSource, before: str, *, prefix: str = "", suffix: str = ""
) -> Passage | None:
    """The passage most like the words `before`, once between `prefix` and `suffix`, with doubts.

    None where nothing in the body is like enough to be worth showing.
    """
    found = suggest(source.text, before, prefix=prefix, suffix=suffix, limit=2)
    if not found:
        return None
    best, *others = found
    text = source.text.raw[slice(*best.span)]
    rival = bool(others) and others[0].likeness > best.likeness - _NEARLY and not prefix + suffix
    doubtful = [
        *wording_doubts(before, text),
        *_edge_doubts(before, text),
        *_language_doubts(source, before, text),
        *(["another passage is as like"] if rival else []),
    ]
    return Passage(best.span, text, best.likeness, tuple(doubtful))


def changes(before: str, now: str) -> tuple[Change, ...]:
    """What stands in another's place in `now`, place by place, in words of folded texts."""
    old, new = _words(before), _words(now)
    blocks = [(0, 0, 0), *kept(old, new)]
    gaps = (
        Change(old[was + size : was_next], new[here + size : here_next])
        for (was, here, size), (was_next, here_next, _) in pairwise(blocks)
    )
    return tuple(gap for gap in gaps if gap.before or gap.now)


def wording_doubts(before: str, now: str) -> Iterator[Telling]:
    """Why `now` may say something else than `before`: its words, or the signs between them."""
    yield from doubts(changes(before, now))
    old, new = _signs(before), _signs(now)
    if old != new:
        shown = " ".join(dict.fromkeys([*(old - new), *(new - old)]))
        yield Telling(f"its punctuation has changed: `{shown or ' '.join(new)}`")


def _words(text: str) -> list[str]:
    return [word.text for word in words(folded(text))]


def _signs(text: str) -> Counter[str]:
    """The signs between words that can change what is said: who says it, whether it is asked."""
    said = folded(text)
    between, at = [], 0
    for word in words(said):
        between.append(said[at : word.start])
        at = word.end
    return Counter(sign for sign in "".join([*between, said[at:]]) if sign in _SAYING)


def _edge_doubts(before: str, now: str) -> Iterator[str]:
    """Whether the passage begins and ends with the words it had: else nothing tells where it does.

    Between the two what was kept holds a passage in place; at its edges there is nothing beyond.
    """
    old, new = _words(before), _words(now)
    for at, name in ((0, "begins"), (-1, "ends")):
        if old and new and not is_slip(old[at], new[at]):
            yield f"it {name} with another word: `{new[at]}` for `{old[at]}`"


def _language_doubts(source: AnchoredSource, before: str, now: str) -> Iterator[str]:
    language = str(source.source.language or "").partition("-")[0].lower()
    if language not in _LANGUAGES and changes(before, now):
        yield f"what is a slip of the pen in its language, `{language}`, is not known here"
