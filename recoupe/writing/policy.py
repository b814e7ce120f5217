"""The Content-Security-Policy of a page: nothing from anyone else's host, nothing inline.

It stands in a `<meta>`, because static hosts send no headers of ours. Only the page that searches
may run WebAssembly, start a worker and fetch files, each from the site itself.
"""

from recoupe.pages.views import View
from recoupe.pages.views.overviews import SearchView

_EVERYWHERE = (
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
_SCRIPTS = ("script-src 'self'",)
_SEARCH = ("script-src 'self' 'wasm-unsafe-eval'", "worker-src 'self'", "connect-src 'self'")


def content_security_policy(view: View) -> str:
    """The policy of the page of `view`."""
    return "; ".join(_EVERYWHERE + (_SEARCH if isinstance(view, SearchView) else _SCRIPTS))
