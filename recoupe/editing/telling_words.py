"""Which changed words may make a passage say something else: all but slips of the pen.

No program can tell that other words mean the same. The lists hold what French and English negate,
hedge, count and date with: they only say more plainly what an editor has to look at.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from recoupe.anchoring.words import is_figure
from recoupe.editing.slips import is_slip
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


class Telling(str):
    """A doubt about what a passage means, and not only about which passage it is."""

    __slots__ = ()


class Change(NamedTuple):
    """Words that stood at one place, and those that stand there now; either may be none."""

    before: Sequence[str]
    now: Sequence[str]

    @property
    def is_slip(self) -> bool:
        """Whether each word is only another's spelling, one for one."""
        same = len(self.before) == len(self.now)
        return same and all(map(is_slip, self.before, self.now))


def doubts(changes: Sequence[Change]) -> Iterator[Telling]:
    """What `changes` leave in doubt, in words; nothing where all are slips that were mended.

    Their words are of folded texts.
    """
    telling = [change for change in changes if not change.is_slip]
    if not telling:
        return
    changed = [word for change in telling for word in (*change.before, *change.now)]
    named = tuple(_named(telling, changed))
    yield from named or [Telling(f"it has other words: {_listed(changed)}")]


def _named(telling: Iterable[Change], changed: Sequence[str]) -> Iterator[Telling]:
    figures = [word for word in changed if is_figure(word) or bare(word) in _COUNTED]
    if figures:
        yield Telling(f"a figure or a date has changed: {_listed(figures)}")
    for what, listed in (("a negation", _NEGATIONS), ("a word of certainty or extent", _HEDGES)):
        found = [word for word in changed if bare(word) in listed]
        if found:
            yield Telling(f"{what} has changed: {_listed(found)}")
    names = [word for word in changed if word[:1].isupper()]
    if names:
        yield Telling(f"a name has changed: {_listed(names)}")
    turned = [
        word
        for change in telling
        for word in change.now
        if any(_turns(word, other) for other in change.before)
    ]
    if turned:
        yield Telling(f"a word may have turned into its contrary: {_listed(turned)}")


def _turns(one: str, other: str) -> bool:
    """Whether the two differ by a prefix that negates (`légal`, `illégal`)."""
    short, long = sorted((bare(one), bare(other)), key=len)
    prefix = long.removesuffix(short)
    return prefix != long and len(short) > 2 and _NEGATING.fullmatch(prefix) is not None


def _listed(words: Sequence[str]) -> str:
    return ", ".join(f"`{word}`" for word in dict.fromkeys(words))
