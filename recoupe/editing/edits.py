"""Changes to one fact file, each made by replacing as few characters as it takes.

Programs that load YAML and dump it again reflow lines, even ruamel.yaml's round trip. Here the
places are found in the tree, a snippet is put there, and the outcome is read again: it must say
what was wanted and differ in nothing else, or nothing is changed. That check, and not the care of
the splicing, is what an editor may trust.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from recoupe.editing.refusals import EditRefusedError, refusal
from recoupe.editing.second_reader import second_reading
from recoupe.editing.snippets import Value, value_plain
from recoupe.editing.splices import (
    Splice,
    appending,
    putting,
    removing,
    replacing,
    reworded,
    rewording,
)
from recoupe.editing.trees import Plain, Where, in_flow, node_at, plain, shown, tree
from recoupe.reading.lines import LocatedText, located_text
from recoupe.reading.nodes import Node, Table

_BYTE_ORDER_MARK = "\ufeff"
_LARGEST = 200_000  # characters; ruamel.yaml takes a second for so many, and real files have 20,000


@dataclass(frozen=True, slots=True)
class Replace:
    """What stands at `where` becomes `value`; a text keeps its kind of quotation marks."""

    where: Where
    value: Value


@dataclass(frozen=True, slots=True)
class Append:
    """The list at `where` gets `value` as its last item."""

    where: Where
    value: Value


@dataclass(frozen=True, slots=True)
class Put:
    """The mapping at `where` gets the key `key`, which it does not have, as its last."""

    where: Where
    key: str
    value: Value


@dataclass(frozen=True, slots=True)
class Remove:
    """The mapping at `where` loses the key `key`; it must keep another."""

    where: Where
    key: str


@dataclass(frozen=True, slots=True)
class Reword:
    """In the text at `where`, the `number`th place of `old`, from 0, becomes `new`.

    The words must stand in the file as they read: not over a line's end, without escapes.
    """

    where: Where
    old: str
    new: str
    number: int = 0


Edit = Replace | Append | Put | Remove | Reword


def edited(text: str, edits: Iterable[Edit], *, path: str) -> str:
    """`text`, the content of the fact file `path`, with `edits` made one after the other.

    Every other character stays: comments, order, quotes, indentation, line ends, byte order mark.
    Raises EditRefusedError, with nothing done, where an edit would take a comment with it, would
    change anything else, or where the file has a mistake of YAML's.
    """
    mark = _BYTE_ORDER_MARK if text.startswith(_BYTE_ORDER_MARK) else ""
    content = text.removeprefix(mark)
    if len(content) > _LARGEST:
        message = f"{path}: the file has {len(content):,} characters, more than are written into"
        raise EditRefusedError(f"{message} ({_LARGEST:,}); change it by hand")
    if plain(tree(located_text(path, content))) != second_reading(content):
        raise EditRefusedError(f"{path}: libyaml and ruamel.yaml read this file differently")
    for edit in edits:
        content = _edited(content, edit, path)
    return mark + content


def _edited(text: str, edit: Edit, path: str) -> str:
    file = located_text(path, text)
    root = tree(file)
    node = node_at(root, edit.where)
    expected = _expected(root, edit)
    for splice in _attempts(file, root, node, edit):
        attempt = text[: splice.start] + splice.new + text[splice.end :]
        if _says(attempt, expected, path):
            return attempt
    raise refusal(
        "%(path)s: `%(where)s` cannot be written without touching something else;"
        " change it by hand",
        path=path,
        where=shown(edit.where),
    )


def _attempts(file: LocatedText, root: Table, node: Node, edit: Edit) -> Iterator[Splice]:
    """The ways in which `edit` of `node` may be made, the best first."""
    match edit:
        case Replace(value=value):
            return replacing(file, node, value, flow=in_flow(root, edit.where))
        case Append(value=value):
            return appending(file, root, node, value)
        case Put(key=key, value=value):
            return putting(file, root, node, (key, value))
        case Remove(key=key):
            return removing(file, node, key)
        case Reword(old=old, new=new, number=number):
            return rewording(file, node, (old, new), number)
    assert_never(edit)


def _says(text: str, expected: Plain, path: str) -> bool:
    """Whether both readers find in `text` what is expected."""
    try:
        return plain(tree(located_text(path, text))) == expected == second_reading(text)
    except EditRefusedError:
        return False


def _expected(root: Table, edit: Edit) -> Plain:
    """What the file is to say after `edit`."""
    match edit:
        case Replace(where=where, value=value):
            return _with(plain(root), where, value_plain(value))
        case Append(where=where, value=value):
            there = plain(node_at(root, where))
            items = there if isinstance(there, list) else []
            return _with(plain(root), where, [*items, value_plain(value)])
        case Put(where=where, key=key, value=value):
            return _with(plain(root), (*where, key), value_plain(value))
        case Remove(where=where, key=key):
            there = plain(node_at(root, where))
            keys = there if isinstance(there, dict) else {}
            kept: Plain = {name: one for name, one in keys.items() if name != key}
            return _with(plain(root), where, kept)
        case Reword(where=where, old=old, new=new, number=number):
            text = str(plain(node_at(root, where)))
            return _with(plain(root), where, reworded(text, old, new, number=number))
    assert_never(edit)


def _with(root: Plain, where: Where, value: Plain) -> Plain:
    """`root` with `value` at `where`, which may be a new key of a mapping."""
    if not where:
        return value
    first, *rest = where
    if isinstance(root, dict) and isinstance(first, str):
        return root | {first: _with(root.get(first), tuple(rest), value)}
    if isinstance(root, list) and isinstance(first, int):
        return [
            _with(one, tuple(rest), value) if number == first else one
            for number, one in enumerate(root)
        ]
    raise EditRefusedError(f"nothing stands at `{shown(where)}`")
