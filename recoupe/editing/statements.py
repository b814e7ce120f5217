"""What a saved page states about its article: never guessed, so that much may be left out.

A date in the running text, a name behind "Par", a domain that sounds like a newspaper are not read:
only what a page says to programs, in JSON-LD, OpenGraph, `meta` and `link`, and its one heading.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from recoupe.editing.linked_data import Node, article_node, texts
from recoupe.editing.saved_pages import Tree
from recoupe.reading.addresses import is_web_address
from recoupe.text import folded

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ].*)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff"
    "\ud800-\udfff\ufff9-\ufffc\ufffe\uffff]"
)
_LONGEST = 500  # characters of a statement; a longer one is a mistake of the page
_AUTHORS = 20
# What browsers and SingleFile write into pages that they save.
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)|^\s*Page saved with SingleFile\s+url: (\S+)")
_SAVED_ON = re.compile(r"saved date: \w{3} (\w{3} \d{2} \d{4})")


@dataclass(frozen=True, slots=True)
class Stated:
    """What a page states, "" or nothing for what it does not.

    Days are ISO 8601; `published_at` and `updated_at` are the moments as they were stated.
    `free` is False where the page says that only subscribers get the whole text.
    """

    title: str
    publisher: str
    authors: tuple[str, ...]
    published_at: str
    updated_at: str
    retrieved: str
    url: str
    language: str
    description: str
    free: bool

    @property
    def published(self) -> str:
        """The day of publication."""
        return day(self.published_at)

    @property
    def updated(self) -> str:
        """The day of the last change, where it is not that of publication."""
        changed = day(self.updated_at)
        return "" if changed == self.published else changed


def stated(tree: Tree) -> Stated:
    """What the page `tree` states about its article."""
    metas = _metas(tree)
    url = _url(tree, metas)
    node = article_node(tree, url)
    return Stated(
        title=_title(tree, metas, node),
        publisher=_first([*texts(node.get("publisher")), *metas("og:site_name", "publisher")]),
        authors=_authors([*texts(node.get("author"))] or list(metas("author", "article:author"))),
        published_at=_moment(tree, metas, node, "datePublished", "article:published_time"),
        updated_at=_moment(tree, metas, node, "dateModified", "article:modified_time"),
        retrieved=_retrieved(tree),
        url=url or _address(texts(node.get("url"))) or _address(_saved_from(tree)),
        language=_language([tree.get("lang") or "", *texts(node.get("inLanguage"))], metas),
        description=_first([*metas("og:description", "description")]),
        free=str(node.get("isAccessibleForFree", "")).lower()
        not in {"false", "http://schema.org/false"},
    )


def day(moment: str) -> str:
    """The day of a moment in ISO 8601, in the time zone in which it is stated; "" for another."""
    found = _DAY.fullmatch(moment)
    try:
        return datetime.strptime(found[1], "%Y-%m-%d").date().isoformat() if found else ""
    except ValueError:
        return ""


class _Metas:
    """The contents of a page's `meta` elements, by their name or property."""

    def __init__(self, tree: Tree) -> None:
        self._contents: dict[str, list[str]] = {}
        for one in tree.iter("meta"):
            for name in {one.get("property"), one.get("name"), one.get("itemprop")} - {None}:
                self._contents.setdefault(name.strip().lower(), []).append(one.get("content") or "")

    def __call__(self, *names: str) -> Iterator[str]:
        """The contents of those names, in that order."""
        return (content for name in names for content in self._contents.get(name, ()))


def _metas(tree: Tree) -> _Metas:
    return _Metas(tree)


def _title(tree: Tree, metas: _Metas, node: Node) -> str:
    """The headline: the page's only heading where a stated title agrees with it, else such a title.

    Titles for search engines and networks are often shorter, or end in the site's name.
    """
    said = [*texts(node.get("headline")), *metas("og:title"), *_named(tree, "title")]
    headings = [one for one in _named(tree, "h1") if one]
    if len(headings) == 1 and (
        not said or any(folded(headings[0]) in folded(_clean(one)) for one in said)
    ):
        return headings[0]
    return _first([*said[:-1], *headings[:1], *said])


def _named(tree: Tree, name: str) -> list[str]:
    return [_clean("".join(one.itertext())) for one in tree.iter(name)]


def _authors(names: Iterable[str]) -> tuple[str, ...]:
    cleaned = (_clean(name) for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if name and "://" not in name))[:_AUTHORS]


def _moment(tree: Tree, metas: _Metas, node: Node, key: str, name: str) -> str:
    """The first of a page's statements under `key`, or `name`, that is a moment with its day."""
    times = (one for one in tree.iter("time") if one.get("itemprop") == key)
    marked = (one.get("datetime") or "" for one in times)
    said = map(_clean, (*texts(node.get(key)), *metas(name, key.lower()), *marked))
    return next((one for one in said if day(one)), "")


def _url(tree: Tree, metas: _Metas) -> str:
    linked = (one.get("href") or "" for one in tree.iter("link") if one.get("rel") == "canonical")
    return _address([*linked, *metas("og:url")])


def _address(candidates: Iterable[str]) -> str:
    return next((one.strip() for one in candidates if is_web_address(one.strip())), "")


def _saved_from(tree: Tree) -> Iterator[str]:
    for comment in _comments(tree):
        if found := _SAVED_FROM.search(comment):
            yield found[1] or found[2]


def _retrieved(tree: Tree) -> str:
    for comment in _comments(tree):
        if found := _SAVED_ON.search(comment):
            try:
                return datetime.strptime(found[1], "%b %d %Y").date().isoformat()
            except ValueError:
                return ""
    return ""


def _comments(tree: Tree) -> Iterator[str]:
    """The comments inside the page and before it."""
    outside = tree.xpath("/comment() | preceding::comment()")
    return (str(one.text or "") for one in [*outside, *tree.iter(etree.Comment)])


def _language(candidates: Iterable[str], metas: _Metas) -> str:
    every = (one.strip() for one in (*candidates, *metas("og:locale", "language")))
    return next((one.replace("_", "-") for one in every if _LANGUAGE.fullmatch(one)), "")


def _first(candidates: Iterable[str]) -> str:
    return next((one for one in map(_clean, candidates) if one), "")


def _clean(text: str) -> str:
    """`text` on one line, without signs that cannot be seen; "" where it is too long."""
    line = " ".join(
        part for part in re.split(r"[^\S\u00a0\u202f]+", _INVISIBLE.sub(" ", text)) if part
    )
    line = line.strip()
    return line if len(line) <= _LONGEST else ""
