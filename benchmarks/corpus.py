"""A made-up project of any size, the same for the same seed: what the other benchmarks build.

    python benchmarks/corpus.py FOLDER [CLAIMS]

Five sources tell each group of a hundred claims, so a site grows as real ones do: more stories, not
longer articles. Texts are French as newspapers set it, quotes overlap, one claim in ten has values
that conflict and a discrepancy that explains it, and the project builds without a diagnostic.
"""

import random
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SEED = 2021
GROUP = 100  # claims that the same sources tell
TELLERS = 5  # sources of a group: 500 for 10,000 claims
_CONFLICTING = 0.095  # share of the claims: about 950 discrepancies for 10,000
_SPEAKING = 0.8  # how often a source speaks of a claim of its group
_SYLLABLES = (
    *("ba", "bre", "cha", "cou", "dé", "do", "fé", "fon", "gué", "hé", "jo", "la", "lé", "mar"),
    *("mé", "mon", "né", "nou", "pé", "quin", "ré", "rou", "sé", "tou", "va", "vi"),
)
_FIRST_NAMES = ("Maëlle", "Édouard", "Hélène", "Loïc", "Noémie", "Jérôme", "Zoé", "François")
_ROLES = ("élue", "médecin", "porte-parole", "déléguée", "ingénieur", "maraîchère", "préfet")
_TOWNS = ("Béziers", "Orléans", "Besançon", "Le Mans", "Évreux", "Saint-Étienne", "Nîmes")
_UNITS = ("abonnés", "élèves", "logements", "salariés", "arbres", "bénévoles", "lecteurs")
_TAGS = ("audience", "justice", "ecole", "sante", "transports", "logement", "climat", "culture")
_RATINGS = ("confirme", "nuance", "contredit", "ouvert")
_FILLERS = (
    "La séance s’est prolongée tard dans la soirée, sans qu’aucune décision ne soit prise.",
    "« Nous n’avons rien à cacher », a répété l’entourage, interrogé à plusieurs reprises.",
    "Le dossier, ouvert au printemps, n’a guère avancé depuis : les pièces manquent.",
    "Contactée, la mairie n’a pas souhaité s’exprimer ; elle renvoie à son communiqué…",
)
# The same thing in other words, as papers do it; the figure stands in each.
_WORDINGS = (
    "{first} {name}, {role} à {town}, assure que {figure} {unit} sont concernés cette année.",
    "Selon {first} {name}, {role} à {town}, ce sont {figure} {unit} qui seraient touchés.",
    "À {town}, {first} {name} compte {figure} {unit}, dont beaucoup depuis l’été dernier.",
    "« Il y a {figure} {unit} », affirme {first} {name}, {role} bien connue à {town}.",
    "{first} {name} parle de {figure} {unit} ; à {town}, {role} et voisins en doutent.",
)


@dataclass(frozen=True, slots=True)
class Event:
    """What a claim is about; `name` occurs in no other event."""

    number: int
    first: str
    name: str
    role: str
    town: str
    unit: str
    figure: int
    conflicting: bool

    @property
    def id(self) -> str:
        """The claim's id."""
        return f"claim-{self.number:06}"


def make_project(folder: Path, claims: int, seed: int = SEED) -> None:
    """Write a project with `claims` claims into `folder`, which is emptied first."""
    chance = random.Random(seed)
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("claims", "sources", "discrepancies", "pages"):
        (folder / "facts" / name).mkdir(parents=True)
    (folder / "seeds").mkdir()
    for path, text in _files(chance, claims):
        (folder / path).write_text(text, encoding="utf-8")


