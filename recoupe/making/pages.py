"""One page after the other: taken over where it would be made as it was, else made and kept.

Of a page there is left only what other files say of it: its entry in the sitemap, and its words for
the search. So no process ever holds more than one page.
"""

from dataclasses import dataclass

from jinja2 import Environment

from recoupe.exports.sitemap import Listing, listing
from recoupe.making.kept_pages import KeptPage, MadePage, PageMemory
from recoupe.pages.editions import Edition
from recoupe.pages.planned import PlannedPage
from recoupe.pages.traces import Trace
from recoupe.runs import Run
from recoupe.searching import Document, document
from recoupe.writing.pages import page_html, page_path
from recoupe.writing.publish import Publication, StagedFile


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """What is left of a page: its file, what others say of it, and what the next build may keep.

    `document` is None where it has none, or where nobody asked for it.
    """

    file: StagedFile
    listing: Listing | None
    document: Document | None
    left: KeptPage | MadePage | None

    @property
    def anew(self) -> bool:
        """Whether it was made just now, and not taken over."""
        return not isinstance(self.left, KeptPage)


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page as it was just made; `made` is None where it could not be packed."""

    content: bytes
    listing: Listing | None
    document: Document | None
    made: MadePage | None


class Press:
    """Makes the pages of one edition, and packs each into `memory` with what it was made of.

    `searched` tells whether documents are wanted.
    """

    def __init__(
        self, edition: Edition, jinja: Environment, memory: PageMemory, run: Run, *, searched: bool
    ) -> None:
        self._trace, self._jinja, self._memory = Trace(edition), jinja, memory
        self._run, self._searched = run, searched

    def page(self, planned: PlannedPage) -> NewPage:
        """The page of a plan. Raises TemplateFailedError for a mistake in a template."""
        self._trace.taken()
        with self._run.stage("views"):
            view = planned.view(self._trace.edition)
        reads = self._trace.taken()
        with self._run.stage("rendering"):
            content = page_html(view, self._jinja).encode()
        listed, found = listing(view.frame), document(view) if self._searched else None
        with self._run.stage("keeping"):
            kept = self._memory.kept(planned, content, listed, found, searched=self._searched)
        made = None if kept is None else MadePage(kept, reads)
        return NewPage(content, listed, found, made)


class PageMaker:
    """Makes the pages of one edition for one publication, with the memory of the build before.

    `searched` tells whether documents are wanted.
    """

    def __init__(
        self,
        edition: Edition,
        jinja: Environment,
        memory: PageMemory,
        publication: Publication,
        run: Run,
        *,
        searched: bool,
    ) -> None:
        self._press = Press(edition, jinja, memory, run, searched=searched)
        self._memory, self._publication = memory, publication
        self._run, self._searched = run, searched

    def knows(self, planned: PlannedPage) -> bool:
        """Whether the page would be made as it was before."""
        return self._kept(planned) is not None

    def standing(self, planned: PlannedPage) -> FinishedPage | None:
        """The page that stands in the output already, as it would be made; None where none does."""
        kept = self._kept(planned)
        if kept is None:
            return None
        file = self._publication.standing_file(page_path(planned.url), kept.html.sha256.hex())
        return None if file is None else self._taken(kept, file)

    def finished(self, planned: PlannedPage) -> FinishedPage:
        """The page, staged. Raises TemplateFailedError for a mistake in a template."""
        kept = self._kept(planned)
        if kept is not None:
            with self._run.stage("reusing"):
                content = self._memory.packs.content(kept.html)
            if content is not None:
                taken = self._taken(kept, self._staged(planned.url, content))
                if taken is not None:
                    return taken
        return self._made(planned)

    def _kept(self, planned: PlannedPage) -> KeptPage | None:
        kept = self._memory.page(planned)
        return None if kept is None or (self._searched and not kept.searched) else kept

    def _taken(self, kept: KeptPage, file: StagedFile) -> FinishedPage | None:
        if not self._searched:
            return FinishedPage(file, kept.listing, None, kept)
        try:
            return FinishedPage(file, kept.listing, self._memory.document(kept), kept)
        except LookupError:
            return None

    def _made(self, planned: PlannedPage) -> FinishedPage:
        new = self._press.page(planned)
        file = self._staged(planned.url, new.content)
        return FinishedPage(file, new.listing, new.document, new.made)

    def _staged(self, url: str, content: bytes) -> StagedFile:
        with self._run.stage("staging"):
            return self._publication.stage(page_path(url), content)
