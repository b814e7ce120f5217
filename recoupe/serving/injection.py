"""What the preview adds to a page on its way to the browser; the files on disk stay as published.

The published policy allows no connection. The preview's own copy of it allows what a reload needs,
from its own address only.
"""

import html
import re
from dataclasses import dataclass

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')
_OWN_RULES = ("script-src 'self'", "connect-src 'self'")
_HEAD = re.compile("<head(?: [^>]*)?>")
_STYLE = '<link rel="stylesheet" href="/_preview/preview.css">'
_SCRIPTS = (
    '<script src="/_preview/preview.js" data-state="{state}" defer></script>'
    '<script src="/livereload.js" defer></script>'
)
_QUOTING = '<script src="/_preview/quote.js" defer></script>'


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown with a page: of which `state` it is, what is wrong since, a panel.

    `heading` says in the site's language what mistakes mean for the page below them.
    """

    state: int
    mistakes: str = ""
    heading: str = ""
    panel: str = ""


def previewed(page: str, shown: Shown) -> str:
    """`page` with the reload script, and with the panel and mistakes that there are over it."""
    page = _POLICY.sub(_opened, page, count=1)
    quoting = _QUOTING if shown.panel else ""
    page = _HEAD.sub(lambda found: found[0] + _scripts(shown.state), page, count=1)
    page = page.replace("</head>", f"{_STYLE}{quoting}</head>", 1)
    laid_over = shown.panel + (overlay(shown.mistakes, shown.heading) if shown.mistakes else "")
    head, closing, rest = page.rpartition("</body>")
    return f"{head}{laid_over}{closing}{rest}" if closing else page


def overlay(mistakes: str, heading: str) -> str:
    """The diagnostics as the terminal prints them, in a panel that closes without a script."""
    return (
        '<section class="preview-mistakes" role="alert"><details open>'
        f"<summary>{html.escape(heading)}</summary>"
        f'<pre lang="en" dir="ltr">{html.escape(mistakes)}</pre></details></section>'
    )


def mistakes_page(mistakes: str, state: int) -> str:
    """A whole page, for when no site could be built yet."""
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        "<title>Recoupe: mistakes</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'{_scripts(state)}{_STYLE}</head><body class="preview-only">'
        "<h1>Nothing is published that is not proved</h1>"
        f"<pre>{html.escape(mistakes)}</pre></body></html>"
    )


def _scripts(state: int) -> str:
    """Run before all others of a page, as they stand before them: they must see it as it came."""
    return _SCRIPTS.format(state=state)


def _opened(found: re.Match[str]) -> str:
    begin, written, end = found.groups()
    rules = [rule.strip() for rule in html.unescape(written).split(";")]
    named = {rule.partition(" ")[0] for rule in rules}
    added = [rule for rule in _OWN_RULES if rule.partition(" ")[0] not in named]
    opened = "; ".join([*filter(None, rules), *added])
    return f"{begin}{html.escape(opened)}{end}"
