"""The ribbon beside a source's text: where in the article the claims stand, and how many.

It is drawn over the whole body by code points, so that it tells the same with excerpts: there the
bare bands are what is not shown, or not quoted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, starmap

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.pages.editions import Edition
from recoupe.pages.passages import Quoting
from recoupe.pages.shortening import shortened
from recoupe.pages.views.sources import Band
from recoupe.text import Span

_BANDS = 40  # on a phone's width a band is then 8 pixels: fewer would hide gaps, more be too thin
_SCALE = 1000  # thousandths of the body, of the greatest weight
_LABEL = 60  # characters of the first words of a band: enough to know them again


def ribbon(edition: Edition, anchored: AnchoredSource, quoted: Quoting) -> tuple[Band, ...]:
    """The bands of a source in which claims quote words, in the order of the text."""
    spans = [span for span, voices in quoted.items() if voices]
    found = [_Quoted(band, over, _claims(over, quoted)) for band, over in _bands(anchored, spans)]
    most = max((one.claims for one in found), default=0)
    return tuple(_band(edition, anchored, one, most) for one in found if one.over)


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A band of the body, the spans over it, and how many claims quote them."""

    band: Span
    over: list[Span]
    claims: int


def _bands(anchored: AnchoredSource, spans: Sequence[Span]) -> Iterator[tuple[Span, list[Span]]]:
    """The bands of a body with the spans over each; neighbours under the same spans are one."""
    start, end = anchored.body
    count = min(_BANDS, end - start)
    edges = (start + (end - start) * number // count for number in range(count + 1))
    for over, same in groupby(starmap(Span, pairwise(edges)), lambda one: _over(one, spans)):
        joined = list(same)
        yield Span(joined[0].start, joined[-1].end), over


def _band(edition: Edition, anchored: AnchoredSource, quoted: _Quoted, most: int) -> Band:
    source, first = anchored.source, _first(quoted.band, quoted.over)
    start, end = (_share(offset, anchored.body) for offset in quoted.band)
    return Band(
        start=start,
        length=end - start,
        claims=quoted.claims,
        weight=_SCALE * quoted.claims // most,
        span=edition.addresses.span_id(source.id, first),
        label=edition.interface.ngettext(
            "%(num)s claim quotes here: “%(words)s”",
            "%(num)s claims quote here: “%(words)s”",
            quoted.claims,
            words=shortened(source.captured[first.start : first.end], _LABEL),
        ),
    )


def _over(band: Span, spans: Sequence[Span]) -> list[Span]:
    return [one for one in spans if one.start < band.end and band.start < one.end]


def _first(band: Span, over: Sequence[Span]) -> Span:
    """The first span that begins in the band; where none does, the last that goes on in it."""
    return next((one for one in over if one.start >= band.start), over[-1])


def _claims(spans: Sequence[Span], quoted: Quoting) -> int:
    return len({voice.claim.claim.id for span in spans for voice in quoted[span]})


def _share(offset: int, body: Span) -> int:
    return _SCALE * (offset - body.start) // (body.end - body.start)
