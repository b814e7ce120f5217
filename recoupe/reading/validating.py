"""A file's tree to its shape, whatever is wrong with it.

pydantic gives a shape or all mistakes, never both. So what is wrong is reported, replaced by a
stand-in, and the rest is checked again: a mistake never hides what stands beside it, and the
conversion meets only whole shapes.
"""

from typing import TypeVar

from pydantic import ValidationError

from recoupe.diagnostics import Report
from recoupe.reading.lines import LocatedText
from recoupe.reading.nodes import MISSING, Node, Series, Table, missing_text, typed
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
    """Report the mistakes and put stand-ins in their place."""
    mistakes = found.errors(include_url=False)
    spots = [spot(root, shape, mistake["loc"]) for mistake in mistakes]
    for mistake, where in zip(mistakes, spots, strict=True):
        report_mistake(mistake["type"], mistake.get("ctx", {}), where, file, report)
    for where in spots:
        _replace(where)


def _replace(where: Spot) -> None:
    """Put a stand-in where the mistake is; take a key out that is not known."""
    around = where.around
    if isinstance(around, Series) and isinstance(where.key, int) and where.field:
        around[where.key] = stand_in_item(*where.field)
    elif isinstance(around, Table) and where.field:
        _put(around, str(where.key), stand_in(*where.field))
    elif isinstance(around, Table) and where.shape is None:
        _put(around, str(where.key), missing_text())
    elif isinstance(around, Table):
        around.pop(str(where.key), None)


def _put(around: Table, key: str, node: Node) -> None:
    """Set the key, as typed where it is there."""
    typed_key = around.key(key) if key in around else typed(key, 0, 0, style=MISSING)
    around[typed_key] = node
