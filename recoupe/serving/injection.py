"""What the preview adds to a page on its way to the browser; the files on disk stay as published.

The published policy allows no connection. The preview's own copy of it allows what a reload needs,
from its own address only.
"""

import html
import re

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')
_OWN_RULES = ("script-src 'self'", "connect-src 'self'")
_STYLE = '<link rel="stylesheet" href="/_preview/preview.css">'
_SCRIPTS = (
    '<script src="/livereload.js" defer></script><script src="/_preview/preview.js" defer></script>'
)
_ADDED_HEAD = _STYLE + _SCRIPTS


def previewed(page: str, mistakes: str) -> str:
    """`page` with the reload script, and with `mistakes` laid over it where there are any."""
    page = _POLICY.sub(_opened, page, count=1)
    page = page.replace("</head>", f"{_ADDED_HEAD}</head>", 1)
    return page.replace("</body>", f"{overlay(mistakes)}</body>", 1) if mistakes else page


def overlay(mistakes: str) -> str:
    """The diagnostics as the terminal prints them, in a panel that closes without a script."""
    return (
        '<details class="preview-mistakes" open><summary>'
        "There are mistakes: this is the page as it was last good"
        f"</summary><pre>{html.escape(mistakes)}</pre></details>"
    )


def mistakes_page(mistakes: str) -> str:
    """A whole page, for when no site could be built yet."""
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        "<title>Recoupe: mistakes</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'{_ADDED_HEAD}</head><body class="preview-only">'
        "<h1>Nothing is published that is not proved</h1>"
        f"<pre>{html.escape(mistakes)}</pre></body></html>"
    )


def _opened(found: re.Match[str]) -> str:
    begin, written, end = found.groups()
    rules = [rule.strip() for rule in html.unescape(written).split(";")]
    named = {rule.partition(" ")[0] for rule in rules}
    added = [rule for rule in _OWN_RULES if rule.partition(" ")[0] not in named]
    opened = "; ".join([*filter(None, rules), *added])
    return f"{begin}{html.escape(opened)}{end}"
