"""What a page says of its article in JSON-LD, as schema.org's vocabulary names it.

Only what stands at the top, in `@graph` or as `mainEntity` is looked at: lists of other articles,
which many pages carry, stand deeper.
"""

import json
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from recoupe.editing.saved_pages import Tree

Node = dict[str, Any]

# What the names of its types of article end in.
_ARTICLES = ("Article", "Posting", "Report", "Review", "Opinion")
_SCRIPTS = 50  # that are read; a page has up to ten
_LISTED = 50  # authors, at most
_NESTED = 4  # a graph in a list in a list is a mistake, and still read


def article_node(tree: Tree, url: str) -> Node:
    """What is said of the article at `url`, things that it names by reference put in; else empty.

    Where no article has that address, what is said of the only one; of several, none is chosen.
    """
    nodes = list(_all_nodes(tree))
    found = [node for node in nodes if _is_article(node)]
    of_page = [node for node in found if url and url in _addresses(node)] or found
    if len({str(node.get("headline")) for node in of_page}) != 1:
        return {}
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    return {key: _resolved(value, named) for key, value in of_page[0].items()}


def texts(value: object) -> Iterator[str]:
    """The texts of a value: itself, the name of a thing, or those of a list of either."""
    for one in value[:_LISTED] if isinstance(value, list) else [value]:
        text = one.get("name") if isinstance(one, dict) else one
        if isinstance(text, str):
            yield unescape(text)  # many sites escape for HTML what no HTML parser reads


def _all_nodes(tree: Tree) -> Iterator[Node]:
    for script in tree.xpath('//script[@type="application/ld+json"]')[:_SCRIPTS]:
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # broken scripts are common, and what they would say is just not stated
        yield from _nodes(value, _NESTED)


def _resolved(value: object, named: Mapping[str, Node]) -> object:
    """A value, or each of a list, with the thing that it only refers to in its place."""
    if isinstance(value, list):
        return [_resolved(one, named) for one in value[:_LISTED] if not isinstance(one, list)]
    reference = value.get("@id") if isinstance(value, dict) and "name" not in value else None
    return named.get(reference, value) if isinstance(reference, str) else value


def _nodes(value: object, nested: int) -> Iterator[Node]:
    if isinstance(value, list) and nested:
        for one in value:
            yield from _nodes(one, nested - 1)
    elif isinstance(value, dict):
        yield value
        if nested:
            yield from _nodes(value.get("@graph"), nested - 1)
            yield from _nodes(value.get("mainEntity"), nested - 1)


def _is_article(node: Node) -> bool:
    kinds = node.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in listed)


def _addresses(node: Node) -> set[str]:
    page = node.get("mainEntityOfPage")
    named = page.get("@id") if isinstance(page, dict) else page
    return {one for one in (node.get("url"), node.get("@id"), named) if isinstance(one, str)}
