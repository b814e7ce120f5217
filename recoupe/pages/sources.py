"""A source's page: what is known of it, and its text with every quoted span marked."""

from collections.abc import Iterator

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.scripts import unspaced_letters
from recoupe.locale import Interface
from recoupe.model import Source, SourceText, Stance
from recoupe.pages import urls
from recoupe.pages.citations import citation_view
from recoupe.pages.claims import claim_link
from recoupe.pages.editions import Edition
from recoupe.pages.frames import frame, section
from recoupe.pages.marked_text import text_excerpts
from recoupe.pages.moments import known_moment
from recoupe.pages.pairings import partners
from recoupe.pages.passages import passage_views, quoting
from recoupe.pages.records import checked_view, history_views
from recoupe.pages.ribbons import ribbon
from recoupe.pages.source_labels import label_link
from recoupe.pages.views.frame import Frame, Link
from recoupe.pages.views.sources import SourceView


def source_view(edition: Edition, anchored: AnchoredSource) -> SourceView:
    """The page of one source."""
    source, interface = anchored.source, edition.interface
    quoted = quoting(edition, source.id)
    passages = passage_views(edition, source.id, quoted)
    framed = _frame(edition, source, len(passages))
    return SourceView(
        frame=framed,
        source=edition.labels[source.id],
        publisher=source.publisher,
        author=source.author,
        published=known_moment(source.published, interface),
        updated=known_moment(source.updated, interface),
        retrieved=known_moment(source.retrieved, interface),
        url=source.url,
        archive=source.archive,
        language=source.language,
        language_name=interface.language_name(source.language),
        direction=interface.text_direction(source.language),
        origin=source.origin,
        unknown=tuple(_unknown(source)),
        file=source.file,
        sha256=source.file_sha256,
        body_start=anchored.body.start,
        body_end=anchored.body.end,
        length=_length(source.captured[anchored.body.start : anchored.body.end], interface),
        full=source.shown is SourceText.FULL,
        excerpts=text_excerpts(edition, anchored, quoted),
        passages=passages,
        ribbon=ribbon(edition, anchored, quoted),
        silent_on=tuple(_silent_on(edition, source.id)),
        compared_with=tuple(
            label_link(edition.labels[other], edition.addresses.pair(source.id, other))
            for other in partners(edition, source.id)
        ),
        checked=checked_view(source.record, interface),
        history=history_views(source.record, interface),
        citation=citation_view(
            edition, framed, source.record, family="source", title=_cited(edition, source)
        ),
        draft=source.record.draft,
    )


def _frame(edition: Edition, source: Source, passages: int) -> Frame:
    label = edition.labels[source.id].label
    return frame(
        edition,
        edition.addresses.source(source.id),
        title=source.title,
        description=edition.interface.ngettext(
            "%(source)s: the captured article, with %(num)s passage quoted word for word.",
            "%(source)s: the captured article, with %(num)s passages quoted word for word.",
            passages,
            source=edition.interface.isolated(label),
        ),
        trail=(section(edition, urls.SOURCES),),
        record=source.record,
    )


def _cited(edition: Edition, source: Source) -> str:
    """What is cited is our copy with what we say of it: the article is its author's."""
    text = edition.interface.gettext("Captured text of the article “%(title)s”")
    title = edition.interface.inner_quotes(source.title)
    return text % {"title": title} + (f" ({source.publisher})" if source.publisher else "")


def _unknown(source: Source) -> Iterator[str]:
    known = {
        "publisher": source.publisher,
        "author": source.author,
        "published": source.published,
        "url": source.url,
    }
    return (field for field, value in known.items() if not value)


def _length(text: str, interface: Interface) -> str:
    """How long a text is: in words, or in characters where its script parts no words."""
    letters = unspaced_letters(text)
    if letters and 2 * letters > sum(map(str.isalpha, text)):
        characters = sum(not letter.isspace() for letter in text)
        return interface.ngettext("%(num)s character", "%(num)s characters", characters)
    return interface.ngettext("%(num)s word", "%(num)s words", len(text.split()))


def _silent_on(edition: Edition, source_id: str) -> Iterator[Link]:
    """The claims that the source could have spoken of, and does not."""
    for voice in edition.voices[source_id]:
        claim, account = voice.claim.claim, voice.account.account
        earlier = edition.findings.claims[claim.id].earlier
        if account.stance is Stance.SILENT and account.name not in earlier:
            yield claim_link(edition, claim.id)
