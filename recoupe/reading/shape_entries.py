"""What may stand in a mapping, by key, out of the types that pydantic checks and schemas describe.

A second list of the keys would drift away from the first; this one is made of it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args, get_origin

from recoupe.reading.nodes import Typed
from recoupe.reading.shape_texts import Scalar, Shape


@dataclass(frozen=True, slots=True)
class Entry:
    """What may stand at a key, or in a list: a text, a list, a mapping of these.

    `attribute` is its name in the shape; `words` are the only texts it takes, if there are such;
    `items` is what a list may hold, None where none may stand; `shapes` are the mappings that may
    stand, and `free` tells whether one with any keys may.
    """

    attribute: str
    text: bool
    words: frozenset[str] | None
    items: "Entry | None"
    shapes: tuple[type[Shape], ...]
    free: bool


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a shape by key as it stands in a file.

    `required` are the attributes that must be given, `needed` their keys; `defaults` is what the
    other attributes are where they are left out.
    """

    by_key: Mapping[str, Entry]
    required: frozenset[str]
    needed: frozenset[str]
    defaults: Mapping[str, object]


@cache
def entries(shape: type[Shape]) -> Entries:
    """The entries of `shape`; they follow from the class alone."""
    fields = {field.alias or name: (name, field) for name, field in shape.model_fields.items()}
    return Entries(
        {key: _entry(name, field.rebuild_annotation()) for key, (name, field) in fields.items()},
        frozenset(name for name, field in fields.values() if field.is_required()),
        frozenset(key for key, (_, field) in fields.items() if field.is_required()),
        {name: None for name, field in fields.values() if not field.is_required()},
    )


def _entry(attribute: str, annotation: Any) -> Entry:
    parts = tuple(_parts(annotation))
    words = [frozenset(part.words) for part in parts if isinstance(part, Scalar) and part.words]
    lists = [get_args(part)[0] for part in parts if get_origin(part) is list]
    return Entry(
        attribute=attribute,
        text=Typed in parts,
        words=words[0] if words else None,
        items=_entry(attribute, lists[0]) if lists else None,
        shapes=tuple(part for part in parts if isinstance(part, type) and issubclass(part, Shape)),
        free=any(get_origin(part) is dict for part in parts),
    )


def _parts(annotation: Any) -> Iterator[Any]:
    """What an annotation is made of, but for what is inside lists and mappings."""
    yield annotation
    if get_origin(annotation) not in {list, dict}:
        for part in get_args(annotation):
            yield from _parts(part)
