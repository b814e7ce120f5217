"""The text of a source with its quoted spans marked: whole, or only what is quoted."""

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.model import SourceText
from recoupe.pages.announcements import closing, opening
from recoupe.pages.editions import Edition
from recoupe.pages.lanes import lanes
from recoupe.pages.passages import Quoting, account_url
from recoupe.pages.segments import Piece, pieces
from recoupe.pages.surroundings import excerpts
from recoupe.pages.views.sources import Excerpt, Segment
from recoupe.text import Span


@dataclass(frozen=True, slots=True)
class _Marks:
    """What the marks of one source share: who quotes what, its lane, its number in the list."""

    edition: Edition
    anchored: AnchoredSource
    quoted: Quoting
    lanes: Mapping[Span, int]
    numbers: Mapping[Span, int]


def text_excerpts(
    edition: Edition, anchored: AnchoredSource, quoted: Quoting
) -> tuple[Excerpt, ...]:
    """What is shown of a source's body, in order: one excerpt where all of it is."""
    source = anchored.source
    shown = [anchored.body]
    if source.shown is SourceText.EXCERPTS:
        shown = excerpts(source.captured, quoted, anchored.body)
    listed = (span for span, voices in quoted.items() if voices)
    numbers = {span: number for number, span in enumerate(listed, start=1)}
    marks = _Marks(edition, anchored, quoted, lanes(quoted), numbers)
    return tuple(
        Excerpt(
            span.start,
            span.end,
            tuple(_segment(marks, one) for one in pieces(span, list(quoted))),
        )
        for span in shown
    )


def _segment(marks: _Marks, piece: Piece) -> Segment:
    source, edition = marks.anchored.source, marks.edition
    url, label = _target(marks, piece)
    ending = (span for span in reversed(piece.covering) if span.end == piece.span.end)
    return Segment(
        text=source.captured[piece.span.start : piece.span.end],
        spans=tuple(edition.addresses.span_id(source.id, span) for span in piece.covering),
        starts=tuple(edition.addresses.span_id(source.id, span) for span in piece.beginning),
        url=url,
        label=label,
        lanes=tuple(sorted({marks.lanes[span] for span in piece.covering})),
        opening=opening(piece.beginning, marks.numbers, edition.interface),
        closing=closing(ending, marks.numbers, edition.interface),
        first=any(span in marks.numbers for span in piece.beginning),
    )


def _target(marks: _Marks, piece: Piece) -> tuple[str | None, str | None]:
    """Where marked words lead: to the one claim that quotes them, or to the list of several."""
    edition = marks.edition
    voices = [voice for span in piece.covering for voice in marks.quoted[span]]
    claims = {voice.claim.claim.id: voice.claim.claim for voice in voices}
    if not claims:
        return None, None
    if len(claims) == 1:
        return account_url(edition, voices[-1]), voices[-1].claim.claim.statement
    nearest = _nearest_quoted(piece, marks.quoted)
    label = edition.interface.ngettext(
        "%(num)s claim quotes this passage", "%(num)s claims quote this passage", len(claims)
    )
    return edition.addresses.passage(marks.anchored.source.id, nearest), label


def _nearest_quoted(piece: Piece, quoted: Quoting) -> Span:
    """The shortest span over a piece that a claim quotes; the list has no others."""
    return next(span for span in reversed(piece.covering) if quoted[span])
