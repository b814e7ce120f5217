"""A fact file's YAML as a tree with places, for those who write into it.

It is read by the build's own reader, so that what is edited is what is proved; ruamel.yaml reads it
too, as editors' programs do by YAML 1.2, and where the two differ nobody writes.
"""

import re
from typing import TypeGuard, cast

from recoupe.diagnostics import Report
from recoupe.editing.refusals import EditRefusedError
from recoupe.reading.composing import composed
from recoupe.reading.lines import LocatedText
from recoupe.reading.nodes import Node, Series, Table, Typed

Where = tuple[str | int, ...]  # keys and numbers of items, from 0, from the root down
Plain = str | None | list["Plain"] | dict[str, "Plain"]  # what a file says, without places

_TRAILING_LINES = re.compile(r"[\r\n][ \t\r\n]*\Z")
_BLOCK_STYLES = frozenset("|>")


def tree(file: LocatedText) -> Table:
    """The mapping that `file` holds.

    Raises EditRefusedError where it has a mistake of YAML's, or what fact files do not use (an
    anchor, a tag, a second document, a key that stands twice): what those mean is not touched.
    """
    report = Report()
    root = composed(file, report)
    for mistake in report:
        place = mistake.place
        message = f"{place.path}:{place.line}:{place.column}: {mistake.message}"
        raise EditRefusedError(f"{message}; mend this first")
    if not isinstance(root, Table):
        raise EditRefusedError(f"{file.path}: the file holds no mapping")
    return root


def plain(node: Node) -> Plain:
    """What `node` says."""
    if isinstance(node, Typed):
        return str(node)
    if isinstance(node, Table):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, Series):
        return [plain(item) for item in node]
    return None


def node_at(root: Table, where: Where) -> Node:
    """The node at `where`. Raises EditRefusedError where there is none."""
    node: Node = root
    for step in where:
        match node, step:
            case Table(), str() if step in node:
                node = node[step]
            case Series(), int() if 0 <= step < len(node):
                node = node[step]
            case _:
                raise EditRefusedError(f"nothing stands at `{shown(where)}`")
    return node


def in_flow(root: Table, where: Where) -> bool:
    """Whether what stands at `where` stands inside `{…}` or `[…]`."""
    around = (node_at(root, where[:length]) for length in range(len(where)))
    return any(isinstance(one, Table | Series) and one.flow for one in around)


def shown(where: Where) -> str:
    """`where` for a person: `accounts.2.quotes.1`, items counted from 1."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in where)


def is_block(node: Node) -> TypeGuard[Typed]:
    """Whether `node` is a text behind `|` or `>`."""
    return isinstance(node, Typed) and node.style in _BLOCK_STYLES and bool(node.style)


def true_end(node: Node, text: str) -> int:
    """Where the last sign of `node` ends; libyaml lets what stands in a block run on to the next.

    Comments, blank lines and the line end behind it do not belong to it.
    """
    if is_block(node):
        raw = text[node.start : node.end]
        return node.start + len(_TRAILING_LINES.sub("", raw))
    if isinstance(node, Table) and not node.flow and node:
        key, value = list(node.items())[-1]
        return max(cast("Typed", key).end, true_end(value, text))
    if isinstance(node, Series) and not node.flow and node:
        return max(node.start, true_end(node[-1], text))
    return node.end


def column(file: LocatedText, offset: int) -> int:
    """How many characters stand before `offset` on its line."""
    return offset - file.line_of(offset)[0]


def scalars(node: Node) -> list[Typed]:
    """Every text in `node`, keys included, in order."""
    if isinstance(node, Typed):
        return [node]
    if isinstance(node, Table):
        pairs = ((cast("Typed", key), value) for key, value in node.items())
        return [one for key, value in pairs for one in (key, *scalars(value))]
    if isinstance(node, Series):
        return [one for item in node for one in scalars(item)]
    return []
