"""What is to be written where words of a source have drifted: the new words, and the edits."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from recoupe.anchoring import shortest_unique, standing
from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.pasting import title
from recoupe.anchoring.wordings import Wording, shortest_words
from recoupe.editing.citations import CitedAs
from recoupe.editing.drift import Drift, SourceDrift
from recoupe.editing.edits import Edit, Replace, Reword
from recoupe.editing.link_places import link_place
from recoupe.editing.quote_edits import PassageWording, quote_changed, quote_value
from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.saving import SeenFile
from recoupe.editing.snippets import item_lines, scalar_text
from recoupe.editing.trees import node_at, plain, tree
from recoupe.model import ExactQuote, PassageQuote
from recoupe.reading.lines import located_text
from recoupe.text import Span, Text, folded

_GAP = re.compile(r"\s+")
_LONGEST_BOUND = 300  # characters; beyond, the ends of bodies are all alike


@dataclass(frozen=True, slots=True)
class Mended:
    """A citation as it may be written; `shown` is the line that an editor would paste.

    `wording` is None where what is typed still names the passage, whose words are others now.
    """

    drift: Drift
    wording: Wording | PassageWording | None
    shown: str

    @property
    def visible(self) -> bool:
        """Whether readers are shown other words than before."""
        return folded(self.drift.before) != folded(self.drift.after)


def mended(drift: Drift, source: SourceDrift) -> Mended | None:
    """How the words that have drifted may be written; None where nothing can be proposed.

    Doubts are not asked about here: what is in doubt is shown, and not written.
    """
    if not drift.passages:
        return None
    wording = _wording(drift, source.body)
    if wording is None:
        return None
    line = _shown(drift, wording)
    return None if line is None else Mended(drift, wording, line)


def as_typed(drift: Drift) -> Mended:
    """A passage that has changed between its first and last words, which are left as they are."""
    return Mended(drift, None, "")


def edits(one: Mended, seen: SeenFile) -> Iterable[Edit]:
    """The edits of the YAML file `seen` that write `one`.

    Raises EditRefusedError where it cannot be told where to write.
    """
    citation, wording = one.drift.citation, one.wording
    if wording is None:
        return ()
    if citation.where is None:
        raise EditRefusedError(f"{citation.path}: mend the other mistakes of this file first")
    if citation.kind is CitedAs.QUOTE:
        return quote_changed(seen, citation.where, wording)
    if isinstance(wording, PassageWording) or isinstance(citation.quote, PassageQuote):
        raise EditRefusedError(f"{citation.path}: a passage cannot stand here")
    if citation.kind is CitedAs.LINK:
        old, new = link_words(one)
        root = tree(located_text(seen.path, seen.text.lstrip("\ufeff")))
        text = str(plain(node_at(root, citation.where)))
        place = link_place(text, old, new)
        return [Reword(citation.where, place.typed, new, place.number)]
    return [Replace(citation.where, wording.exact)]


def link_words(one: Mended) -> tuple[str, str]:
    """How a link in Markdown names its words, and how it is to name them."""
    citation = one.drift.citation
    typed = citation.quote.exact if isinstance(citation.quote, ExactQuote) else ""
    opening = f"quote:{citation.source} "
    return f'{opening}"{typed}"', one.shown


def _shown(drift: Drift, wording: Wording | PassageWording) -> str | None:
    kind = drift.citation.kind
    if kind is CitedAs.QUOTE:
        return item_lines(quote_value(wording), offset=0)[0]
    if isinstance(wording, PassageWording):
        return None
    if kind is CitedAs.LINK:
        words = title(wording.exact)
        return words and f"quote:{drift.citation.source} {words}"
    return f"{kind.value}: {scalar_text(wording.exact)}"


def _wording(drift: Drift, body: AnchoredSource) -> Wording | PassageWording | None:
    citation, spans = drift.citation, [one.span for one in drift.passages]
    try:
        if citation.kind is CitedAs.LINK:
            words = shortest_words(body.text, spans[0])
            return None if words is None else Wording(words)
        if citation.kind in {CitedAs.BEGIN, CitedAs.END}:
            words = _bound(drift, body.source.captured)
            return None if words is None else Wording(words)
        if isinstance(citation.quote, PassageQuote):
            return _passage(citation.quote, body, spans)
        return _quoted(citation.quote, body, spans[0])
    except ValueError:
        return None


def _quoted(quote: ExactQuote, body: AnchoredSource, span: Span) -> Wording:
    """The words of `span`; the neighbours that were typed are kept where they still tell it."""
    shortest = shortest_unique(body.text, span)
    before, after = quote.prefix, quote.suffix
    told = (before or after) and quote.occurrence is None
    if told and standing(body.text, shortest.exact, prefix=before, suffix=after) == [span]:
        return Wording(shortest.exact, before, after)
    return shortest


def _passage(quote: PassageQuote, body: AnchoredSource, spans: list[Span]) -> PassageWording | None:
    """First and last words of a long passage; those typed are kept where they still stand."""
    words = [shortest_unique(body.text, span).exact for span in spans]
    typed = (quote.start, quote.end)
    start, end = (
        old if folded(old) == folded(new) else new for old, new in zip(typed, words, strict=True)
    )
    begins, ends = standing(body.text, start), standing(body.text, end)
    behind = [one for one in ends if begins and one.start >= begins[0].end]
    if len(begins) != 1 or not behind or behind[0] != spans[1]:
        return None
    return PassageWording(start, end)


def _bound(drift: Drift, captured: str) -> str | None:
    """First or last words of a body, and as many farther in as it takes for them to stand once."""
    text, (start, end) = Text(captured), drift.passages[0].span
    if drift.citation.kind is CitedAs.BEGIN:
        ends = (end, *(gap.start() for gap in _GAP.finditer(captured, end, end + _LONGEST_BOUND)))
        spans = [Span(start, at) for at in ends]
    else:
        near = max(start - _LONGEST_BOUND, 0)
        starts = [gap.end() for gap in _GAP.finditer(captured, near, start)]
        spans = [Span(at, end) for at in (start, *reversed(starts))]
    typed = (shortest_unique(text, span).exact for span in spans)
    return next((words for words in typed if len(standing(text, words)) == 1), None)
