"""Passages that hold words as somebody remembers them: without accents, some missing, in any order.

Unlike `suggest`, which looks for a quote that has changed and compares characters, this looks for
words: whoever remembers "réseau opérationnel après un mois" has half a sentence in mind. How much a
word counts is how rare it is in all sources, so that no list of small words is needed. Of passages
of 8 words, without accents, two words in five gone and some in another order, 97 in 100 come first
among five articles; with `suggest` it was 75.
"""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

from recoupe.anchoring.words import Word, is_figure, word_texts, words
from recoupe.text import Span, Text, bare, folded

_LEAST = 0.55  # likeness; below, passages about something else come with those that are meant
_LEAST_WORD = 0.8  # of a word: `operationel` is 0.96 alike; `modération` and it were 0.76
_SHORT = 4  # characters; words so short are too like others: where no source has one, one slip
_SLIP = 0.8  # likeness of a short word with a slip in it
_UNKNOWN = 0.5  # of its weight, for a word that no source has: memory has put it in another's place
_OTHER_LETTERS = 0.97  # of a word that differs only in case and accents
_WORD_FORMS = 40  # words of the sources for one that is remembered
_REACH, _MORE = 3, 6  # a passage has at most so many times the words that are remembered, and more
_LOOSE, _DISORDERED = 0.2, 0.1  # what is lost where other words stand between, and by wrong order
_MOST_WORDS = 60  # that are remembered; whoever has more has the text before them
_SOURCES = 80  # that are looked through, those first that have the most of the words
_OF_A_SOURCE = 3  # passages; further ones are of less use than other sources


