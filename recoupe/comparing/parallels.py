"""Passages of different sources that say one thing in nearly the same words, and where they differ.

Words are paired as quotes are found, and whatever their case; what is told of each passage are
places in it, so that a page can show the source's own characters. Likeness decides only which
passages are worth showing side by side: nothing is concluded from it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from recoupe.anchoring.anchored import AnchoredQuote
from recoupe.anchoring.differences import kept
from recoupe.anchoring.words import Word, words
from recoupe.text import Span, Text

# Of the 440 pairs of quotes that two of the five articles have on one claim, 37 are as like as this
# or more, and every one says the same in reworked words; of the 13 from 0.4 on that are less like,
# about half are alike by chance.
_LEAST_LIKENESS = 0.5
_LEAST_SHARED = 4  # words; fewer are a name or a turn of phrase, which any two articles share


class Passage(NamedTuple):
    """A quoted passage and the id of the source that it stands in."""

    source: str
    quote: AnchoredQuote


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two passages, and the spans of each (code points of its text) that the other has not.

    `likeness` is the share of their words that they have in common, in the same order: 1 where no
    word differs.
    """

    first: Passage
    second: Passage
    likeness: float
    first_differs: tuple[Span, ...]
    second_differs: tuple[Span, ...]


def parallels(passages: Iterable[Passage]) -> tuple[Parallel, ...]:
    """The passages that are alike enough, in pairs, each tied to the one that it is most like.

    Where several are alike they are tied in a tree, the likest first (Kruskal, 1956): of five
    articles with one sentence there are four pairs and not ten. Pairs come in the order of the
    passages; passages of one source are not paired.
    """
    known = [_worded(passage) for passage in dict.fromkeys(passages)]
    found = [
        (at, other, alike)
        for at, other in combinations(range(len(known)), 2)
        if known[at].passage.source != known[other].passage.source
        and (alike := _parallel(known[at], known[other])) is not None
    ]
    tied: dict[int, int] = {at: at for at in range(len(known))}
    chosen = []
    for at, other, alike in sorted(found, key=lambda one: -one[2].likeness):
        trees = tied[at], tied[other]
        if trees[0] != trees[1]:
            chosen.append((at, other, alike))
            tied = {one: trees[0] if tree == trees[1] else tree for one, tree in tied.items()}
    return tuple(alike for _, _, alike in sorted(chosen, key=lambda one: one[:2]))


def parallel(first: Passage, second: Passage) -> Parallel | None:
    """Where two passages differ; None where they are not alike enough."""
    return _parallel(_worded(first), _worded(second))


@dataclass(frozen=True, slots=True)
class _Worded:
    """A passage with its words; `paired` are these as they are paired, `counted` how often each."""

    passage: Passage
    text: Text
    words: list[Word]
    paired: list[str]
    counted: Counter[str]


def _worded(passage: Passage) -> _Worded:
    text = Text(passage.quote.text)
    listed = [*words(text.folded)]
    paired = [word.text.casefold() for word in listed]
    return _Worded(passage, text, listed, paired, Counter(paired))


def _parallel(first: _Worded, second: _Worded) -> Parallel | None:
    total = len(first.words) + len(second.words)
    if not _enough((first.counted & second.counted).total(), total):
        return None  # in any order they have no more in common, and ordering them takes long
    blocks = kept(first.paired, second.paired)
    shared = sum(size for _, _, size in blocks)
    if not _enough(shared, total):
        return None
    return Parallel(
        first.passage,
        second.passage,
        likeness=2 * shared / total,
        first_differs=_between(
            first.text, first.words, [(at, at + size) for at, _, size in blocks]
        ),
        second_differs=_between(
            second.text, second.words, [(at, at + size) for _, at, size in blocks]
        ),
    )


def _enough(shared: int, total: int) -> bool:
    """Whether so many words in common, of so many in all, make two passages alike."""
    return shared >= _LEAST_SHARED and 2 * shared >= _LEAST_LIKENESS * total


def _between(
    text: Text, listed: Sequence[Word], shared: Iterable[tuple[int, int]]
) -> tuple[Span, ...]:
    """Where the words stand that come between those `shared`, from which to which."""
    found = []
    done = 0
    for start, end in shared:
        if done < start:
            end_of_words = listed[start - 1].end
            elided = text.folded.startswith("'", end_of_words)  # an elided word goes with its mark
            found.append(text.span(listed[done].start, end_of_words + elided))
        done = end
    return tuple(found)
