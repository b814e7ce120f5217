"""JSON Schemas of the fact files, for the editor's plug-in, out of the same types that read them.

Draft 7, because the YAML language server of most editors knows no later one whole. A schema may let
pass what the build refuses; never the other way round. What it knows of other files is the names
that they have, which are filled in: an id that is not among them is refused by the build, too.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from recoupe.reading.shape_texts import NAMES_KEY, Shape
from recoupe.reading.shapes_claims import ClaimShape
from recoupe.reading.shapes_discrepancies import DiscrepancyShape
from recoupe.reading.shapes_sites import SiteShape
from recoupe.reading.shapes_sources import SourceShape

_SHAPES: Mapping[str, type[Shape]] = MappingProxyType(
    {
        "site": SiteShape,
        "source": SourceShape,
        "claim": ClaimShape,
        "discrepancy": DiscrepancyShape,
    }
)
_DRAFT_7 = "http://json-schema.org/draft-07/schema#"
_WORDS = frozenset({"description", "examples"})  # what an enumeration leaves of a schema
_REFERENCE = "#/definitions/{model}"


Names = Mapping[str, Sequence[str]]
_OPEN = frozenset(
    {"tags", "accounts"}
)  # where the build takes a name that is not among those known
_PARSED = MappingProxyType({"true": True, "false": False})  # ids that a plug-in takes for no text


def schemas(names: Names | None = None) -> dict[str, dict[str, Any]]:
    """The schema of each kind of fact file, by its name: site, source, claim, discrepancy.

    `names` are those that the project has, by what they are names of: sources, claims, ratings,
    tags, accounts (`source` or `source#id`) and texts. Of a kind without names any is taken.
    """
    known = names or {}
    return {name: _named(_schema(name, shape), known) for name, shape in _SHAPES.items()}


def _schema(name: str, shape: type[Shape]) -> dict[str, Any]:
    made = shape.model_json_schema(ref_template=_REFERENCE, schema_generator=_Draft7)
    definitions = made.pop("$defs", {})
    titled = {"$schema": _DRAFT_7, "title": f"Recoupe: a {name}"}
    return titled | {**_plain(made), "definitions": _plain(definitions)}


def _named(schema: Any, names: Names) -> Any:
    """The schema with the project's names in the places of what may name something."""
    if isinstance(schema, list):
        return [_named(one, names) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _named(value, names) for key, value in schema.items() if key != NAMES_KEY}
    family = schema.get(NAMES_KEY)
    if not isinstance(family, str) or not names.get(family):
        return kept
    listed = {"enum": [*names[family], *(_PARSED[id] for id in names[family] if id in _PARSED)]}
    if family in _OPEN:
        rules = {key: kept.pop(key) for key in ("type", "pattern", "maxLength") if key in kept}
        return kept | {"anyOf": [listed, rules]}
    return {key: value for key, value in kept.items() if key in _WORDS} | listed


class _Draft7(GenerateJsonSchema):
    schema_dialect = _DRAFT_7


def _plain(schema: Any) -> Any:
    """The schema without what only Python's optional values put there.

    An optional key may be left out, never be null; and the generated titles repeat the keys.
    """
    if isinstance(schema, list):
        return [_plain(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if not _is_noise(key, value)}
    options = kept.get("anyOf")
    if isinstance(options, list) and {"type": "null"} in options:
        kept |= _required(kept.pop("anyOf"))
    return {key: _plain(value) if key != "examples" else value for key, value in kept.items()}


def _is_noise(key: str, value: object) -> bool:
    generated_title = key == "title" and isinstance(value, str)
    return generated_title or (key == "default" and value is None)


def _required(options: list[dict[str, Any]]) -> dict[str, Any]:
    """What is left of "this or null"; draft 7 wants a reference that has neighbours wrapped."""
    left = [option for option in options if option != {"type": "null"}]
    if len(left) > 1 or "$ref" in left[0]:
        return {"allOf": left} if len(left) == 1 else {"anyOf": left}
    return left[0]
