"""Values as YAML: one line for a place among others, or lines of a block.

How a text is to be quoted is not judged by rules here: each way is tried, plainest first, and the
first that both readers give back as that text is taken.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from recoupe.anchoring.pasting import double_quoted, scalar
from recoupe.diagnostics import Report
from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.second_reader import second_reading
from recoupe.editing.trees import Plain, plain
from recoupe.reading.composing import composed
from recoupe.reading.lines import located_text

_QUOTE_KEYS = frozenset({"exact", "from"})  # one of them is in every quote that is a mapping

# What ends a line, what no YAML text may hold, and what would show the words in another order than
# they have (UAX #9): none of it is written but escaped.
_UNWRITTEN = re.compile(
    "[\0-\x08\n-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)

Value = str | Sequence["Value"] | Mapping[str, "Value"]


def value_plain(value: Value) -> Plain:
    """What is read where `value` was written."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: value_plain(one) for key, one in value.items()}
    return [value_plain(one) for one in value]


def scalar_text(words: str, *, style: str = "", flow: bool = False) -> str:
    """`words` on one line of YAML, in the `style` wanted (`"`, `'` or none) where they allow it.

    `flow` says that they are to stand inside `{…}` or `[…]`.
    """
    for way in _ways(words, style):
        if _reads(way, words, flow=flow):
            return way
    raise EditRefusedError(f"YAML cannot hold {words!r:.80} on one line")


def flow_text(value: Value) -> str:
    """`value` on one line, mappings as `{…}` and lists as `[…]`."""
    if isinstance(value, str):
        return scalar_text(value, flow=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow_text(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(flow_text, value)) + "]"


def item_text(value: Value, *, style: str = "") -> str:
    """`value` on one line, as it stands behind `- ` or `key: ` in a block."""
    return scalar_text(value, style=style) if isinstance(value, str) else flow_text(value)


def entry_lines(key: str, value: Value, *, offset: int) -> list[str]:
    """The lines of `key: value` in a block; `offset` is how far lists are indented below keys.

    A list of mappings, and a list of texts, stand with one item a line; a mapping below its key.
    """
    if isinstance(value, str):
        return [f"{key}: {scalar_text(value)}"]
    if isinstance(value, Mapping):
        return [f"{key}:", *(f"  {line}" for line in mapping_lines(value, offset=offset))]
    items = [line for one in value for line in item_lines(one, offset=offset)]
    return [f"{key}:", *(" " * offset + line for line in items)]


def mapping_lines(value: Mapping[str, Value], *, offset: int) -> list[str]:
    """The lines of a mapping in a block."""
    return [line for key, one in value.items() for line in entry_lines(key, one, offset=offset)]


def item_lines(value: Value, *, offset: int, style: str = "", open: bool = False) -> list[str]:
    """The lines of an item of a list, the sign before it included.

    A quote with its neighbours stands on one line unless `open`, any other mapping on several.
    """
    if not isinstance(value, Mapping) or not (open or _QUOTE_KEYS.isdisjoint(value)):
        return [f"- {item_text(value, style=style)}"]
    first, *others = mapping_lines(value, offset=offset)
    return [f"- {first}", *(f"  {line}" for line in others)]


def _ways(words: str, style: str) -> Iterator[str]:
    """The ways to write `words`, the one wanted first; the last always holds."""
    single = partial(_single_quoted, words)
    if style == '"':
        yield double_quoted(words)
    if style != "'" and words == words.strip():
        yield words
    if style == "'" and words.isprintable():
        yield single()
    yield from (scalar(words), double_quoted(words))


def _single_quoted(words: str) -> str:
    doubled = words.replace("'", "''")
    return f"'{doubled}'"


def _reads(way: str, words: str, *, flow: bool) -> bool:
    """Whether both readers find `words` where `way` stands, as a value and as an item."""
    if _UNWRITTEN.search(way):
        return False
    lines = f"k: {{v: {way}, w: x}}\nl: [{way}, x]\n" if flow else f"k: {way}\nl:\n- {way}\n"
    expected: Plain = (
        {"k": {"v": words, "w": "x"}, "l": [words, "x"]} if flow else {"k": words, "l": [words]}
    )
    report = Report()
    root = composed(located_text("", lines), report)
    if root is None or len(report) or plain(root) != expected:
        return False
    try:
        return second_reading(lines) == expected
    except EditRefusedError:
        return False