@dataclass(frozen=True, slots=True)
class Remembered:
    """A passage of the text number `text`, in which the words at `matched` were remembered.

    `likeness` is the share of the remembered words, weighed by rarity, less what stands between
    them and in another order: 0 to 0.99, since only the very words are 1.
    """

    text: int
    span: Span
    matched: tuple[Span, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class _Hit:
    """The word number `at` of a text is like the remembered word number `wanted`."""

    at: int
    wanted: int
    likeness: float


@dataclass(frozen=True, slots=True)
class _Sought:
    """The remembered words: what each weighs, and which words of the sources are like which."""

    typed: frozenset[str]
    weights: Sequence[float]
    alike: Mapping[str, Sequence[tuple[int, float]]]
    known: int  # how many of them any source has

    def best(self, held: Iterable[str]) -> dict[int, float]:
        """How well each remembered word is found at its best among the words `held`."""
        best: dict[int, float] = {}
        for word in self.alike.keys() & held:
            for wanted, likeness in self.alike[word]:
                best[wanted] = max(best.get(wanted, 0.0), likeness)
        return best

    def same(self, text: Text, matched: Sequence[Span]) -> float:
        """The share of matched words that were remembered with their case and accents."""
        return sum(folded(text.raw[slice(*one)]) in self.typed for one in matched) / len(matched)

    def share(self, best: Mapping[int, float]) -> float:
        """The weighed share of what is found, by remembered word."""
        return sum(self.weights[one] * like for one, like in best.items()) / sum(self.weights)


def remembered(phrase: str, texts: Sequence[Text]) -> list[Remembered]:
    """The passages of `texts` that hold what `phrase` remembers, best first; none where few do."""
    read = [Counter(map(_plain, word_texts(text.bare.text))) for text in texts]
    sought = _sought(phrase, _together(read))
    if sought is None:
        return []
    most = {number: sought.share(sought.best(counts)) for number, counts in enumerate(read)}
    likely = sorted((one for one in most if most[one] >= _LEAST), key=lambda one: -most[one])
    found = (one for number in likely[:_SOURCES] for one in _passages(sought, texts, number))
    return sorted(found, key=lambda one: (-one.likeness, one.text, one.span))


def _together(read: Iterable[Counter[str]]) -> Counter[str]:
    every = Counter[str]()
    for counts in read:
        every.update(counts)
    return every


def _sought(phrase: str, counts: Counter[str]) -> _Sought | None:
    wanted = [_plain(one) for one in word_texts(bare(phrase))[:_MOST_WORDS]]
    every = sum(counts.values())
    if not wanted or not every:
        return None
    weights, alike, known = [], defaultdict[str, list[tuple[int, float]]](list), 0
    for number, word in enumerate(wanted):
        forms = _forms(word, counts)
        known += bool(forms)
        # Some word stands everywhere, and still says a little.
        weight = math.log(1 + every / (1 + sum(counts[one] for one in forms)))
        weights.append(weight if forms else _UNKNOWN * weight)
        for form, likeness in forms.items():
            alike[form].append((number, likeness))
    return _Sought(frozenset(word_texts(folded(phrase))), weights, alike, known)


def _forms(word: str, counts: Counter[str]) -> dict[str, float]:
    """The words of the sources that are like a remembered one; figures must be the same."""
    if any(map(str.isnumeric, word)) or (len(word) <= _SHORT and word in counts):
        return {word: 1.0} if word in counts else {}
    if len(word) <= _SHORT:
        return {one: _SLIP for one in counts if len(word) == _SHORT and _has_slip(word, one)}
    near = process.extract(
        word,
        counts.keys(),
        scorer=Indel.normalized_similarity,
        score_cutoff=_LEAST_WORD,
        limit=_WORD_FORMS,
    )
    return {form: likeness for form, likeness, _ in near}


def _has_slip(short: str, word: str) -> bool:
    """Whether they are one letter apart, or two exchanged; figures must be the same."""
    near = OSA.distance(short, word, score_cutoff=1) == 1
    return near and len(word) >= _SHORT and not any(map(str.isnumeric, word))


def _plain(word: str) -> str:
    """A word as it is compared: numbers without the spaces that group their digits."""
    return word.replace(" ", "")


def _hits(sought: _Sought, read: Sequence[Word]) -> Iterator[_Hit]:
    for at, word in enumerate(read):
        for wanted, likeness in sought.alike.get(_plain(word.text), ()):
            yield _Hit(at, wanted, likeness)


def _passages(sought: _Sought, texts: Sequence[Text], number: int) -> Iterator[Remembered]:
    """The best passages of one text, none of which overlaps a better one."""
    text = texts[number]
    read = list(words(text.bare.text))
    ranked = sorted(_windows(sought, list(_hits(sought, read))), key=_rank)
    taken: list[tuple[int, int]] = []
    for score, chosen in ranked:
        first, last = chosen[0].at, chosen[-1].at
        if len(taken) == _OF_A_SOURCE:
            return
        if any(first <= end and start <= last for start, end in taken):
            continue
        taken.append((first, last))
        matched = tuple(text.bare.span(read[one.at].start, read[one.at].end) for one in chosen)
        likeness = score * (_OTHER_LETTERS + (1 - _OTHER_LETTERS) * sought.same(text, matched))
        figure = first > 0 and is_figure(read[first - 1].text)  # `millions` alone says nothing
        begin = text.bare.span(read[first - 1].start, read[first].end) if figure else matched[0]
        span = Span(begin.start, matched[-1].end)
        yield Remembered(number, span, matched, min(likeness, 0.99))


def _rank(window: tuple[float, list[_Hit]]) -> tuple[float, int]:
    return -window[0], window[1][0].at


def _windows(sought: _Sought, hits: Sequence[_Hit]) -> Iterator[tuple[float, list[_Hit]]]:
    """From each hit on, the stretch that is most like what is remembered, and what of it counts."""
    places = [hit.at for hit in hits]
    reach = _REACH * len(sought.weights) + _MORE
    for first, hit in enumerate(hits):
        best: dict[int, _Hit] = {}
        top, chosen = 0.0, list[_Hit]()
        for other in hits[first : bisect_left(places, hit.at + reach)]:
            held = best.get(other.wanted)
            if held is not None and held.likeness >= other.likeness:
                continue
            best[other.wanted] = other
            score = _score(sought, best.values(), hit.at, other.at)
            if score > top:
                top, chosen = score, sorted(best.values(), key=lambda one: one.at)
        if top >= _LEAST and _tells(sought, chosen):
            yield top, chosen


def _score(sought: _Sought, found: Iterable[_Hit], first: int, last: int) -> float:
    hits = sorted(found, key=lambda one: one.at)
    share = sought.share({one.wanted: one.likeness for one in hits})
    tight = len({one.at for one in hits}) / (last - first + 1)
    ordered = sum(a.wanted < b.wanted for a, b in pairwise(hits))
    order = ordered / (len(hits) - 1) if len(hits) > 1 else 1.0
    return share * (1 - _LOOSE * (1 - tight) - _DISORDERED * (1 - order))


def _tells(sought: _Sought, chosen: Sequence[_Hit]) -> bool:
    """Whether more than one word of several was found: one alone says nothing about a passage.

    Unless it is the only one that any source has: then it is all that can be shown.
    """
    return len({one.at for one in chosen}) > 1 or sought.known == 1
