"""The end of a URL by which a browser scrolls to a quote in the live article and marks it.

A browser takes the first match, so that a fragment is given only where no second place can match,
by a measure that is laxer than any browser's (see `browser_texts`). Of the forms that name the
quote, the whole of it or its first and last words, with as much around them as it takes, the
shortest is given. Source: WICG, "URL Fragment Text Directives".
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from urllib.parse import quote

from recoupe.anchoring.browser_texts import BrowserText, invisible, parted
from recoupe.text import Span

__all__ = ["text_fragment", "url_with_fragment"]

_REACH = 160  # characters of prefix and suffix; a quote that these do not tell is one of a refrain
_LEAST = 20  # characters of a form, if there are as many: a live page has words that we know not of
_FIRST_MARK = "\u0300"  # no character below is a combining mark, so most need no look-up
_WORD = re.compile(r"\w+")
_CONTEXT = 12  # characters that the quote may be longer to do without context, which changes sooner
_PARAGRAPH_SURE = re.compile("[\n\r\u0085\u2028\u2029]")
# Captures lose line ends, so that the end of a sentence may be that of a paragraph.
_PARAGRAPH_LIKELY = re.compile(r"[\n\r\u0085\u2028\u2029]|[.!?…。！？؟]\W*\w")


@dataclass(frozen=True, slots=True)
class _Need:
    """How long a form has to be, and what its terms may not reach over: they stay in a block."""

    least: int
    paragraph: re.Pattern[str]

    def holds(self, term: str) -> bool:
        """Whether `term` may be one."""
        return not self.paragraph.search(term.strip())


_NEEDS = (  # each easier to meet than the one before
    _Need(_LEAST, _PARAGRAPH_LIKELY),
    _Need(_LEAST, _PARAGRAPH_SURE),
    _Need(0, _PARAGRAPH_SURE),
)


@dataclass(frozen=True, slots=True)
class _Quote:
    """A quote from its first letter to its last; `begins` and `ends` are where context may reach.

    The nearest come first, the quote's own edges among them where a browser sees a word part there.
    """

    text: BrowserText
    start: int
    end: int
    begins: tuple[int, ...]
    ends: tuple[int, ...]

    def prefixes(self, need: _Need) -> Iterator[int]:
        """From where a prefix may begin: where one reaches over too much, so do all longer ones."""
        return takewhile(lambda at: need.holds(self.text.raw[at : self.start]), self.begins)

    def suffixes(self, need: _Need) -> Iterator[int]:
        """To where a suffix may end."""
        return takewhile(lambda at: need.holds(self.text.raw[self.end : at]), self.ends)

    def cost(self, span: Span) -> int:
        """How long words of the quote and beside it are; context counts for more."""
        contexts = (span.start < self.start) + (span.end > self.end)
        return span.end - span.start + _CONTEXT * contexts


def text_fragment(text: str | BrowserText, span: Span, *, within: Span | None = None) -> str | None:
    """The shortest `text=…` that marks `span` of `text` and nothing else; None where none does.

    `text` is all that is known of the page, `within` the part that context is taken from. What is
    no letter or digit at the ends of the span is left unmarked. The words are percent-encoded.
    """
    found = _quote(BrowserText.of(text), span, within)
    if found is None:
        return None
    for need in _NEEDS:
        forms = [*_whole_forms(found, need), *_range_forms(found, need)]
        if forms:
            return _directive(found, *min(forms, key=lambda form: sum(map(found.cost, form))))
    return None


def url_with_fragment(url: str, fragment: str) -> str:
    """`url` with a text fragment; a fragment that it has already stays."""
    return f"{url}{'' if '#' in url else '#'}:~:{fragment}"


def _quote(text: BrowserText, span: Span, within: Span | None) -> _Quote | None:
    raw, (least, most) = text.raw, within or Span(0, len(text.raw))
    start = next((at for at in range(*span) if raw[at].isalnum()), None)
    if start is None:
        return None
    last = next(at for at in reversed(range(*span)) if raw[at].isalnum())
    end = _with_marks(raw, last + 1)
    if invisible(raw[start - 1 : start]) or invisible(raw[end : end + 1]):
        return None  # whether words are seen to begin behind such a sign, or before it, is not said
    begins = [start] * parted(raw, start) + _begins(raw, max(least, start - _REACH), start)
    ends = [end] * parted(raw, end) + _ends(raw, end, min(most, end + _REACH))
    return _Quote(text, start, end, tuple(begins), tuple(ends))


def _whole_forms(found: _Quote, need: _Need) -> Iterator[tuple[Span, ...]]:
    """The whole quote, with the prefix and the suffix that it takes."""
    if not need.holds(found.text.raw[found.start : found.end]):
        return
    best = None
    for start in found.prefixes(need):
        if best is not None and found.cost(Span(start, found.end)) >= found.cost(best):
            break
        wide = (end for end in found.suffixes(need) if end - start >= need.least)
        told = (Span(start, end) for end in wide if found.text.once(start, end))
        best = min(filter(None, (best, next(told, None))), key=found.cost, default=None)
    if best is not None:
        yield (best,)


def _range_forms(found: _Quote, need: _Need) -> Iterator[tuple[Span, ...]]:
    """Its first and its last words, each with the context that makes it shortest."""
    opening, closing = _opening(found, need), _closing(found, need)
    if opening is not None and closing is not None and opening.end <= closing.start:
        yield opening, closing


def _opening(found: _Quote, need: _Need) -> Span | None:
    """From where in a prefix to where in the quote words stand that stand nowhere else."""
    text, most = found.text, min(found.end, found.start + _REACH)
    stops = _ends(text.raw, found.start, most)
    best = None
    for begin in found.prefixes(need):
        if best is not None and found.cost(Span(begin, found.start)) >= found.cost(best):
            break
        wide = (at for at in stops if at - begin >= need.least)
        stop = next((at for at in wide if text.once(begin, at)), None)
        if stop is not None and need.holds(text.raw[found.start : stop]):
            best = min(best or Span(begin, stop), Span(begin, stop), key=found.cost)
    return best


def _closing(found: _Quote, need: _Need) -> Span | None:
    """From where in the quote to where in a suffix words stand that do not stand in it before."""
    text, farthest = found.text, max(found.start, found.end - _REACH)
    starts = _begins(text.raw, farthest, found.end)
    best = None
    for end in found.suffixes(need):
        if best is not None and found.cost(Span(found.end, end)) >= found.cost(best):
            break
        wide = (at for at in starts if end - at >= need.least)
        start = next((at for at in wide if text.first(at, end, after=found.start)), None)
        if start is not None and need.holds(text.raw[start : found.end]):
            best = min(best or Span(start, end), Span(start, end), key=found.cost)
    return best


def _directive(found: _Quote, opening: Span, closing: Span | None = None) -> str:
    """The fragment from where `opening` begins to where it, or `closing`, ends."""
    raw, end = found.text.raw, (closing or opening).end
    last = f",{_term(raw[closing.start : found.end])}" if closing else ""
    stop = opening.end if closing else found.end
    prefix = f"{_term(raw[opening.start : found.start])}-," if opening.start < found.start else ""
    suffix = f",-{_term(raw[found.end : end])}" if end > found.end else ""
    return f"text={prefix}{_term(raw[found.start : stop])}{last}{suffix}"


def _term(words: str) -> str:
    """Words as the directive has them: single spaces, and encoded what is a sign of its own."""
    visible = "".join(one for one in words if unicodedata.category(one) != "Cf")
    return quote(" ".join(visible.split()), safe="").replace("-", "%2D")


def _begins(raw: str, least: int, most: int) -> list[int]:
    """Where words begin, the last first."""
    starts = [word.start() for word in _WORD.finditer(raw, least, most)]
    starts.reverse()
    return [
        at for at in starts if raw[at].isalnum() and (raw[at - 1 : at].isspace() or parted(raw, at))
    ]


def _ends(raw: str, least: int, most: int) -> list[int]:
    """Where words end, the first first."""
    found = [word.end() for word in _WORD.finditer(raw, least, most) if raw[word.end() - 1] != "_"]
    ends = [_with_marks(raw, at) for at in found]
    return [at for at in ends if at <= most and (raw[at : at + 1].isspace() or parted(raw, at))]


def _with_marks(raw: str, at: int) -> int:
    """The end of a letter that ends at `at`, with the marks on it."""
    while raw[at : at + 1] >= _FIRST_MARK and unicodedata.category(raw[at]).startswith("M"):
        at += 1
    return at
