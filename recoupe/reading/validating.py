"""A file's tree to its shape, whatever is wrong with it.

pydantic gives a shape or all mistakes, never both. So what is wrong is reported, taken out and
replaced, and the rest is checked again: a mistake never hides what stands beside it, and the
conversion meets only whole shapes.
"""

from collections.abc import Sequence
from typing import TypeVar

from pydantic import ValidationError

from recoupe.diagnostics import Report
from recoupe.reading.lines import LocatedText
from recoupe.reading.nodes import Node, Series, Table, typed
from recoupe.reading.shape_mistakes import report_mistake
from recoupe.reading.shape_paths import Spot, spot, stand_in, stand_in_item
from recoupe.reading.shape_texts import Shape

AnyShape = TypeVar("AnyShape", bound=Shape)


def validated(
    shape: type[AnyShape], root: Node, file: LocatedText, report: Report
) -> AnyShape | None:
    """What `root` holds, with stand-ins for what is missing; None where it is no mapping."""
    if not isinstance(root, Table):
        found = "a list" if isinstance(root, Series) else "a text"
        message = f"the file holds {found}, and a mapping was expected"
        report.add("type-wrong", file.place(root.start), message, help="write `key: value` lines")
        return None
    while True:
        try:
            return shape.model_validate(root)
        except ValidationError as found_wrong:
            _set_right(found_wrong, shape, root, file, report)


def _set_right(
    found: ValidationError, shape: type[Shape], root: Table, file: LocatedText, report: Report
) -> None:
    """Report the mistakes and take them out of `root`."""
    mistakes = found.errors(include_url=False)
    spots = [spot(root, shape, mistake["loc"]) for mistake in mistakes]
    for mistake, where in zip(mistakes, spots, strict=True):
        report_mistake(mistake["type"], mistake.get("ctx", {}), where, file, report)
    _take_out(spots)


def _take_out(spots: Sequence[Spot]) -> None:
    for where in spots:
        if where.node is None:
            _fill(where)
        elif isinstance(where.node, Series) and not where.node and where.shape is not None:
            where.node.append(stand_in_item(where.shape, str(where.key)))
        elif isinstance(where.around, Table) and where.key in where.around:
            del where.around[where.around.key(str(where.key))]
            where.around.lost |= {str(where.key)}
    _drop_items(spots)


def _fill(where: Spot) -> None:
    if isinstance(where.around, Table) and where.shape is not None:
        key = typed(str(where.key), where.around.start, where.around.start, style="")
        where.around[key] = stand_in(where.shape, str(where.key))


def _drop_items(spots: Sequence[Spot]) -> None:
    """Take the items out of their lists, the last first, so that the others keep their numbers."""
    items = {(id(where.around), where.key): where for where in spots}
    for where in sorted(items.values(), key=lambda one: str(one.key).zfill(9), reverse=True):
        if isinstance(where.around, Series) and isinstance(where.key, int):
            where.around.lost = True
            del where.around[where.key]
