"""What the preview adds to the pages of sources: templates of its own, in the site's language."""

import re

from recoupe.anchoring.anchored import AnchoredSource
from recoupe.model import SourceText
from recoupe.serving.state import Preview, ShownPage
from recoupe.writing.links import with_rooted_urls

_SOURCE_PAGE = re.compile(r"/sources/([^/]+)/")


def panel_on(preview: Preview, token: str, page: ShownPage) -> str:
    """The panel in which the words of `page` are quoted; empty where it has no text.

    It is of the source that the page was made of, which may have changed since: then the desk knows
    by the hash in the panel that what is selected there are other words than its own.
    """
    of_source = _SOURCE_PAGE.fullmatch(page.url)
    if of_source is None or page.edition is None:
        return ""
    source = page.edition.anchored.sources.get(of_source[1])
    if source is None:
        return ""
    return panel(preview, token, source, full=source.source.shown is SourceText.FULL)


def panel(preview: Preview, token: str, source: AnchoredSource, *, full: bool) -> str:
    """The panel for `source`, of which the page that it stands on shows the `full` text or not."""
    return _rendered(preview, "panel", source=source.source, token=token, full=full)


def whole_text(preview: Preview, token: str, id: str) -> tuple[str, str] | None:
    """A page with all of a source's text, and its panel; None where there is no such source."""
    source = _source(preview, id)
    if source is None:
        return None
    start, end = source.body
    page = _rendered(
        preview,
        "text",
        source=source.source,
        text=source.source.captured[start:end],
        start=start,
        end=end,
    )
    return page, panel(preview, token, source, full=True)


def _source(preview: Preview, id: str) -> AnchoredSource | None:
    """A source as it was last read, once there is a site to show it in."""
    if preview.facts is None or preview.site is None:
        return None
    return preview.facts.anchored.sources.get(id)


def _rendered(preview: Preview, name: str, **shown: object) -> str:
    if preview.site is None:
        return ""
    template = preview.site.templates.jinja.get_template(f"preview/{name}.html")
    return with_rooted_urls(template.render(shown), "/")
