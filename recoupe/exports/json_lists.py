"""JSON lists in entries: what one claim brings to a file is a text of its own, made whenever it is.

So no list need be in memory as a whole, and a claim's entry can be kept for as long as it stays the
same. The entries, put together, are what the standard library writes with one space of indent.
"""

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

import msgspec

Entry = TypeVar("Entry", bound=Sized)


def json_items(items: object, depth: int) -> bytes:
    """The lines of a list's items, which stand `depth` spaces in; empty where there are none."""
    text = msgspec.json.format(msgspec.json.encode(items), indent=1)
    within = text.removeprefix(b"[").removesuffix(b"]").strip(b"\n")
    return _deeper(b"\n" + within, depth - 1)[1:] if within else b""


def json_list(entries: Iterable[Entry], depth: int) -> Iterator[Entry | bytes]:
    """The list of all items of the `entries`, each as `json_items` gives them for that depth.

    An entry may stand for its text, as long as it has its length.
    """
    separator = b"[\n"
    for entry in entries:
        if len(entry):
            yield separator
            yield entry
            separator = b",\n"
    yield b"[]" if separator == b"[\n" else b"\n" + b" " * (depth - 1) + b"]"


def json_value(value: object, depth: int) -> bytes:
    """A value whose key stands `depth` spaces in."""
    return _deeper(msgspec.json.format(msgspec.json.encode(value), indent=1), depth)


def _deeper(text: bytes, spaces: int) -> bytes:
    """Within strings no line ends, so that every end of a line is one of the layout."""
    return text.replace(b"\n", b"\n" + b" " * spaces) if spaces else text
