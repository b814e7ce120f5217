"""Which changed words may make a passage say something else: no program can tell that they do not.

The lists hold what French and English negate, hedge, count and date with. They can only raise a
doubt: a passage without any of these words is not thereby proved to mean the same.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from recoupe.anchoring.words import is_figure
from recoupe.text import bare


def _listed_words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEGATIONS = _listed_words("""
    ne n ni non pas jamais aucun aucune aucunement guere rien nul nulle nullement sans sauf contre
    faux fausse dementi dementie dement refuse refusent refusait nie nient niait
    not no nor never none nothing nobody neither without cannot t deny denies denied false refuse
    refuses refused against
""")
_HEDGES = _listed_words("""
    aurait auraient serait seraient pourrait pourraient devrait devraient ferait feraient semble
    semblent semblait sembleraient peut peuvent probablement apparemment possible possiblement
    presume presumee presumes selon suppose supposee affirme assure pretend environ presque quasi
    plus moins tous toutes tout certains certaines plusieurs quelques seul seule seulement encore
    deja
    may might could would should seems seemed seemingly apparently allegedly reportedly perhaps
    maybe probably possibly likely alleged about almost nearly more less least most all some several
    few only still already
""")
_COUNTED = _listed_words("""
    deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt
    trente quarante cinquante soixante cent cents mille million millions milliard milliards dizaine
    douzaine quinzaine vingtaine centaine centaines millier milliers moitie tiers quart double
    triple premier premiere second seconde dernier derniere
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    twenty thirty forty fifty sixty hundred thousand billion billions dozen half third quarter first
    last
    lundi mardi mercredi jeudi vendredi samedi dimanche janvier fevrier mars avril mai juin juillet
    aout septembre octobre novembre decembre hier demain aujourd avant apres
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december yesterday today tomorrow before after
""")
_NEGATING = re.compile(r"in|im|il|ir|de|des|dis|mal|mes|non|anti|un|a|re|pre|post|ex")
_SPELLED_ALIKE = 0.75  # of the characters: one letter in four, as in `Matze` for `Mattze`


class Telling(str):
    """A doubt about what a passage means, and not only about which passage it is."""

    __slots__ = ()


def doubts(before: Sequence[str], now: Sequence[str]) -> Iterator[Telling]:
    """What the words `before`, in whose place the words `now` stand, leave in doubt, in words.

    Both are words of folded texts; nothing is given where each is another's spelling.
    """
    changed = [word for word in (*before, *now) if not _only_case_or_accents(word, before, now)]
    figures = [word for word in changed if is_figure(word) or bare(word) in _COUNTED]
    if figures:
        yield Telling(f"a figure or a date has changed: {_listed(figures)}")
    for what, listed in (("a negation", _NEGATIONS), ("a word of certainty or extent", _HEDGES)):
        found = [word for word in changed if bare(word) in listed]
        if found:
            yield Telling(f"{what} has changed: {_listed(found)}")
    names = [word for word in changed if _is_name(word) and not _spelled(word, before, now)]
    if names:
        yield Telling(f"a name has changed: {_listed(names)}")
    turned = [word for word in now if any(_turns(word, other) for other in before)]
    if turned:
        yield Telling(f"a word may have turned into its contrary: {_listed(turned)}")


def all_spelled_alike(before: Sequence[str], now: Sequence[str]) -> bool:
    """Whether each word is only another's spelling: as many on both sides, pair by pair alike."""
    return len(before) == len(now) and all(map(spelled_alike, before, now))


def spelled_alike(one: str, other: str) -> bool:
    """Whether two words may be spellings of one."""
    return Indel.normalized_similarity(bare(one), bare(other)) >= _SPELLED_ALIKE


def _spelled(word: str, before: Sequence[str], now: Sequence[str]) -> bool:
    """Whether the other side has `word` in another spelling."""
    return any(spelled_alike(word, other) for other in (*before, *now) if other != word)


def _only_case_or_accents(word: str, before: Sequence[str], now: Sequence[str]) -> bool:
    mine = bare(word)
    return mine in map(bare, before) and mine in map(bare, now)


def _is_name(word: str) -> bool:
    return word[:1].isupper()


def _turns(one: str, other: str) -> bool:
    """Whether the two differ by a prefix that negates (`légal`, `illégal`)."""
    short, long = sorted((bare(one), bare(other)), key=len)
    prefix = long.removesuffix(short)
    return prefix != long and len(short) > 2 and _NEGATING.fullmatch(prefix) is not None


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in dict.fromkeys(words))
