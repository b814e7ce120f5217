"""URLs of the site, made relative to their page, so that a site works under any path."""

import posixpath
import re

_ABSOLUTE = re.compile(r"(?:https?://|mailto:)[^\s\\]+", re.IGNORECASE)
_WITHIN = re.compile(r"(/(?!/)[^\s\\?#]*)([?#][^\s\\]*)?")


def relative_url(url: str, page: str) -> str:
    """`url`, which starts with `/`, as the page at `page` must write it.

    Absolute URLs stay as they are. Query and fragment are kept, `./` is the page itself. Raises
    ValueError for anything that is neither a URL of the site nor http, https or mailto: views
    hold no others.
    """
    parts = _parts(url)
    if parts is None:
        return url
    path, rest = parts
    if path == page:
        return rest or "./"
    relative = posixpath.relpath(path, page)
    return f"{relative}/{rest}" if path.endswith("/") else f"{relative}{rest}"


def rooted_url(url: str, root: str) -> str:
    """`url` below `root`, the path of the base URL: for the 404 page, whose place is unknown."""
    return url if _parts(url) is None else root + url.removeprefix("/")


def _parts(url: str) -> tuple[str, str] | None:
    """Path and the rest of a URL of the site; None for an absolute URL."""
    if _ABSOLUTE.fullmatch(url):
        return None
    match = _WITHIN.fullmatch(url)
    if match is None or ".." in match[1].split("/"):
        raise ValueError(f"not a URL of the site, nor http, https or mailto: {url!r}")
    return match[1], match[2] or ""
