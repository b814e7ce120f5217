"""A quote as pages show it: the source's own characters between some of their neighbours."""

from recoupe.anchoring.anchored import AnchoredQuote
from recoupe.model import Account
from recoupe.pages.editions import Edition
from recoupe.pages.surroundings import surroundings
from recoupe.pages.urls import quote_anchor
from recoupe.pages.views.claims import QuoteView


def quote_view(edition: Edition, quote: AnchoredQuote, account: Account) -> QuoteView:
    """A quote that `account` brings, in its context."""
    source_id = account.source.id
    anchored = edition.anchored.sources[source_id]
    source, body = anchored.source, anchored.body
    around = surroundings(source.captured, quote.span, body)
    return QuoteView(
        anchor=quote_anchor(account.name, quote.name),
        text=source.captured[quote.span.start : quote.span.end],
        before=source.captured[around.start : quote.span.start],
        after=source.captured[quote.span.end : around.end],
        cut_before=around.start > body.start,
        cut_after=around.end < body.end,
        url=edition.addresses.span(source_id, quote.span),
        live=edition.addresses.live_span(source_id, quote.span),
        language=source.language,
        direction=edition.interface.text_direction(source.language),
        translation=quote.quote.translation,
    )
