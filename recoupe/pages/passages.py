"""The quoted passages of a source: which claims quote which words."""

from collections import defaultdict
from collections.abc import Mapping

from recoupe.pages.editions import Edition, Voice
from recoupe.pages.views.frame import Link
from recoupe.pages.views.sources import PassageClaim, PassageView
from recoupe.text import Span

Quoting = Mapping[Span, tuple[Voice, ...]]


def quoting(edition: Edition, source_id: str) -> Quoting:
    """Who quotes what of a source: its quoted spans in order, each with the accounts that quote it.

    A span that only a link in an editor's Markdown names has none.
    """
    found: dict[Span, list[Voice]] = defaultdict(list)
    for voice in edition.voices[source_id]:
        for quote in voice.account.quotes:
            found[quote.span].append(voice)
    for span in edition.linked.get(source_id, ()):
        found.setdefault(span, [])
    return {span: tuple(found[span]) for span in sorted(found)}


def passage_views(edition: Edition, source_id: str, quoted: Quoting) -> tuple[PassageView, ...]:
    """The passages that claims quote, in the order of the text."""
    captured = edition.project.sources[source_id].captured
    return tuple(
        PassageView(
            edition.addresses.span_id(source_id, span),
            captured[span.start : span.end],
            edition.addresses.live_span(source_id, span),
            tuple(dict.fromkeys(_passage_claim(edition, voice) for voice in voices)),
        )
        for span, voices in quoted.items()
        if voices
    )


def account_url(edition: Edition, voice: Voice) -> str:
    """Where an account stands on its claim's page."""
    return edition.addresses.account(voice.claim.claim.id, voice.account.account.name)


def _passage_claim(edition: Edition, voice: Voice) -> PassageClaim:
    claim, account = voice.claim.claim, voice.account.account
    return PassageClaim(
        Link(claim.statement, account_url(edition, voice)),
        account.stance.value,
        account.certainty.value,
        edition.verdicts[claim.verdict.rating.id].label if claim.verdict else None,
    )
