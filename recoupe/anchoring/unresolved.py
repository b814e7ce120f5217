"""Why a quote has no span, and what to type instead.

The words of a diagnostic are chosen by what was found: too many places, the words elsewhere, the
words cut off, or only words like them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.likeness import Suggestion, suggest
from recoupe.anchoring.matching import locate
from recoupe.anchoring.nearest import LONGEST
from recoupe.anchoring.pasting import pasted, title
from recoupe.anchoring.rewordings import Rewording, rewordings
from recoupe.anchoring.search_budget import SearchBudget, captured_text
from recoupe.anchoring.seed_places import seed_place
from recoupe.anchoring.standing import standing
from recoupe.anchoring.wordings import shortest_unique, shortest_words
from recoupe.diagnostics import Place, Related, Report
from recoupe.model import ExactQuote, PassageQuote
from recoupe.text import Span

_TOO_MANY = (
    "so many quotes of this run are not found that passages like this one were not looked for any"
    " more\nmend others first, or look for the words with `recoupe find`"
)
_TOO_LONG = (
    f"no passage like them was looked for, as they are more than {LONGEST:,} characters\n"
    "give the first words as `from` and the last as `to`"
)
_LISTED = 5  # places of an ambiguous quote that are shown; more would bury the help


@dataclass(frozen=True, slots=True)
class Unresolved:
    """The diagnostics of quotes of one `source`; `sources` are all there are.

    `linked` tells that the quote is named by a Markdown link, which has no neighbours to type;
    the `budget` is that of the whole run.
    """

    source: AnchoredSource
    sources: Mapping[str, AnchoredSource]
    report: Report
    linked: bool = False
    budget: SearchBudget = field(default_factory=SearchBudget)

    def empty(self, place: Place) -> None:
        """Nothing is left of the quote when it is folded."""
        self.report.add(
            "quote-empty",
            place,
            "this quote holds no character that could be found",
            help="type the words of the source",
        )

    def ambiguous(self, place: Place, found: Sequence[Span], *, key: str = "") -> None:
        """The words stand more than once; `key` is `from` or `to` for those of a passage."""
        self.report.add(
            "quote-ambiguous",
            place,
            f"{_subject(key)} stand {len(found)} times in {self._name}",
            help="choose more words: those of `from` must stand once" if key else self._help(found),
            related=self._places(found),
        )

    def occurrence(self, quote: ExactQuote, found: Sequence[Span]) -> None:
        """The quote asks for an occurrence beyond those that there are."""
        times = "once" if len(found) == 1 else f"{len(found)} times"
        self.report.add(
            "quote-occurrence",
            quote.place,
            f"`occurrence: {quote.occurrence}`, but these words stand {times} in {self._name}",
            help=self._help(found),
            related=self._places(found),
        )

    def ends_too_early(self, quote: PassageQuote, begin: Span, ends: Sequence[Span]) -> None:
        """The last words of a passage stand only before its first."""
        self.report.add(
            "quote-absent",
            quote.end_place,
            f"the words of `to` stand in {self._name} only before those of `from`",
            help="name a later end under `to`, or an earlier beginning under `from`",
            related=self._places([*ends[:_LISTED], begin]),
        )

    def absent(self, quote: ExactQuote, *, key: str = "") -> None:
        """The words do not stand in the body, not with these neighbours, or only cut off."""
        elsewhere = standing(self.source.text, quote.exact)
        cut = locate(self.source.text, quote.exact)
        if elsewhere:
            self._other_neighbours(quote, elsewhere)
        elif cut:
            self._cut(quote, cut, key)
        else:
            self._missing(quote, key)

    @property
    def _name(self) -> str:
        return f"source `{self.source.source.id}`"

    def _other_neighbours(self, quote: ExactQuote, found: Sequence[Span]) -> None:
        given = (("prefix", quote.prefix), ("suffix", quote.suffix))
        sides = " and ".join(f"`{side}`" for side, words in given if words)
        self.report.add(
            "quote-absent",
            quote.place,
            f"these words stand in {self._name}, but not with this {sides}",
            help=self._help(found),
            related=self._places(found),
        )

    def _cut(self, quote: ExactQuote, found: Sequence[Span], key: str) -> None:
        self.report.add(
            "quote-cut",
            quote.place,
            f"{_subject(key)} stand in {self._name} only inside a longer word or number",
            help="quote the whole word or number",
            related=self._places(found),
        )

    def _missing(self, quote: ExactQuote, key: str) -> None:
        where, help, related = "", "", tuple[Related, ...]()
        if not self.budget.allows(quote.exact, self.source, self.sources.values()):
            help = _TOO_MANY
        elif len(quote.exact) > LONGEST:
            help = _TOO_LONG
        elif outside := self._elsewhere(quote.exact):
            where, help = outside, "quote the article itself, or name the source that says it"
        else:
            likely = suggest(
                self.source.text, quote.exact, prefix=quote.prefix, suffix=quote.suffix, limit=1
            )
            help = "\n".join(self._likely_help(quote.exact, likely))
            related = self._places([one.span for one in likely])
        self.report.add(
            "quote-absent",
            quote.place,
            f"{_subject(key)} do not stand in {self._name}{where}",
            help=help or "nothing in this source is like them",
            related=related,
        )

    def _elsewhere(self, words: str) -> str:
        """Where else the words stand: outside the body of the file, or in another source."""
        captured = self.source.source.captured
        if len(self.source.text.raw) < len(captured) and standing(captured_text(captured), words):
            return ", only in its file outside the article’s `body`"
        others = (one for one in self.sources.values() if one is not self.source)
        found = [f"`{one.source.id}`" for one in others if standing(one.text, words)]
        return f", but in {', '.join(found[:_LISTED])}" if found else ""

    def _likely_help(self, words: str, likely: Sequence[Suggestion]) -> Iterator[str]:
        for one in likely:
            passage = self.source.text.raw[slice(*one.span)]
            yield from (_told(pair) for pair in rewordings(words, passage))
            yield f"if this is the passage, type: {self._wording(one.span)}"

    def _help(self, found: Sequence[Span]) -> str:
        """How to type each of the places that were found, one a line."""
        if len(found) == 1:
            return f"write it as {self._wording(found[0])}"
        numbered = enumerate(found[:_LISTED], start=1)
        lines = [f"for the {_ordinal(n)}: {self._wording(one)}" for n, one in numbered]
        return "\n".join(["write it with its neighbours,", *lines])

    def _wording(self, span: Span) -> str:
        if not self.linked:
            return pasted(shortest_unique(self.source.text, span))
        words = shortest_words(self.source.text, span)
        return (words and title(words)) or "more of the words around it"

    def _places(self, found: Sequence[Span]) -> tuple[Related, ...]:
        return tuple(seed_place(self.source, span) for span in found[:_LISTED])


def _subject(key: str) -> str:
    return f"the words of `{key}`" if key else "these words"


def _told(pair: Rewording) -> str:
    if not pair.there:
        return f"you wrote `{pair.typed}`, which is not there in the source"
    if not pair.typed:
        return f"you left out `{pair.there}`"
    return f"you wrote `{pair.typed}`, the source has `{pair.there}`"


def _ordinal(number: int) -> str:
    return {1: "1st", 2: "2nd", 3: "3rd"}.get(number, f"{number}th")
