"""URLs of the site, made relative to their page, so that a site works under any path.

That is done for a whole page at once, when it has been made: until then a URL stands as it is seen
from the root, behind a mark. So a part of a page is the same on all pages, and no part needs to
know which page it is for.
"""

import re

_MARK = "\0"  # before a `/`; no text can hold it: reading refuses it in facts and in articles
_ABSOLUTE = re.compile(r"(?:https?://|mailto:)[^\s\\]+", re.IGNORECASE)
_WITHIN = re.compile(r"(/(?!/)[^\s\\?#]*)([?#][^\s\\]*)?")


def marked_url(url: str) -> str:
    """`url` for a page that is being made: one of the site, which starts with `/`, behind a mark.

    Absolute URLs stay as they are. Raises ValueError for anything that is neither a URL of the site
    nor http, https or mailto: views hold no others.
    """
    if not url.startswith("/") and _ABSOLUTE.fullmatch(url):
        return url
    match = _WITHIN.fullmatch(url)
    if match is None or ".." in match[1].split("/"):
        raise ValueError(f"not a URL of the site, nor http, https or mailto: {url!r}")
    return _MARK + url


def with_relative_urls(html: str, page: str) -> str:
    """The page at `page`, such as `/claims/x/`, with every marked URL relative to it.

    A place on the page itself is its fragment alone, which leads there from any copy of the page.
    """
    way_up = "/".join([".."] * (page.count("/") - 1)) or "."
    return html.replace(f"{_MARK}{page}#", "#").replace(_MARK, way_up)


def with_rooted_urls(html: str, root: str) -> str:
    """The same with URLs below `root`, the base URL's path: for the 404 page, served anywhere."""
    return html.replace(_MARK, root.removesuffix("/"))
