"""What the made-up projects tell, of any size, and the same for the same seed.

Five articles tell each story of a hundred events, so a project grows as real ones do: more stories,
not longer articles. The text is French as newspapers set it. Stories come one by one, so that a
hundred thousand claims need no more memory than a hundred.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SEED = 2021
TAGS = ("audience", "justice", "ecole", "sante", "transports", "logement", "climat", "culture")
RATINGS = ("confirme", "nuance", "contredit", "ouvert")
_EVENTS = 100  # of a story
_TELLERS = 5  # articles of a story: 500 for 10,000 claims
_CONFLICTING = 0.095  # share of the events: about 950 discrepancies for 10,000
_SPEAKING = 0.8  # how often an article speaks of an event of its story
_SYLLABLES = (
    *("ba", "bre", "cha", "cou", "dé", "do", "fé", "fon", "gué", "hé", "jo", "la", "lé", "mar"),
    *("mé", "mon", "né", "nou", "pé", "quin", "ré", "rou", "sé", "tou", "va", "vi"),
)
_FIRST_NAMES = ("Maëlle", "Édouard", "Hélène", "Loïc", "Noémie", "Jérôme", "Zoé", "François")
_ROLES = ("élue", "médecin", "porte-parole", "déléguée", "ingénieur", "maraîchère", "préfet")
_TOWNS = ("Béziers", "Orléans", "Besançon", "Le Mans", "Évreux", "Saint-Étienne", "Nîmes")
_UNITS = ("abonnés", "élèves", "logements", "salariés", "arbres", "bénévoles", "lecteurs")
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

    @property
    def statement(self) -> str:
        """The claim."""
        return f"Selon {self.first} {self.name}, {shown(self.figure)} {self.unit} sont concernés."

    @property
    def summary(self) -> str:
        """The verdict in a sentence."""
        return f"Le chiffre de {self.name} est rapporté par plusieurs articles."

    @property
    def rating(self) -> str:
        """The id of the verdict's rating."""
        return RATINGS[self.number % len(RATINGS)]

    @property
    def tags(self) -> tuple[str, str]:
        """The claim's tags."""
        return tags_of(self.number)

    def value(self, place: int) -> int:
        """What the article at `place` says; the second one halves the figure of a conflict."""
        return self.figure // 2 if self.conflicting and place == 1 else self.figure

    def told(self, place: int) -> str:
        """The event in the words of the article at `place`."""
        return _WORDINGS[place].format(
            first=self.first,
            name=self.name,
            role=self.role,
            town=self.town,
            unit=self.unit,
            figure=shown(self.value(place)),
        )


@dataclass(frozen=True, slots=True)
class Article:
    """A source: its text, and the sentence of each event that it speaks of, by the event's id."""

    story: int
    place: int
    text: str
    sentences: Mapping[str, str]

    @property
    def id(self) -> str:
        """The source's id."""
        return f"source-{self.story:04}-{'abcde'[self.place]}"

    @property
    def title(self) -> str:
        """The headline."""
        return f"L’article {'ABCDE'[self.place]} de l’affaire {self.story}"

    @property
    def publisher(self) -> str:
        """Who published it."""
        return f"Le Journal {'ABCDE'[self.place]}"

    @property
    def published(self) -> str:
        """When, in ISO 8601."""
        return f"2021-02-{1 + (self.story + self.place) % 28:02}"

    @property
    def url(self) -> str:
        """Where it stands."""
        return f"https://journal-{'abcde'[self.place]}.example/affaire-{self.story}"


@dataclass(frozen=True, slots=True)
class Story:
    """Up to a hundred events, and the articles that tell them."""

    events: tuple[Event, ...]
    articles: tuple[Article, ...]

    def neighbour(self, event: Event) -> Event:
        """Another event, to which a claim about `event` leads."""
        return self.events[(event.number + 7) % len(self.events)]


def stories(claims: int, seed: int = SEED) -> Iterator[Story]:
    """Stories with `claims` events in all."""
    chance = random.Random(seed)
    for start in range(0, claims, _EVENTS):
        numbers = range(start, min(start + _EVENTS, claims))
        events = tuple(_event(chance, number) for number in numbers)
        yield Story(events, tuple(_articles(chance, start // _EVENTS, events)))


def tags_of(number: int) -> tuple[str, str]:
    """The tags of the event of that number; the first eight events have all of them."""
    return TAGS[number % len(TAGS)], TAGS[(number + 3) % len(TAGS)]


def shown(figure: int) -> str:
    """The figure as a French newspaper prints it."""
    return f"{figure:,}".replace(",", "\u202f")


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


def _articles(chance: random.Random, story: int, events: tuple[Event, ...]) -> Iterator[Article]:
    """The first two speak of every event, so that each claim has somebody to confirm it."""
    for place in range(_TELLERS):
        heard = [event for event in events if place < 2 or chance.random() < _SPEAKING]
        sentences = {event.id: event.told(place) for event in heard}
        yield Article(story, place, _text(chance, list(sentences.values())), sentences)


def _text(chance: random.Random, sentences: list[str]) -> str:
    pieces: list[str] = []
    for number, sentence in enumerate(sentences):
        pieces.append(sentence)
        if chance.random() < 0.5:
            pieces.append(chance.choice(_FILLERS))
        if number % 5 == 4:
            pieces.append("\n\n")
    return " ".join(pieces).replace(" \n\n ", "\n\n").rstrip() + "\n"
