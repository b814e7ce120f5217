"""How long finding quotes takes: a seeded French text of 1 MB and 1,000 quotes of it.

    python -m benchmarks.anchoring [QUOTES]

The text is made up, set as newspapers set theirs (guillemets, no-break spaces, typographic
apostrophes), so that folding has its usual work. Prints seconds; judges nothing.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator

from recoupe.anchoring import (
    Span,
    Wording,
    locate,
    occurrences,
    shortest_unique,
    standing,
    suggest,
)
from recoupe.text import Text

_SIZE = 1_000_000  # characters of the text
_NEAR = 50  # quotes that are looked for by likeness, and named by neighbours: an editor's bad day
_SEED = 2021
_SYLLABLES = (
    "ba ble bon cer chan com con de dé di é en er eur fa fi for gran han ité ja la le lon ma men "
    "mi mo na ni nou on ou pa par pen pla pré pro ra re ré ri sa se si son ta te ti tion tou tra u "
    "va ve vi voi œu çon"
)
_SMALL = "de la le les des un une et à en dans pour qui que sur par avec au du se plus pas"
_ELIDED = ("l’", "d’", "qu’", "n’", "s’")


def words(chance: random.Random) -> Iterator[str]:
    """French-looking words without end, common ones far more often than rare ones."""
    syllables = _SYLLABLES.split()
    rare = ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / (rank + 20) for rank in range(len(rare))]
    small = _SMALL.split()
    while True:
        for word in chance.choices(rare, weights, k=1_000):
            yield chance.choice(small)
            yield (chance.choice(_ELIDED) if chance.random() < 0.1 else "") + word


def sentence(chance: random.Random, source: Iterator[str]) -> str:
    """One sentence with its figures, quotations and punctuation."""
    parts = [next(source) for _ in range(chance.randint(8, 28))]
    if chance.random() < 0.3:
        parts.insert(3, f"{chance.randint(2, 999)}\u202f{chance.randint(0, 999):03}")
    if chance.random() < 0.2:
        parts[2:4] = [f"«\u00a0{parts[2]} {parts[3]}\u00a0»"]
    if chance.random() < 0.3:
        parts[5] += ","
    end = chance.choice([".", ".", ".", "…", "\u202f?", "\u202f!", "\u00a0:"])
    return " ".join(parts).capitalize() + end


def article(chance: random.Random) -> str:
    """A text of `_SIZE` characters in paragraphs."""
    source = words(chance)
    pieces: list[str] = []
    size = 0
    while size < _SIZE:
        pieces += sentence(chance, source), "\r\n\r\n" if chance.random() < 0.2 else " "
        size += len(pieces[-1]) + len(pieces[-2])
    return "".join(pieces)[:_SIZE]


def quotes(raw: str, count: int, chance: random.Random) -> list[str]:
    """Passages of the text by whole words, typed with plain apostrophes as editors do."""
    found = []
    for _ in range(count):
        start = raw.index(" ", chance.randrange(len(raw) - 500)) + 1
        found.append(raw[start : raw.index(" ", start + chance.randint(30, 160))].replace("’", "'"))
    return found


def edited(quote: str) -> str:
    """The quote with its third word changed."""
    parts = quote.split()
    return " ".join([*parts[:2], "autrement", *parts[3:]])


def timed(name: str, times: int, work: Callable[[], object]) -> None:
    """Do `work`, which does the same thing `times` times, and print how long it took."""
    began = time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    print(f"{name:<44} {seconds:8.3f} s {1000 * seconds / times:10.3f} ms each")


def main(count: int) -> None:
    """Print the table."""
    chance = random.Random(_SEED)
    raw = article(chance)
    asked = quotes(raw, count, chance)
    print(f"{len(raw):,} characters, {count:,} quotes")
    timed("fold the text", 1, lambda: Text(raw))
    text = Text(raw)
    timed("locate every quote", count, lambda: [locate(text, quote) for quote in asked])
    timed("the same, whole words only", count, lambda: [standing(text, quote) for quote in asked])
    timed("fold for silences", 1, lambda: text.bare)
    entries = [max(quote.split(), key=len) for quote in asked]
    timed("search for silences", count, lambda: [occurrences(text, entry) for entry in entries])
    frequent = standing(text, "dans")[:_NEAR]
    timed("shortest wording of a frequent word", len(frequent), lambda: wordings(text, frequent))
    near = [edited(quote) for quote in asked[:_NEAR]]
    timed("suggest for an edited quote", len(near), lambda: [suggest(text, one) for one in near])


def wordings(text: Text, spans: list[Span]) -> list[Wording]:
    """The shortest wording of each span."""
    return [shortest_unique(text, span) for span in spans]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
