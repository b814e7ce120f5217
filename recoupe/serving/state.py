"""What the preview knows between two requests: the last good site, and what is wrong since.

A mistake in the facts or in a template leaves the last good site standing, with the mistake laid
over it.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import randbits

from recoupe.diagnostics import Report
from recoupe.editing.schemas import refresh_schemas
from recoupe.loading import Facts, Kept, Loaded, load
from recoupe.locale import interface
from recoupe.making.shells import Templates, kept_fragments, templates
from recoupe.pages.editions import Edition, edition
from recoupe.pages.live_urls import LiveUrls
from recoupe.serving.shown_site import ShownSite
from recoupe.writing.refusals import TemplateFailedError

WHOLE_PAGE = ("*",)  # what browsers are told that have to load their page again
_TEMPLATES = "templates"
_STATE_BITS = 48  # two of them are never alike
_PAGES = 100  # whose last good state is kept: more than anybody looks at in a while


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page as it was last good, of which state, and what is wrong since; empty if nothing is.

    `edition` is what it was made of, None where it never was.
    """

    url: str
    state: int
    html: str
    mistakes: str
    edition: Edition | None


class Preview:
    """The site of the project at `root` as it would be published now; with `drafts`, these too.

    `site` is the last good one, `facts` are those last read, be they good or not; None where there
    were none yet; `state` counts the looks, from a number of its own: a
    page of another preview shall not be taken for one of this. `mistakes` are what forbids to
    publish it, as `describe` puts a report into words; empty where nothing does.
    """

    def __init__(
        self, root: Path, describe: Callable[[Report], str], *, drafts: bool = False
    ) -> None:
        self.root, self.mistakes = root, ""
        self.state = randbits(_STATE_BITS)
        self.site: ShownSite | None = None
        self.facts: Facts | None = None
        self._describe, self._drafts = describe, drafts
        self._facts_wrong = self._templates_wrong = ""
        self._kept: Kept | None = None
        self._fragments = kept_fragments(root)
        self._edition: Edition | None = None
        self._templates: Templates | None = None
        self._pages: dict[str, ShownPage] = {}

    def look(self, changed: Collection[str] | None = None) -> tuple[str, ...]:
        """Read, prove and lay out what has changed: the files at these paths; None for any.

        What browsers have to load again: the URLs of stylesheets, or the whole page. Every failure
        is told in `mistakes`, one of ours too: the preview has to survive it.
        """
        mistakes, before = self.mistakes, self._templates
        own = [path for path in changed or () if self._is_template(path)]
        if changed is None or len(own) < len(changed):
            self._facts_wrong = _failure(lambda: self._look_at_facts(changed))
        if changed is None or own or self._has_other_language():
            self._templates_wrong = _failure(self._look_at_templates)
        if self._edition is not None and self._templates is not None:
            self.site = ShownSite(self._edition, self._templates)
        self.mistakes = "\n".join(filter(None, (self._facts_wrong, self._templates_wrong)))
        self.state += 1
        if mistakes or self.mistakes or not own or not all(map(_is_sheet, changed or ())):
            return WHOLE_PAGE
        return _new_sheets(before, self._templates)

    def page(self, url: str) -> ShownPage | None:
        """The page at `url`; None where none is, or none could be shown yet."""
        state = self.state  # before the page is made: a change meanwhile makes it out of date
        site, mistakes = self.site, self.mistakes
        try:
            html = None if site is None else site.page(url)
        except TemplateFailedError as error:
            good = self._pages.get(url, ShownPage(url, state, "", "", None))
            return replace(good, state=state, mistakes=f"error: {error}")
        if site is None or html is None:
            return None
        self._pages.pop(url, None)
        self._pages[url] = ShownPage(url, state, html, mistakes, site.edition)
        if len(self._pages) > _PAGES:
            del self._pages[next(iter(self._pages))]
        return self._pages[url]

    def gettext(self, message: str) -> str:
        """`message` in the site's language, as far as that is known."""
        return message if self._edition is None else self._edition.interface.gettext(message)

    def leave(self) -> None:
        """Leave for later builds what was read and proved."""
        if self._kept is not None:
            self._kept.leave()

    def _look_at_facts(self, changed: Collection[str] | None) -> str:
        loaded = self._loaded(changed)
        if loaded.report.failed:
            return self._describe(loaded.report)
        self._edition = self._laid_out(loaded)
        return ""

    def _loaded(self, changed: Collection[str] | None) -> Loaded:
        if self._kept is None:
            self._kept = Kept.of(self.root)
        else:
            self._kept.again(changed)
        loaded = load(self.root, kept=self._kept)
        loaded.take()
        self.facts = loaded.facts
        refresh_schemas(self.root, loaded.project, loaded.report)
        return loaded

    def _laid_out(self, loaded: Loaded) -> Edition:
        found, language = loaded.facts.anchored, loaded.project.site.language
        spoken = self._edition and self._edition.interface
        return edition(
            found,
            loaded.facts.findings,
            spoken if spoken and spoken.language == language else interface(language),
            drafts=self._drafts,
            live_urls=LiveUrls(found.sources, self._fragments),
        )

    def _look_at_templates(self) -> str:
        if self._edition is not None:
            self._templates = templates(self.root, self._edition.interface)
        return ""

    def _has_other_language(self) -> bool:
        """Whether the templates speak another language than the site, or are not there yet."""
        if self._edition is None:
            return False
        spoken = self._templates and self._templates.jinja.globals["site_language"]
        return spoken != self._edition.interface.language

    def _is_template(self, path: str) -> bool:
        return Path(path).is_relative_to(self.root / _TEMPLATES)


def _failure(look: Callable[[], str]) -> str:
    """What `look` says is wrong, or what went wrong while it looked."""
    try:
        return look()
    except TemplateFailedError as error:
        return f"error: {error}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _is_sheet(path: str) -> bool:
    return path.endswith(".css")


def _new_sheets(before: Templates | None, now: Templates | None) -> tuple[str, ...]:
    """The URLs of the stylesheets that have changed; the whole page where there are others."""
    if before is None or now is None or before.assets.keys() != now.assets.keys():
        return WHOLE_PAGE
    known = {asset.url for asset in before.assets.values()}
    return tuple(asset.url for asset in now.assets.values() if asset.url not in known)