def _files(chance: random.Random, claims: int) -> Iterator[tuple[str, str]]:
    yield "facts/site.yaml", _site()
    for page in ("methodology", "corrections-policy", "funding"):
        yield f"facts/pages/{page}.md", f"# {page}\n\nUn texte d’essai.\n"
    for start in range(0, claims, GROUP):
        events = [_event(chance, number) for number in range(start, min(start + GROUP, claims))]
        yield from _group(chance, start // GROUP, events)


def _group(chance: random.Random, group: int, events: list[Event]) -> Iterator[tuple[str, str]]:
    """The sources of one story, its claims and its discrepancies."""
    ids = [f"source-{group:04}-{letter}" for letter in "abcde"[:TELLERS]]
    told: dict[str, dict[int, str]] = {id: {} for id in ids}
    for event in events:
        for place, id in enumerate(ids):
            if place < 2 or chance.random() < _SPEAKING:
                told[id][event.number] = _sentence(event, place)
    for place, id in enumerate(ids):
        yield f"seeds/{id}.txt", _article(chance, list(told[id].values()))
        yield f"facts/sources/{id}.yaml", _source(id, place, group)
    for event in events:
        yield f"facts/claims/{event.id}.yaml", _claim(event, ids, told, events)
        if event.conflicting:
            yield f"facts/discrepancies/gap-{event.number:06}.yaml", _discrepancy(event, ids)


def _event(chance: random.Random, number: int) -> Event:
    base = len(_SYLLABLES)
    digits = [number // base**power % base for power in (3, 2, 1, 0)]
    return Event(
        number=number,
        first=chance.choice(_FIRST_NAMES),
        name="".join(_SYLLABLES[digit] for digit in digits).capitalize() + "sart",
        role=chance.choice(_ROLES),
        town=chance.choice(_TOWNS),
        unit=chance.choice(_UNITS),
        figure=chance.randint(11, 989) * 100,
        conflicting=chance.random() < _CONFLICTING,
    )


def _value(event: Event, place: int) -> int:
    """What the source at `place` says; the second one of a conflicting claim says half as much."""
    return event.figure // 2 if event.conflicting and place == 1 else event.figure


def _shown(figure: int) -> str:
    return f"{figure:,}".replace(",", "\u202f")


def _sentence(event: Event, place: int) -> str:
    return _WORDINGS[place].format(
        first=event.first,
        name=event.name,
        role=event.role,
        town=event.town,
        unit=event.unit,
        figure=_shown(_value(event, place)),
    )


def _article(chance: random.Random, sentences: list[str]) -> str:
    pieces: list[str] = []
    for number, sentence in enumerate(sentences):
        pieces.append(sentence)
        if chance.random() < 0.5:
            pieces.append(chance.choice(_FILLERS))
        if number % 5 == 4:
            pieces.append("\n\n")
    return " ".join(pieces).replace(" \n\n ", "\n\n") + "\n"


def _site() -> str:
    ratings = "".join(
        f"  - {{id: {id}, label: {id.capitalize()}, value: {3 - place}, description: Un degré.}}\n"
        if place < 3
        else f"  - {{id: {id}, label: {id.capitalize()}, description: Hors de l’échelle.}}\n"
        for place, id in enumerate(_RATINGS)
    )
    tags = "".join(f"  {tag}: {tag.capitalize()}\n" for tag in _TAGS)
    return (
        "title: Un site d’essai\ndescription: Des faits inventés, pour mesurer.\nlanguage: fr\n"
        "base_url: https://example.org/essai/\npublisher: {name: Essai, url: https://example.org/}\n"
        f"source_text: full\nratings:\n{ratings}tags:\n{tags}"
    )


def _source(id: str, place: int, group: int) -> str:
    day = 1 + (group + place) % 28
    return (
        f"text: {id}.txt\ntitle: L’article {'ABCDE'[place]} de l’affaire {group}\n"
        f"publisher: Le Journal {'ABCDE'[place]}\npublished: 2021-02-{day:02}\nlanguage: fr\n"
    )


def _claim(
    event: Event, ids: list[str], told: dict[str, dict[int, str]], events: list[Event]
) -> str:
    accounts = "".join(
        _account(event, place, id, told[id].get(event.number)) for place, id in enumerate(ids)
    )
    other = events[(event.number + 7) % len(events)].id
    rating = _RATINGS[event.number % len(_RATINGS)]
    quote = f"{event.first} {event.name}, {event.role} à {event.town}"
    return f"""\
claim: Selon {event.first} {event.name}, {_shown(event.figure)} {event.unit} sont concernés.
question: Combien de {event.unit} ?
tags: [{_TAGS[event.number % 8]}, {_TAGS[(event.number + 3) % 8]}]
when: 2021-{1 + event.number % 2:02}-{1 + event.number % 28:02}
compare: {{as: number, unit: {event.unit}, tolerance: 0.05}}
accounts:
{accounts}verdict:
  rating: {rating}
  summary: Le chiffre de {event.name} est rapporté par plusieurs articles.
explanation: |
  Le premier article présente [l’intéressé](quote:{ids[0]} "{quote}") et donne
  *le même chiffre* que les autres, à peu de chose près.
  Voir aussi [l’affaire voisine](claim:{other}).

  Aucun ne dit **comment** l’on compte : comptes ouverts, inscrits ou présents donnent des nombres
  différents, et les articles ne renvoient à aucun document.
checked: 2021-03-0{1 + event.number % 9}
by: [R. Editor]
history:
  - {{date: 2021-03-0{1 + event.number % 9}, kind: published, note: Première publication.}}
"""


def _account(event: Event, place: int, id: str, sentence: str | None) -> str:
    if sentence is None:
        return f"  - source: {id}\n    stance: silent\n    searched: [{event.name}]\n"
    figure = f"{_shown(_value(event, place))} {event.unit}"
    ends = sorted((sentence.index(event.first), sentence.index(figure)))
    last = max((event.name, figure), key=sentence.index)
    part = sentence[ends[0] : sentence.index(last) + len(last)]
    return f"""\
  - source: {id}
    stance: {"disputes" if event.conflicting and place == 1 else "supports"}
    attributed_to: {event.first} {event.name}
    value: {_value(event, place)}
    as_of: 2021
    quotes:
      - "{part}"
      - "{sentence.rstrip(".")}"
"""


def _discrepancy(event: Event, ids: list[str]) -> str:
    return f"""\
title: Du simple au double pour {event.name}
kind: number
strength: tension
claims: [{event.id}]
sources: [{", ".join(ids)}]
summary: Un article compte deux fois moins de {event.unit} que les autres.
explanation: |
  Les deux nombres ne peuvent tenir ensemble ; rien dans les textes ne dit lequel vaut.
"""


def main() -> None:
    """Make the project that the command line names."""
    folder, claims = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
    make_project(folder, claims)
    print(f"{claims} claims in {folder}")


if __name__ == "__main__":
    main()
