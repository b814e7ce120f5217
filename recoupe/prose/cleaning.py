"""HTML cut down to an allow-list, by nh3: what an editor's raw HTML may be on a page.

Ids, classes and relative addresses pass only with a mark that raw HTML cannot forge. So no text can
claim to be a span of a source, or use another scheme.
"""

from collections.abc import Mapping

import nh3

_TAGS = frozenset(
    {"a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "dd", "del"}
    | {"dfn", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "kbd"}
    | {"li", "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "small", "span"}
    | {"strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul"}
    | {"var", "wbr"}
)
DROPPED_WITH_CONTENT = frozenset(
    {
        "script",
        "style",
        "iframe",
        "object",
        "noscript",
        "template",
        "svg",
        "math",
    }
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "id", "class"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "del": {"datetime"},
    "ins": {"datetime"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_SCHEMES = ("http:", "https:", "mailto:")


def clean(raw: str, mark: str) -> str:
    """`raw` with what may stand on a page; `mark` is left where it stands, but in classes."""
    return nh3.clean(
        raw,
        tags=set(_TAGS),
        clean_content_tags=set(DROPPED_WITH_CONTENT),
        attributes=_allowed(_ATTRIBUTES),
        attribute_filter=lambda _, name, value: _attribute(name, value, mark),
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )


def _allowed(attributes: Mapping[str, set[str]]) -> dict[str, set[str]]:
    shared = attributes["*"]
    return {tag: shared | attributes.get(tag, set()) | {"aria-label"} for tag in _TAGS}


def _attribute(name: str, value: str, mark: str) -> str | None:
    """The value that an attribute keeps; None where it goes."""
    own = mark in value
    if name == "class":
        return value.removeprefix(mark) if own else None
    if name == "id":
        return value if own else None
    if name == "href":
        return value if own or value.lower().startswith(_SCHEMES) else None
    return value
