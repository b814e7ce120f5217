"""From the path that pydantic gives a mistake, to the piece of the file and its shape."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from recoupe.reading.nodes import MISSING, Node, Series, Table, missing_text, series, table, typed
from recoupe.reading.shape_texts import Shape
from recoupe.reading.shapes_accounts import SILENT_TAG, SPEAKING_TAG, SilentShape, SpeakingShape
from recoupe.reading.shapes_quotes import EXACT_TAG, PASSAGE_TAG, ExactShape, PassageShape

_TAGGED: Mapping[str, type[Shape]] = MappingProxyType(
    {
        SPEAKING_TAG: SpeakingShape,
        SILENT_TAG: SilentShape,
        EXACT_TAG: ExactShape,
        PASSAGE_TAG: PassageShape,
    }
)


@dataclass(frozen=True, slots=True)
class Spot:
    """The entry `key` of `around`, which should be a `shape`; `node` is None where it is missing.

    `shape` is None where `around` is a list or a mapping with free keys. `field` is the shape and
    the key of the entry, or of the list whose item it is.
    """

    around: Table | Series
    key: str | int
    node: Node | None
    shape: type[Shape] | None
    field: tuple[type[Shape], str] | None

    @property
    def name(self) -> str:
        """The key of the entry, or of the list whose item it is."""
        return str(self.key) if self.field is None else self.field[1]


def spot(root: Table, shape: type[Shape], loc: Sequence[str | int]) -> Spot:
    """Where the mistake at pydantic's `loc` stands in the file whose tree is `root`."""
    around: Node | None = root
    node: Node | None = root
    current: type[Shape] | None = shape
    reached: type[Shape] | None = shape
    field: tuple[type[Shape], str] | None = None
    key: str | int = ""
    for step in loc:
        if isinstance(step, str) and step.startswith("("):
            reached = _TAGGED.get(step, reached)
            continue
        if step == "[key]":
            break
        around, current, key = node, reached, step
        node = _entry(around, step)
        if isinstance(step, str):
            reached = _shape_below(current, step)
            field = (current, step) if current is not None and step in keys(current) else None
    if not isinstance(around, Table | Series):
        raise TypeError(f"there is no entry at {loc}")
    inside = current if isinstance(around, Table) else None
    return Spot(around, key, node, inside, field)


def keys(shape: type[Shape]) -> tuple[str, ...]:
    """The keys of a shape as they stand in a file."""
    return tuple(field.alias or name for name, field in shape.model_fields.items())


def stand_in(shape: type[Shape], key: str) -> Node:
    """What keeps the place of an entry that is missing, so that the rest can be read."""
    return _stand_in(_annotation(shape, key))


def stand_in_item(shape: type[Shape], key: str) -> Node:
    """What keeps the place of an item of the list that stands at `key`."""
    return _stand_in(_item(_annotation(shape, key)))


def _item(annotation: Any) -> Any:
    """What the items of a list are, wherever in the annotation the list stands."""
    if get_origin(annotation) is list:
        return get_args(annotation)[0]
    return next(filter(None, map(_item, get_args(annotation))), None)


def _entry(around: Node | None, step: str | int) -> Node | None:
    if isinstance(around, Series) and isinstance(step, int):
        return around[step]
    if isinstance(around, Table) and isinstance(step, str):
        return around.get(step)
    return None


def _shape_below(shape: type[Shape] | None, key: str | int) -> type[Shape] | None:
    """The one shape that stands below `key`; None where there is none, or a tag will tell."""
    if shape is None or key not in keys(shape):
        return None
    below = list(_shapes(_annotation(shape, str(key))))
    return below[0] if len(below) == 1 else None


def _shapes(annotation: Any) -> Iterator[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for part in get_args(annotation):
        yield from _shapes(part)


def _annotation(shape: type[Shape], key: str) -> Any:
    for name, field in shape.model_fields.items():
        if (field.alias or name) == key:
            return field.annotation
    raise KeyError(key)


def _stand_in(annotation: Any) -> Node:
    origin = get_origin(annotation)
    if origin in {Annotated, Union, UnionType}:
        return _stand_in(get_args(annotation)[0])
    if origin is list:
        listed = series(0, flow=False)
        listed.append(_stand_in(get_args(annotation)[0]))
        return listed
    if origin is dict:
        return _stand_in_table({"": missing_text()})
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        fields = annotation.model_fields.items()
        named = {field.alias or name: field for name, field in fields}
        required = {key: field for key, field in named.items() if field.is_required()}
        required = required or dict(list(named.items())[:1])  # no mapping may be empty
        return _stand_in_table(
            {key: _stand_in(field.annotation) for key, field in required.items()}
        )
    return missing_text()


def _stand_in_table(entries: Mapping[str, Node]) -> Table:
    made = table(0, flow=False)
    for key, node in entries.items():
        made[typed(key, 0, 0, style=MISSING)] = node
    return made
