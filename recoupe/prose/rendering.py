"""Markdown to clean HTML: our own links resolved in the tree, the rest cut down to an allow-list.

Ids, classes and relative addresses pass only when the tree made them: they carry a mark that raw
HTML cannot forge. So no text can claim to be a span of a source, or use another scheme.
"""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import nh3
from markupsafe import Markup

from recoupe.model import Prose
from recoupe.prose.engine import Target, engine, target, token

LinkUrl = Callable[[Target], str]

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
_LOWEST_HEADING = 6
_HEADING = re.compile(r"h([1-6])")


@dataclass(frozen=True, slots=True)
class _Context:
    """What one text is rendered with."""

    page_url: str
    link_url: LinkUrl
    prefix: str
    mark: str
    heading: int
    backlink: str


def html(
    prose: Prose,
    *,
    page_url: str,
    link_url: LinkUrl,
    prefix: str = "",
    heading: int = 1,
    backlink: str = "Back to the text",
) -> Markup:
    """The HTML of `prose`, safe to put into the page at `page_url`.

    `link_url` gives the site URL of one of our own links; `prefix` makes the ids of footnotes
    unique on the page; `heading` is the level of the headings that stand under no other, and no
    level is skipped below them; `backlink` names the way back from a footnote to screen readers.
    Pictures are left out, as are other schemes.
    """
    context = _Context(page_url, link_url, prefix, token(prose.text), heading, backlink)
    raw = engine().run(prose.text, lambda root: _prepare(root, context))
    return Markup(_clean(raw, context.mark))  # noqa: S704  cleaned on this very line


def _prepare(root: Element, context: _Context) -> None:
    _fit_headings(root, context.heading)
    for element in root.iter():
        if element.tag == "a":
            _prepare_link(element, context)
        _mark_id(element, context)
        _mark_class(element, context.mark)


def _fit_headings(root: Element, highest: int) -> None:
    """Readers who go from heading to heading take a skipped level for something they missed."""
    above: list[int] = []
    for element in root.iter():
        if found := _HEADING.fullmatch(element.tag):
            level = int(found[1])
            above = [*(one for one in above if one < level), level]
            element.tag = f"h{min(highest + len(above) - 1, _LOWEST_HEADING)}"


def _prepare_link(element: Element, context: _Context) -> None:
    href = element.get("href") or ""
    own = target(href, element.get("title"))
    if own is not None:
        element.set("href", context.mark + _relative(context.link_url(own), context.page_url))
        element.attrib.pop("title", None)
    elif (element.get("class") or "").startswith("footnote-"):
        element.set("href", f"{context.mark}#{_id(href.removeprefix('#'), context.prefix)}")
        element.attrib.pop("title", None)
        if element.get("class") == "footnote-backref":
            element.set("aria-label", context.backlink)


def _mark_id(element: Element, context: _Context) -> None:
    if name := element.get("id"):
        element.set("id", context.mark + _id(name, context.prefix))


def _mark_class(element: Element, mark: str) -> None:
    names = element.attrib.pop("class", "")
    if align := element.attrib.pop("align", ""):
        names = f"align-{align}"
    if names:
        element.set("class", mark + names)


def _id(name: str, prefix: str) -> str:
    """The id of a footnote; Python-Markdown writes `fn:1`, and a colon needs escaping in CSS."""
    return "-".join(part for part in (prefix, name.replace(":", "-")) if part)


def _relative(url: str, page_url: str) -> str:
    path, _, fragment = url.partition("#")
    relative = posixpath.relpath(path, page_url) + "/"
    return (relative if path != page_url else "./") + (f"#{fragment}" if fragment else "")


def _clean(raw: str, mark: str) -> str:
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
    own = value.startswith(mark)
    if name in ("id", "class"):
        return value.removeprefix(mark) if own else None
    if name == "href":
        return value.removeprefix(mark) if own or value.lower().startswith(_SCHEMES) else None
    return value
