"""The text of a source with its quoted spans marked: whole, or only what is quoted."""

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.model import SourceText
from recoupe.pages.editions import Edition, Voice
from recoupe.pages.passages import Quoting
from recoupe.pages.segments import Piece, pieces
from recoupe.pages.surroundings import excerpts
from recoupe.pages.views.sources import Excerpt, Segment
from recoupe.text import Span


def text_excerpts(
    edition: Edition, anchored: AnchoredSource, quoted: Quoting
) -> tuple[Excerpt, ...]:
    """What is shown of a source's body, in order: one excerpt where all of it is."""
    source = anchored.source
    shown = [anchored.body]
    if source.shown is SourceText.EXCERPTS:
        shown = excerpts(source.captured, quoted, anchored.body)
    return tuple(
        Excerpt(
            span.start,
            span.end,
            tuple(_segment(edition, anchored, one, quoted) for one in pieces(span, list(quoted))),
        )
        for span in shown
    )


def _segment(edition: Edition, anchored: AnchoredSource, piece: Piece, quoted: Quoting) -> Segment:
    source, addresses = anchored.source, edition.addresses
    url, label = _target(edition, source.id, piece, quoted)
    return Segment(
        text=source.captured[piece.span.start : piece.span.end],
        spans=tuple(addresses.span_id(source.id, span) for span in piece.covering),
        starts=tuple(addresses.span_id(source.id, span) for span in piece.beginning),
        url=url,
        label=label,
    )


def _target(
    edition: Edition, source_id: str, piece: Piece, quoted: Quoting
) -> tuple[str | None, str | None]:
    """Where marked words lead: to the one claim that quotes them, or to the list of several."""
    voices = [voice for span in piece.covering for voice in quoted[span]]
    claims = {voice.claim.claim.id: voice.claim.claim for voice in voices}
    if not claims:
        return None, None
    if len(claims) == 1:
        return _account_url(edition, voices[-1]), voices[-1].claim.claim.statement
    nearest = _nearest_quoted(piece, quoted)
    label = edition.interface.ngettext(
        "%(num)s claim quotes this passage", "%(num)s claims quote this passage", len(claims)
    )
    return edition.addresses.passage(source_id, nearest), label


def _account_url(edition: Edition, voice: Voice) -> str:
    return edition.addresses.account(voice.claim.claim.id, voice.account.account.name)


def _nearest_quoted(piece: Piece, quoted: Quoting) -> Span:
    """The shortest span over a piece that a claim quotes; the list has no others."""
    return next(span for span in reversed(piece.covering) if quoted[span])
