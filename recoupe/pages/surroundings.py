"""The words around a quote: enough to see how it was meant, cut between words.

The same width serves a claim's page and a source that is shown in excerpts, so that no context can
show more than the excerpts do.
"""

import re
from collections.abc import Iterable

from recoupe.text import Span, before_mark

_WIDTH = 90  # code points on each side: about a line and a half of a newspaper's column
_WORD = 40  # code points: none within is taken for a script without spaces, or one long word
_SPACE = re.compile(r"\s")
_LAST_SPACE = re.compile(r".*\s", re.DOTALL)


def surroundings(text: str, span: Span, within: Span) -> Span:
    """`span` of `text` with some words before and after, not beyond `within`."""
    return Span(_begin(text, span.start, within.start), _end(text, span.end, within.end))


def excerpts(text: str, spans: Iterable[Span], within: Span) -> list[Span]:
    """The surroundings of all `spans`, in order; those with no word between them are one."""
    merged: list[Span] = []
    for one in sorted(surroundings(text, span, within) for span in spans):
        if merged and not text[merged[-1].end : one.start].strip():
            merged[-1] = Span(merged[-1].start, max(one.end, merged[-1].end))
        else:
            merged.append(one)
    return merged


def _begin(text: str, start: int, least: int) -> int:
    at = max(least, start - _WIDTH)
    if at == least:
        return at
    if not text[at - 1].isspace():
        space = _SPACE.search(text, at, min(at + _WORD, start))
        at = space.start() if space else at
    while at < start and (text[at].isspace() or before_mark(text, at)):
        at += 1
    return at


def _end(text: str, end: int, most: int) -> int:
    at = min(most, end + _WIDTH)
    if at == most:
        return at
    if not text[at].isspace():
        space = _LAST_SPACE.match(text, max(at - _WORD, end), at)
        at = space.end() - 1 if space else at
    while at > end and (text[at - 1].isspace() or before_mark(text, at)):
        at -= 1
    return at
