"""The JSON Schemas of fact files, for an editor's YAML plug-in."""

import json
from pathlib import Path

from recoupe.reading.schemas import schemas


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write a schema for each kind of fact file to `folder`; the files that were written."""
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(_written(folder / f"{name}.json", one) for name, one in schemas().items())


def _written(path: Path, schema: object) -> Path:
    path.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path
