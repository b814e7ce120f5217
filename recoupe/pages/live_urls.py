"""The URLs that mark quoted words in the live article: made once, and kept for later builds."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.anchoring.browser_texts import BrowserText
from recoupe.anchoring.kept_fragments import Fragments, KeptFragments
from recoupe.anchoring.text_fragments import text_fragment, url_with_fragment
from recoupe.text import Span

_TEXTS = 256  # that stay ready to be searched, each little larger than its source


class LiveUrls:
    """Those of the quotes in `sources`; where any are `kept`, they are not made again."""

    def __init__(
        self, sources: Mapping[str, AnchoredSource], kept: KeptFragments | None = None
    ) -> None:
        self._sources, self._kept = sources, kept
        self._known: dict[str, Fragments] = {}
        self._text = lru_cache(_TEXTS)(self._browser_text)

    def __call__(self, source: str, span: Span) -> str | None:
        """The URL for `span` of a source; None where it has no address, or nothing tells it."""
        url = self._sources[source].source.url
        if url is None:
            return None
        fragments = self._fragments(source)
        if span not in fragments:
            fragments[span] = self._made(source, span)
        fragment = fragments[span]
        return None if fragment is None else url_with_fragment(url, fragment)

    def ready(self, source: str, spans: Iterable[Span]) -> None:
        """Make what is missing of these, and keep them."""
        anchored = self._sources[source]
        if self._kept is None or anchored.source.url is None:
            return
        before = self._fragments(source)
        now = {span: before[span] if span in before else self._made(source, span) for span in spans}
        if now.keys() != before.keys():
            self._known[source] = now
            self._kept.keep(anchored, now)

    def forget_others(self) -> None:
        """Keep nothing of other sources any more."""
        if self._kept is not None:
            self._kept.forget(but=self._sources.values())

    def _fragments(self, source: str) -> Fragments:
        known = self._known.get(source)
        if known is None:
            kept = self._kept.of(self._sources[source]) if self._kept else {}
            known = self._known[source] = kept
        return known

    def _made(self, source: str, span: Span) -> str | None:
        return text_fragment(self._text(source), span, within=self._sources[source].body)

    def _browser_text(self, source: str) -> BrowserText:
        """What was captured around the body counts too: the words may stand there as well."""
        return BrowserText.of(self._sources[source].source.captured)
