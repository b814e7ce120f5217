"""A big project for tests in a browser: as many claims and sources as one asks for, all proved.

What a claim has follows from its number, so a test can say beforehand which claims a filter leaves,
and a change of one claim changes no other.
"""

from collections.abc import Sequence
from pathlib import Path

OUTLETS = ("Le Matin", "L’Écho", "La Gazette", "Le Courrier", "La Dépêche de l’Ouest", "Le Fil")
RATINGS = ("vrai", "nuance", "faux", "douteux")
TAGS = ("ville", "campagne", "mer", "montagne", "marais")
WHENS = (
    None,
    "2021-01-06",
    "2021-02",
    "2018",
    "from 2021-01-10 to 2021-01-24",
    "after 2021-02-10",
    "before 2021-01-03",
    "about 2021-01-15",
    "about 2021-02",
    "2021-01-{day:02}",
)
_CONFLICT_EVERY = 7  # one claim in seven: conflicts are the exception, and not rare
_SITE = """\
title: Mille lots
language: {language}
publisher: {{name: Recoupe}}
source_text: full
ratings:
  - {{id: vrai, label: Vrai, value: 3, description: Tout le dit.}}
  - {{id: nuance, label: À nuancer, value: 2}}
  - {{id: faux, label: Faux, value: 1}}
  - {{id: douteux, label: Douteux}}
tags: {{ville: La ville, campagne: La campagne, mer: La mer, montagne: La montagne}}
"""


def write_big_project(
    folder: Path, *, claims: int = 200, sources: int = 6, language: str = "fr"
) -> None:
    """Write `facts/` and `seeds/` of a project into `folder`.

    Of claim `n`, counted from 1: `conflicting` tells whether its sources conflict, `speaking` which
    of them speak; it has the rating `RATINGS[n % 5]` (none at 4), the tag `TAGS[n % 5]`, and
    `WHENS[n % 10]` is when it happened.
    """
    _write(folder / "facts/site.yaml", _SITE.format(language=language))
    for source in range(sources):
        _write(folder / f"facts/sources/{source_id(source)}.yaml", _source(source))
        _write(folder / f"seeds/{source_id(source)}.txt", _seed(source, claims, sources))
    for number in range(1, claims + 1):
        _write(folder / f"facts/claims/lot-{number:03}.yaml", _claim(number, sources))
    for number in range(_CONFLICT_EVERY, claims + 1, _CONFLICT_EVERY):
        _write(folder / f"facts/discrepancies/lot-{number:03}.yaml", _discrepancy(number))


def source_id(source: int) -> str:
    """The id of a source, counted from 0."""
    return f"source-{source + 1:02}"


def speaking(number: int, sources: int) -> Sequence[int]:
    """The sources that speak of a claim, counted from 0: the first two always."""
    return [source for source in range(sources) if source < 2 or (number + source) % 3 != 0]


def conflicting(number: int) -> bool:
    """Whether the values of a claim conflict."""
    return number % _CONFLICT_EVERY == 0


def _source(source: int) -> str:
    named = OUTLETS[source] if source < len(OUTLETS) else f"Journal {source + 1}"
    return (
        f"text: {source_id(source)}.txt\ntitle: Ce que dit le numéro {source + 1}\n"
        f"publisher: {named}\npublished: 2021-03-{source % 28 + 1:02}\n"
    )


def _seed(source: int, claims: int, sources: int) -> str:
    spoken = (one for one in range(1, claims + 1) if source in speaking(one, sources))
    return "".join(f"{_sentence(number, source)}\n" for number in spoken)


def _sentence(number: int, source: int) -> str:
    return f"Le lot{number:03} compte {_count(number, source)} maisons, et l’on n’en sait pas plus."


def _count(number: int, source: int) -> int:
    return number + (10 * number if source == 1 and conflicting(number) else 0)


def _claim(number: int, sources: int) -> str:
    when = WHENS[number % len(WHENS)]
    rating = number % (len(RATINGS) + 1)
    lines = [
        f"claim: Le lot {number}, dont on parlait depuis des semaines, compte {number} maisons.",
        f"tags: [{TAGS[number % len(TAGS)]}]",
        *([f"when: {when.format(day=number % 28 + 1)}"] if when else []),
        "compare: {as: number, unit: maisons}",
        *([f"verdict: {{rating: {RATINGS[rating]}}}"] if rating < len(RATINGS) else []),
        "accounts:",
        *(_account(number, source, sources) for source in range(sources)),
    ]
    return "\n".join(lines) + "\n"


def _account(number: int, source: int, sources: int) -> str:
    if source not in speaking(number, sources):
        return f"  - {{source: {source_id(source)}, stance: silent, searched: [lot{number:03}]}}"
    stance = "disputes" if source == 1 and conflicting(number) else "supports"
    certainty = ", certainty: hedged" if (number + source) % 5 == 0 else ""
    return (
        f"  - {{source: {source_id(source)}, stance: {stance}{certainty}, "
        f"value: {_count(number, source)}, "
        f"quotes: [Le lot{number:03} compte {_count(number, source)} maisons]}}"
    )


def _discrepancy(number: int) -> str:
    return (
        f"title: Le lot {number}, petit ou grand\nkind: number\nstrength: contradiction\n"
        f"claims: [lot-{number:03}]\nsummary: Deux nombres.\n"
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
