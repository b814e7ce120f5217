"""How long finding quotes takes: in a French text of 1 MB, in 500 articles, in what is strange.

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
_ARTICLES, _ARTICLE = 500, 6_000  # texts, and the characters of each
_QUOTED = 10_000  # quotes in all of them
_LARGE = 5_000_000  # characters of a text that is a library rather than an article
_LONG = 100_000  # characters of a quote that is a book's chapter
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


def article(chance: random.Random, length: int = _SIZE) -> str:
    """A text of `length` characters in paragraphs."""
    source = words(chance)
    pieces: list[str] = []
    size = 0
    while size < length:
        pieces += sentence(chance, source), "\r\n\r\n" if chance.random() < 0.2 else " "
        size += len(pieces[-1]) + len(pieces[-2])
    return "".join(pieces)[:length]


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


def reworded(quote: str, every: int) -> str:
    """The quote with one word in `every` changed."""
    return " ".join("ailleurs" if at % every == 0 else one for at, one in enumerate(quote.split()))


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
    text = Text(raw)
    timed("fold the text", 1, lambda: text.folded)
    timed("locate every quote", count, lambda: [locate(text, quote) for quote in asked])
    timed("the same, whole words only", count, lambda: [standing(text, quote) for quote in asked])
    timed("fold for silences", 1, lambda: text.bare)
    entries = [max(quote.split(), key=len) for quote in asked]
    timed("search for silences", count, lambda: [occurrences(text, entry) for entry in entries])
    frequent = standing(text, "dans")[:_NEAR]
    timed("shortest wording of a frequent word", len(frequent), lambda: wordings(text, frequent))
    near = [edited(quote) for quote in asked[:_NEAR]]
    timed("suggest for an edited quote", len(near), lambda: [suggest(text, one) for one in near])
    many_sources(chance)
    large(chance)
    strange()


def many_sources(chance: random.Random) -> None:
    """Ten thousand quotes of five hundred articles."""
    raws = [article(chance, _ARTICLE) for _ in range(_ARTICLES)]
    asked = [(raw, one) for raw in raws for one in quotes(raw, _QUOTED // _ARTICLES, chance)]
    texts = {raw: Text(raw) for raw in raws}
    print(f"\n{_ARTICLES} texts of {_ARTICLE:,} characters, {len(asked):,} quotes")
    timed(
        "locate every quote", len(asked), lambda: [standing(texts[raw], one) for raw, one in asked]
    )


def large(chance: random.Random) -> None:
    """A text, and quotes, far larger than any article's."""
    raw = article(chance, _LARGE)
    book, near = raw[1_000 : 1_000 + _LONG], edited(quotes(raw, 1, chance)[0])
    text = Text(raw)
    print(f"\n{_LARGE:,} characters; quotes of {_LONG:,}")
    timed("fold the text", 1, lambda: text.folded)
    timed("suggest for a short quote, edited", 1, lambda: suggest(text, near))
    timed("suggest for words like no others", 1, lambda: suggest(text, "xyz " * 20))
    timed("locate a long quote", 1, lambda: standing(text, book))
    timed("suggest for it, one word changed", 1, lambda: suggest(text, edited(book)))
    timed("suggest for it, every fifth changed", 1, lambda: suggest(text, reworded(book, 5)))
    timed("suggest for as many strange words", 1, lambda: suggest(text, "xyz " * (_LONG // 4)))


def strange() -> None:
    """A million times the same letter, which stands everywhere."""
    text = Text("a" * 1_000_000)
    print("\na million `a`s")
    timed("locate 50 of them, a million times", 1, lambda: standing(text, "a" * 50))
    timed("locate half of them", 1, lambda: standing(text, "a" * 500_000))
    timed("suggest for some, and a `b`", 1, lambda: suggest(text, "a" * 50 + "b" + "a" * 50))


def wordings(text: Text, spans: list[Span]) -> list[Wording]:
    """The shortest wording of each span."""
    return [shortest_unique(text, span) for span in spans]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000)
