"""Where in a file's text an edit is made, and by which characters.

What is put in stands where its neighbours stand: in their column, with their line ends. Nothing is
taken out that holds a comment; whether the rest was left as it was is not judged here.
"""

import re
import textwrap
from collections.abc import Iterator
from typing import NamedTuple, cast

from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.snippets import Value, entry_lines, flow_text, item_lines, scalar_text
from recoupe.editing.trees import column, is_block, scalars, true_end
from recoupe.reading.lines import LocatedText
from recoupe.reading.nodes import Node, Series, Table, Typed

_INDENT = 2  # columns; how far lists stand below their keys in a file that has none yet
_NARROWEST = 60  # characters; a block of shorter lines than that gets lines of this length
_FOLDED_HEAD = re.compile(r">-[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_FLOW_STYLES = frozenset({"", "'", '"'})


class Splice(NamedTuple):
    """The characters `start` to `end` of a file are replaced by `new`."""

    start: int
    end: int
    new: str


def replacing(file: LocatedText, node: Node, value: Value, *, flow: bool) -> Iterator[Splice]:
    """`value` in the place of `node`; `flow` says that this is inside brackets."""
    end = true_end(node, file.text)
    if is_block(node) and isinstance(value, str):
        yield from _folded_block(file, node, value)
    _refuse_comments(file, node.start, end, node)
    if not isinstance(value, str):
        yield Splice(node.start, end, flow_text(value))
        return
    style = node.style if isinstance(node, Typed) and node.style in _FLOW_STYLES else ""
    yield Splice(node.start, end, scalar_text(value, style=style, flow=flow))


def appending(file: LocatedText, root: Table, node: Node, value: Value) -> Iterator[Splice]:
    """`value` as the last item of the list `node`."""
    if not isinstance(node, Series):
        raise EditRefusedError("no list stands there")
    if node.flow:
        yield _appended_in_flow(file, node, flow_text(value))
        return
    if not node:
        raise EditRefusedError("the list there is empty")
    last = node[-1]
    style = last.style if isinstance(last, Typed) and last.style in _FLOW_STYLES else ""
    open = isinstance(last, Table) and not last.flow
    lines = item_lines(value, offset=_offset(file, root), style=style, open=open)
    yield _lines_behind(file, true_end(node, file.text), lines, column(file, node.start))


def putting(
    file: LocatedText, root: Table, node: Node, entry: tuple[str, Value]
) -> Iterator[Splice]:
    """The key and value of `entry` as the last of the mapping `node`."""
    key, value = entry
    if not isinstance(node, Table) or not node or key in node:
        raise EditRefusedError(f"no mapping without `{key}` stands there")
    if node.flow:
        yield _appended_in_flow(file, node, f"{key}: {flow_text(value)}")
        return
    lines = entry_lines(key, value, offset=_offset(file, root))
    yield _lines_behind(file, true_end(node, file.text), lines, column(file, node.start))


def removing(file: LocatedText, node: Node, key: str) -> Iterator[Splice]:
    """The mapping `node` without `key`, without the line that only it stands on."""
    if not isinstance(node, Table) or key not in node or len(node) == 1:
        raise EditRefusedError(f"no mapping with `{key}` and another key stands there")
    keys = [cast("Typed", one) for one in node]
    number = keys.index(cast("Typed", key))
    own = keys[number]
    end = max(own.end, true_end(node[key], file.text))
    if number == 0:
        splice = Splice(own.start, keys[1].start, "")
    elif node.flow:
        before = keys[number - 1]
        splice = Splice(max(before.end, true_end(node[before], file.text)), end, "")
    else:
        line_start = file.line_of(own.start)[0]
        splice = Splice(_line_end_before(file.text, line_start), _end_of_line(file, end), "")
    _refuse_comments(file, splice.start, splice.end, own, node[key])
    yield splice


def rewording(
    file: LocatedText, node: Node, words: tuple[str, str], number: int
) -> Iterator[Splice]:
    """The second of `words` in the place of the first, where that stands the `number`th time."""
    old, new = words
    raw = file.text[node.start : node.end]
    at = _nth(raw, old, number)
    if at is None:
        raise EditRefusedError(f"`{old}` does not stand there on one line as it reads")
    yield Splice(node.start + at, node.start + at + len(old), new)


def reworded(text: str, old: str, new: str, *, number: int) -> str:
    """`text` with `new` in the `number`th place of `old`, from 0; unchanged where there is none."""
    at = _nth(text, old, number)
    return text if at is None else text[:at] + new + text[at + len(old) :]


def _nth(text: str, words: str, number: int) -> int | None:
    at = -1
    for _ in range(number + 1):
        at = text.find(words, at + 1) if words else -1
        if at < 0:
            return None
    return at


def _folded_block(file: LocatedText, node: Typed, value: str) -> Iterator[Splice]:
    """The lines of a `>-` block for `value`, as long and as far in as those that stand there."""
    raw = file.text[node.start : true_end(node, file.text)]
    head = _FOLDED_HEAD.match(raw)
    if head is None or "  " in value or value != value.strip():
        return
    lines = _LINE_END.split(raw[head.end() :])
    indent = lines[0][: len(lines[0]) - len(lines[0].lstrip(" "))]
    width = max(*(len(line) - len(indent) for line in lines), _NARROWEST)
    wrapped = textwrap.wrap(value, width, break_long_words=False, break_on_hyphens=False)
    ending = _line_ending(file.text, node.start)
    body = ending.join(indent + line for line in wrapped)
    yield Splice(node.start + head.end(), node.start + len(raw), body)


def _appended_in_flow(file: LocatedText, node: Table | Series, new: str) -> Splice:
    if not node:
        return Splice(node.start + 1, node.start + 1, new)
    if isinstance(node, Table):
        key, value = list(node.items())[-1]
        at = max(cast("Typed", key).end, true_end(value, file.text))
    else:
        at = true_end(node[-1], file.text)
    return Splice(at, at, f", {new}")


def _lines_behind(file: LocatedText, at: int, lines: list[str], indent: int) -> Splice:
    """`lines`, each in the column `indent`, behind the line on which `at` stands."""
    end = _end_of_line(file, at)
    ending = _line_ending(file.text, at)
    return Splice(end, end, "".join(f"{ending}{' ' * indent}{line}" for line in lines))


def _end_of_line(file: LocatedText, at: int) -> int:
    start, line = file.line_of(at)
    return start + len(line)


def _line_end_before(text: str, line_start: int) -> int:
    """Where the line end begins that stands before `line_start`."""
    before = 2 if text[:line_start].endswith("\r\n") else 1
    return max(line_start - before, 0)


def _line_ending(text: str, at: int) -> str:
    """The line end that follows `at`, else the first of the file, else LF."""
    found = _LINE_END.search(text, at) or _LINE_END.search(text)
    return found[0] if found else "\n"


def _offset(file: LocatedText, root: Table) -> int:
    """How far lists are indented below their keys in this file."""
    for key, value in root.items():
        if isinstance(value, Series) and not value.flow and value:
            return column(file, value.start) - column(file, cast("Typed", key).start)
    return _INDENT


def _refuse_comments(file: LocatedText, start: int, end: int, *nodes: Node) -> None:
    """Raise EditRefusedError where a comment stands between `start` and `end`."""
    left = file.text[:end]
    for one in (one for node in nodes for one in scalars(node)):
        begin, until = _words_start(file.text, one), true_end(one, file.text)
        left = left[:begin] + " " * (until - begin) + left[until:]
    at = left[:end].find("#", start)
    if at >= 0:
        raise EditRefusedError(
            f"{file.path}:{file.place(at).line}: a comment stands in what would be replaced;"
            " change it by hand"
        )


def _words_start(text: str, scalar: Typed) -> int:
    """Where the words of a scalar begin: behind the first line of a block, which may comment."""
    if not is_block(scalar):
        return scalar.start
    head = _LINE_END.search(text, scalar.start, scalar.end)
    return head.start() if head else scalar.start
