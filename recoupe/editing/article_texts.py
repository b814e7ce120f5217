"""The article of a saved page, as text: paragraphs parted by blank lines, nothing else changed.

Which part of a page is the article is trafilatura's judgement; it is given the tree that was read
here, and so has nothing to fetch. Its own rendering is not used, since it adds signs of its own (a
hyphen before each item) and undoes entities twice.
"""

import re
from collections.abc import Iterable, Iterator

import trafilatura
from lxml import etree

from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.saved_pages import Tree
from recoupe.editing.statements import Stated
from recoupe.text import folded

_LEAST = 200  # characters; less is a banner, a login or a list of links
# Trafilatura makes a plain space of every space. These, which French typography is full of, are
# put behind signs that stand for spaces, where the page has none of them itself.
_STAND_INS = {"\u00a0": "\u2420", "\u202f": "\u2422", "\u2009": "\u2423"}
# What a page may hold and lxml does not take back.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLOCKS = frozenset({"p", "head", "quote", "list", "item", "table", "row", "code", "div", "figure"})
# Elements of running text that trafilatura drops or makes paragraphs of.
_RUNNING = ("time", "q", "abbr", "cite", "kbd", "samp", "var", "data", "dfn", "bdi", "sup")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN_SPACE = re.compile(r"[ \t\f\v]+")
_STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:chapo|chapeau|standfirst|stand-first|lede|lead|intro|introduction|subtitle"
    r"|summary|excerpt|dek|desc|description|alternativeheadline)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Labels of advertisements, which stand between paragraphs as if they were some.
_FURNITURE = frozenset({"publicité", "la suite après cette publicité", "advertisement"})
_STANDFIRSTS = frozenset({"p", "div", "h2", "strong"})
_BETWEEN = 200  # elements between a heading and the article's first paragraph
_TOLD = 60  # characters by which a paragraph is known again


def article_text(tree: Tree, said: Stated) -> str:
    """The article of the page `tree`, which is changed; it ends with a line end.

    What stands between the heading and the text as its standfirst belongs to it: so it is marked,
    or it is the description that the page has `said`. The title, which a source has apart, is left
    out. Raises EditRefusedError where no article is
    found.
    """
    _join(tree)
    spaces = _hidden_spaces(tree)
    found = trafilatura.bare_extraction(
        tree, include_comments=False, include_formatting=False, deduplicate=False
    )
    body = None if found is None or isinstance(found, dict) else found.body
    back = {ord(sign): chr(space) for space, sign in spaces.items()}
    found_all = [] if body is None else (one.translate(back) for one in _paragraphs(body))
    title = folded(said.title)
    written = [
        one for one in found_all if one.casefold() not in _FURNITURE and folded(one) != title
    ]
    if sum(map(len, written)) < _LEAST:
        raise EditRefusedError("no article was found in it")
    standfirst = _standfirst(tree, written, said.description, back)
    return "\n\n".join([*standfirst, *written]) + "\n"


def _join(tree: Tree) -> None:
    """Take out of the tree what parts sentences there and not on the page.

    With a comment, as frameworks put them between pieces of text, trafilatura drops what follows,
    and it drops or parts some elements of running text too; what they hold stays. A raised figure,
    of a note or a power, stays raised, or it would become part of the figure before it.
    """
    for raised in tree.iter("sup"):
        words = "".join(raised.itertext()).strip()
        if words.isascii() and words.isdigit():
            tail = raised.tail
            raised.clear()
            raised.text, raised.tail = words.translate(_RAISED), tail
    etree.strip_tags(tree, etree.Comment, etree.ProcessingInstruction, *_RUNNING)


def _hidden_spaces(tree: Tree) -> dict[int, str]:
    """Put signs in the place of spaces that would be lost; which sign for which space."""
    whole = "".join(tree.itertext())
    spaces = {ord(space): sign for space, sign in _STAND_INS.items() if sign not in whole}
    for one in tree.iter(etree.Element):
        one.text = _NOT_XML.sub(" ", one.text or "").translate(spaces) or None
        one.tail = _NOT_XML.sub(" ", one.tail or "").translate(spaces) or None
    return spaces


def _paragraphs(body: Tree) -> Iterator[str]:
    """The paragraphs of what trafilatura found, in order; cells of a row are parted by tabs."""
    parts: list[str] = []
    for event, one in etree.iterwalk(body, events=("start", "end")):
        if one.tag in _BLOCKS:
            yield from _paragraph(parts)
            parts = []
        if event == "start":
            parts.append("\n" if one.tag == "lb" else one.text or "")
        else:
            parts.append(("\t" if one.tag == "cell" else "") + (one.tail or ""))
    yield from _paragraph(parts)


def _paragraph(parts: Iterable[str]) -> Iterator[str]:
    lines = (_line(line) for line in "".join(parts).split("\n"))
    text = "\n".join(line for line in lines if line)
    if text:
        yield text


def _line(text: str) -> str:
    cells = (_PLAIN_SPACE.sub(" ", cell).strip(" ") for cell in text.split("\t"))
    return "\t".join(cells).strip("\t")


def _standfirst(
    tree: Tree, written: list[str], description: str, back: dict[int, str]
) -> list[str]:
    """What stands between the heading and the first paragraph, and belongs to the article."""
    first, known = folded(written[0])[:_TOLD], {folded(one) for one in written}
    found: list[str] = []
    heading = next(tree.iter("h1"), None)
    following = [] if heading is None else heading.xpath("following::*")[:_BETWEEN]
    for one in following:
        text = _line("".join(one.itertext()).replace("\n", " ").translate(back))
        words = folded(text)
        if first and words.startswith(first):
            return found
        if _is_standfirst(one, words, description) and words not in known:
            found.append(text)
            known.add(words)
    return []


def _is_standfirst(one: Tree, words: str, description: str) -> bool:
    """Whether a paragraph is marked as such, or is what the page describes itself with."""
    if not words or one.tag not in _STANDFIRSTS or one.xpath("descendant::*[self::p or self::div]"):
        return False
    named = " ".join(
        element.get(key) or ""
        for element in (one, one.getparent())
        for key in ("class", "itemprop")
    )
    return words == folded(description) or _STANDFIRST.search(named) is not None
