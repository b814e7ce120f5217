"""Python-Markdown as this project uses it: core syntax, tables, footnotes, and a hook on its tree.

Python-Markdown stashes raw HTML away before its tree is made, so that whatever a tree processor
sees was written as Markdown. That is what tells our own links and ids from forged ones.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

_OWN_SCHEME = re.compile(r"(claim|source|discrepancy|page|quote):(.*)", re.DOTALL)

TreeVisitor = Callable[[Element], None]


@dataclass(frozen=True, slots=True)
class Target:
    """Where one of our own links leads: `scheme` is claim, source, discrepancy, page or quote.

    `quote` holds the words that a quote link names, as typed, and is None for the others.
    """

    scheme: str
    id: str
    quote: str | None = None


def target(href: str, title: str | None) -> Target | None:
    """The target of a link with one of our schemes; None for every other link."""
    found = _OWN_SCHEME.fullmatch(href)
    if found is None:
        return None
    scheme, name = found.groups()
    return Target(scheme, name, (title or "") if scheme == "quote" else None)


def token(text: str) -> str:
    """A mark that `text` cannot hold itself: the hash of a text cannot stand in that text."""
    return "t" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class _Visit(Treeprocessor):
    """Hands the finished tree to the visitor of this run."""

    visitor: TreeVisitor = staticmethod(lambda _: None)

    def run(self, root: Element) -> None:
        """Visit the tree, which may be changed in place."""
        self.visitor(root)


class Engine:
    """One Markdown instance for many texts: making one costs a fifth of a short text's time."""

    def __init__(self) -> None:
        extensions = [TableExtension(use_align_attribute=True), FootnoteExtension()]
        self._markdown = Markdown(extensions=extensions, output_format="html")
        self._visit = _Visit(self._markdown)
        # Behind every other tree processor (the last of them has priority 0), so the tree is final.
        self._markdown.treeprocessors.register(self._visit, "recoupe", -1)

    def run(self, text: str, visitor: TreeVisitor) -> str:
        """The raw HTML of `text`, not yet cleaned, after `visitor` saw its tree."""
        self._visit.visitor = visitor
        self._markdown.reset()
        return self._markdown.convert(text)


@cache
def engine() -> Engine:
    """The process's engine; each run sets all that it uses, so texts do not touch each other."""
    return Engine()
