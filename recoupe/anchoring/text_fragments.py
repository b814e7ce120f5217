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
from urllib.parse import quote

from recoupe.anchoring.browser_texts import BrowserText, invisible, letter_before, parted
from recoupe.text import Span

__all__ = ["text_fragment", "url_with_fragment"]

_REACH = 160  # characters of prefix and suffix; a quote that these do not tell is one of a refrain
_LEAST = 20  # characters of a form, if there are as many: a live page has words that we know not of
_CONTEXT = 12  # characters that the quote may be longer to do without context, which changes sooner
_PARAGRAPH_SURE = re.compile("[\n\r\u0085\u2028\u2029]")
_PARAGRAPH_LIKELY = re.compile(
    r"[\n\r\u0085\u2028\u2029]|[.!?…。！？؟]\W*\w"
)  # captures lose line ends


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
        """From where a prefix may begin."""
        return (at for at in self.begins if need.holds(self.text.raw[at : self.start]))

    def suffixes(self, need: _Need) -> Iterator[int]:
        """To where a suffix may end."""
        return (at for at in self.ends if need.holds(self.text.raw[self.end : at]))

    def cost(self, span: Span) -> int:
        """How long words of the quote and beside it are; context counts for more."""
        outside = span.start < self.start or span.end > self.end
        return span.end - span.start + _CONTEXT * outside


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
            return min(forms, key=_cost)
    return None


def url_with_fragment(url: str, fragment: str) -> str:
    """`url` with a text fragment; a fragment that it has already stays."""
    return f"{url}{'' if '#' in url else '#'}:~:{fragment}"


def _quote(text: BrowserText, span: Span, within: Span | None) -> _Quote | None:
    raw, (least, most) = text.raw, within or Span(0, len(text.raw))
    letters = [at for at in range(*span) if raw[at].isalnum()]
    if not letters:
        return None
    start, end = letters[0], _with_marks(raw, letters[-1] + 1)
    if invisible(raw[start - 1 : start]) or invisible(raw[end : end + 1]):
        return None  # whether words are seen to begin behind such a sign, or before it, is not said
    begins = (at for at in range(start, max(least, start - _REACH) - 1, -1) if _begins(raw, at))
    ends = (at for at in range(end, min(most, end + _REACH) + 1) if _ends(raw, at))
    return _Quote(
        text,
        start,
        end,
        tuple(begins),
        tuple(ends),
    )


def _whole_forms(found: _Quote, need: _Need) -> Iterator[str]:
    """The whole quote, with each prefix and the shortest suffix that it then takes."""
    if not need.holds(found.text.raw[found.start : found.end]):
        return
    for start in found.prefixes(need):
        wide = (end for end in found.suffixes(need) if end - start >= need.least)
        told = (end for end in wide if found.text.once(start, end))
        if (end := next(told, None)) is not None:
            yield _directive(found, Span(start, end))


def _range_forms(found: _Quote, need: _Need) -> Iterator[str]:
    """Its first and its last words, each with the context that makes it shortest."""
    opening = min(_openings(found, need), key=found.cost, default=None)
    closing = min(_closings(found, need), key=found.cost, default=None)
    if opening is not None and closing is not None and opening.end <= closing.start:
        yield _directive(found, opening, closing)


def _openings(found: _Quote, need: _Need) -> Iterator[Span]:
    """From where in a prefix to where in the quote words stand that stand nowhere else."""
    most = min(found.end, found.start + _REACH)
    stops = [at for at in range(found.start + 1, most + 1) if _ends(found.text.raw, at)]
    for begin in found.prefixes(need):
        wide = (at for at in stops if at - begin >= need.least)
        stop = next((at for at in wide if found.text.once(begin, at)), None)
        if stop is not None and need.holds(found.text.raw[found.start : stop]):
            yield Span(begin, stop)


def _closings(found: _Quote, need: _Need) -> Iterator[Span]:
    """From where in the quote to where in a suffix words stand that do not stand in it before."""
    text, farthest = found.text, max(found.start, found.end - _REACH)
    starts = [at for at in range(found.end - 1, farthest - 1, -1) if _begins(text.raw, at)]
    for end in found.suffixes(need):
        wide = (at for at in starts if end - at >= need.least)
        start = next((at for at in wide if text.first(at, end, after=found.start)), None)
        if start is not None and need.holds(text.raw[start : found.end]):
            yield Span(start, end)


def _cost(form: str) -> int:
    return len(form) + _CONTEXT * form.count("-")  # which in a term is encoded


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


def _begins(raw: str, at: int) -> bool:
    return raw[at : at + 1].isalnum() and parted(raw, at)


def _ends(raw: str, at: int) -> bool:
    return at > 0 and letter_before(raw, at).isalnum() and parted(raw, at)


def _with_marks(raw: str, at: int) -> int:
    """The end of a letter that ends at `at`, with the marks on it."""
    while at < len(raw) and unicodedata.category(raw[at]).startswith("M"):
        at += 1
    return at
