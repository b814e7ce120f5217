"""A file in which nothing is wrong, straight from libyaml's nodes to its shape.

Nearly every file is such a one, and what the wordy way costs (each event a Python call, each
mapping held against pydantic) is there for the others alone. So this way never tells what is wrong:
whatever it does not know it leaves to `composing` and `validating`, and a test holds that both give
the same wherever this one gives anything.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from typing import Any, TypeVar

import yaml
from yaml import MappingNode, ScalarNode, SequenceNode

from recoupe.reading.lines import LocatedText
from recoupe.reading.nodes import Typed
from recoupe.reading.shape_entries import Entry, entries
from recoupe.reading.shape_texts import Shape

_LARGEST = 100_000  # code points; five times the longest real fact file
# libyaml's composer recurses in C, so that depth must be bounded before it is asked: with these, a
# file has fewer than 600 levels, and a thread's smallest stack of all systems holds 1,000.
_MOST_BRACKETS = 300
_DEEPEST_INDENT = " " * 100
_DEEP_LINE = re.compile(" [-?:] +[-?:] ")  # more than two levels that begin on one line

AnyShape = TypeVar("AnyShape", bound=Shape)
Node = Any  # PyYAML's own types do not say what a node's value is
_set = object.__setattr__  # shapes are frozen, and pydantic itself fills them in this way


class _Unsure(Exception):  # noqa: N818  no mistake: the file is only read the other way
    pass


def straight(shape: type[AnyShape], file: LocatedText) -> AnyShape | None:
    """What `file` holds; None where something may be wrong with it, which the wordy way tells."""
    text = file.text
    if len(text) > _LARGEST or _may_be_deep(text):
        return None
    loader = _Loader(text)
    try:
        root = loader.get_single_node()
        _see_no_sign(root, text)
        return _shape(shape, root)
    except (yaml.YAMLError, _Unsure):
        return None
    finally:
        loader.dispose()


def _may_be_deep(text: str) -> bool:
    return (
        "\t" in text
        or _DEEPEST_INDENT in text
        or text.count("[") + text.count("{") > _MOST_BRACKETS
        or _DEEP_LINE.search(text) is not None
    )


class _Loader(yaml.CBaseLoader):
    """libyaml's composer, which asks for types that nobody wants: a tag is None where none is."""

    def resolve(self, kind: type, value: object, implicit: object) -> None:
        """No type: every scalar is the text that was typed."""

    def descend_resolver(self, parent: object, index: object) -> None:
        """No type depends on where a node stands."""

    def ascend_resolver(self) -> None:
        """No type depends on where a node stands."""


def _see_no_sign(root: Node, text: str) -> None:
    """No node has an anchor or a tag: where one has, it begins with its sign."""
    if "&" not in text and "!" not in text:
        return
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if node is None or node.tag is not None:
            raise _Unsure
        if text.startswith(("&", "!"), node.start_mark.index):
            raise _Unsure
        if type(node) is MappingNode:
            nodes.extend(chain.from_iterable(node.value))
        elif type(node) is SequenceNode:
            nodes.extend(node.value)


def _shape(shape: type[AnyShape], node: Node) -> AnyShape:
    """The shape of a mapping with keys that are known, each once, and none missing."""
    if type(node) is not MappingNode:
        raise _Unsure
    known = entries(shape)
    values = dict(known.defaults)
    for key, below in node.value:
        entry = known.by_key.get(key.value) if type(key) is ScalarNode else None
        if entry is None or values.get(entry.attribute) is not None:
            raise _Unsure
        values[entry.attribute] = (
            _text(below, entry.words)
            if type(below) is ScalarNode and entry.text
            else _below(entry, below)
        )
    if not node.value or not known.required <= values.keys():
        raise _Unsure
    return _made(shape, values)


def _made(shape: type[AnyShape], values: dict[str, object]) -> AnyShape:
    """A shape with these values, which pydantic does not look at once more."""
    made = object.__new__(shape)
    _set(made, "__dict__", values)
    _set(made, "__pydantic_fields_set__", set(values))
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


def _below(entry: Entry, node: Node) -> object:
    """What stands at a key and is more than a text."""
    if entry.items is not None and type(node) is SequenceNode:
        return _items(entry.items, node)
    if entry.free:
        return _free(node)
    if len(entry.shapes) == 1:
        return _shape(entry.shapes[0], node)
    return _shape(_meant(entry.shapes, node), node)


def _items(entry: Entry, node: Node) -> list[object]:
    if not node.value:
        raise _Unsure
    return [
        _text(one, entry.words) if type(one) is ScalarNode and entry.text else _below(entry, one)
        for one in node.value
    ]


def _free(node: Node) -> dict[Typed, Typed]:
    """A mapping whose keys are the editor's own."""
    if type(node) is not MappingNode:
        raise _Unsure
    made = {_text(key): _text(value) for key, value in node.value}
    if len(made) != len(node.value) or not made or "<<" in made:
        raise _Unsure
    return made


def _meant(shapes: Sequence[type[Shape]], node: Node) -> type[Shape]:
    """The one shape whose required keys are all there: no two share all of theirs."""
    if type(node) is not MappingNode:
        raise _Unsure
    keys = {key.value for key, _ in node.value if type(key) is ScalarNode}
    for shape in shapes:
        if entries(shape).needed <= keys:
            return shape
    raise _Unsure


def _text(node: Node, words: AbstractSet[str] | None = None) -> Typed:
    """A scalar that is not empty, and one of `words` where there are any."""
    if type(node) is not ScalarNode:
        raise _Unsure
    value = node.value
    if not node.style and (not value or value == "~"):
        raise _Unsure
    if words is not None and value not in words:
        raise _Unsure
    made = Typed(value)
    made.start, made.end = node.start_mark.index, node.end_mark.index
    made.style = node.style
    return made
