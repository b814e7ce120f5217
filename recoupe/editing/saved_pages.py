"""A page as a browser saved it: from bytes to a tree, within limits.

The encoding is what a browser would take, but for one thing: a page that says it is UTF-8 and is
not is refused. A browser shows a replacement sign there, and a quote must not hold one.
"""

import codecs
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree, html

from recoupe.editing.refusals import EditRefusedError

Tree = Any  # lxml has no types of its own

LARGEST = 20_000_000  # bytes; saved pages have up to some megabytes, pictures as data included
_MOST_ELEMENTS = 200_000  # the largest live reports have some ten thousand
_DEEPEST = 250  # elements inside each other; pages have up to 60, and walking them recurses
_HEAD = 4_096  # bytes in which a page states its encoding; browsers look at 1,024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_STATED = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
# The Encoding Standard: pages that say Latin 1, or nothing, are read as Windows-1252.
_LATIN = frozenset({"ascii", "iso8859-1", "latin-1"})
_WESTERN = "cp1252"
_WIDE = ("utf-16", "utf-32")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page's characters; `doubt` tells what had to be assumed about them."""

    text: str
    doubt: str = ""


def saved_page(raw: bytes) -> SavedPage:
    """The page that `raw` holds.

    Raises EditRefusedError where its bytes are not what the page says they are.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return SavedPage(_decoded(raw, encoding))
    stated = _stated(raw)
    try:
        return SavedPage(raw.decode("utf-8"))  # other encodings hardly ever happen to be UTF-8
    except UnicodeDecodeError as mistake:
        if stated == "utf-8":
            line = raw.count(b"\n", 0, mistake.start) + 1
            message = f"it says that it is UTF-8, and the byte 0x{raw[mistake.start]:02X} in line"
            raise EditRefusedError(
                f"{message} {line} is not; save the page again from the browser"
            ) from mistake
    if stated:
        return SavedPage(_decoded(raw, stated))
    doubt = "it does not say in what encoding it is; read as Windows-1252: look at the accents"
    return SavedPage(_decoded(raw, _WESTERN), doubt)


def page_tree(page: str) -> Tree:
    """The elements of `page`, its comments included.

    Raises EditRefusedError where it holds none, or more than a page of news has.
    """
    if "\0" in page:
        raise EditRefusedError("it is no page: it holds bytes that no text has")
    parser = html.HTMLParser(no_network=True, remove_pis=True, huge_tree=False)
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", page), parser=parser)
    except (etree.ParserError, ValueError) as refusal:
        raise EditRefusedError("it holds no page") from refusal
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        raise EditRefusedError(f"it has more than {_MOST_ELEMENTS:,} elements")
    if _depth(tree) > _DEEPEST:
        raise EditRefusedError(f"its elements stand more than {_DEEPEST} deep in each other")
    return tree


def _stated(raw: bytes) -> str:
    """The name by which Python knows the encoding that the page states; "" where it has none."""
    found = _STATED.search(raw[:_HEAD])
    if found is None:
        return ""
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError as unknown:
        raise EditRefusedError(f"its encoding is not known: {unknown}") from unknown
    if name.startswith(_WIDE):
        return ""  # it would not have been found in such bytes, so it is stated wrongly
    return _WESTERN if name in _LATIN else name


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except (UnicodeDecodeError, LookupError) as mistake:  # LookupError: a codec that is no text's
        message = f"it is not {encoding}, as it should be: {mistake}"
        raise EditRefusedError(f"{message}; save the page again from the browser") from mistake


def _depth(tree: Tree) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
