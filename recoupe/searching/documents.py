"""What a search finds of a page, as one small value: its title, and its words place by place.

They come from the page's view, so that nothing can be found that the page does not show: of a
source in excerpts, the excerpts alone.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby

from markupsafe import Markup

from recoupe.pages.views import View
from recoupe.pages.views.claims import AccountView, ClaimView
from recoupe.pages.views.discrepancies import DiscrepancyView
from recoupe.pages.views.sources import Segment, SourceView
from recoupe.searching.words import searched, words

_BETWEEN = " · "  # texts that do not follow each other on the page
_TEXT = "text"  # the id of a source's text


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a page: the id of its element ("" for the page's beginning), its name, its words.

    A place without a name is named by the page that shows the results.
    """

    anchor: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """What can be found of the page at `url`; `kind` is claim, discrepancy or source.

    All words are as `words.searched` writes them. `label` tells what the page decides
    (`rating-confirmed`, `open`, `strength-tension`), and is empty for a source whose `publisher` is
    known. There is always a place, because Pagefind leaves out what has words in its title alone.
    """

    url: str
    kind: str
    label: str
    title: str
    publisher: str
    places: tuple[Place, ...]


def document(view: View) -> Document | None:
    """The document of a page; None for one that only leads to others, or explains the site."""
    match view:
        case ClaimView():
            return _of_claim(view)
        case DiscrepancyView():
            return _of_discrepancy(view)
        case SourceView():
            return _of_source(view)
        case _:
            return None


def _of_claim(view: ClaimView) -> Document:
    label = f"rating-{view.verdict.rating}" if view.verdict else "open"
    summary = view.verdict.summary if view.verdict else ""
    maker = view.made_by.name if view.made_by else ""
    tags = (tag.label for tag in view.tags)
    evidence = (text for one in view.evidence for text in (one.title, one.quote))
    asked = (text for one in view.asked for text in (one.whom, one.answer))
    places = (
        Place("", "", _joined([summary, view.question, maker, *tags])),
        *(Place(one.anchor, one.source.label, _account(one)) for one in view.accounts),
        Place("explanation", "", _plain(view.explanation)),
        Place("asked", "", _joined(asked)),
        Place("evidence", "", _joined(evidence)),
    )
    title = searched(view.statement)
    return Document(view.frame.url, "claim", label, title, "", _filled(places, title))


def _of_discrepancy(view: DiscrepancyView) -> Document:
    claims = (side.claim.label for side in view.sides)
    accounts = (
        text
        for side in view.sides
        for one in side.accounts
        for text in (one.source.label, one.value, one.says)
    )
    places = (
        Place("", "", _joined([view.summary, *claims, *accounts])),
        Place("explanation", "", _plain(view.explanation)),
        Place("resolution", "", _plain(view.resolution)),
    )
    label = f"strength-{view.strength or 'omission'}"
    title = searched(view.title)
    return Document(view.frame.url, "discrepancy", label, title, "", _filled(places, title))


def _of_source(view: SourceView) -> Document:
    places = (place for one in view.excerpts for place in _text_places(one.segments))
    beginning = Place("", "", _joined([view.source.label, *view.author]))
    title, publisher = searched(view.source.title), searched(view.publisher or "")
    filled = _filled((beginning, *places), title)
    label = "" if publisher else "unknown-publisher"
    return Document(view.frame.url, "source", label, title, publisher, filled)


def _text_places(segments: tuple[Segment, ...]) -> Iterator[Place]:
    """A text by its quoted spans: a word belongs to the shortest span that it has a part in."""
    text = "".join(one.text for one in segments)
    starts = list(accumulate((len(one.text) for one in segments[:-1]), initial=0))
    placed = ((_anchor(segments, starts, word), word) for word in words(text))
    for anchor, group in groupby(placed, key=lambda one: one[0]):
        found = [word for _, word in group]
        yield Place(anchor, "", text[found[0][0] : found[-1][1]])


def _anchor(segments: tuple[Segment, ...], starts: list[int], word: tuple[int, int]) -> str:
    first, last = bisect_right(starts, word[0]) - 1, bisect_right(starts, word[1] - 1)
    quoted = (one.spans[-1] for one in segments[first:last] if one.spans)
    return next(quoted, _TEXT)


def _account(view: AccountView) -> str:
    quotes = (text for one in view.quotes for text in (one.text, one.translation))
    return _joined([*quotes, *view.attributed_to, view.value, view.says, _plain(view.note)])


def _plain(prose: Markup | None) -> str:
    return prose.striptags() if prose else ""


def _joined(texts: Iterable[str | None]) -> str:
    """The texts that are there, each once, as one."""
    return _BETWEEN.join(dict.fromkeys(text for text in texts if text))


def _filled(places: Iterable[Place], title: str) -> tuple[Place, ...]:
    """The places that have words, as a search reads them; where there are none, the title."""
    read = (Place(one.anchor, searched(one.name), searched(one.text)) for one in places)
    return tuple(one for one in read if one.text) or (Place("", "", title),)
