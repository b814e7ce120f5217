"""A report for programs: one JSON object."""

import json
from typing import Any

from recoupe.diagnostics import Diagnostic, Place, Report


def json_text(report: Report) -> str:
    """`{"errors", "warnings", "diagnostics": [{path, line, column, width, severity, code, …}]}`."""
    content = {
        "errors": report.errors,
        "warnings": report.warnings,
        "diagnostics": [_row(one) for one in report],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def _row(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        **_position(diagnostic.place),
        "severity": diagnostic.severity,
        "code": diagnostic.code,
        "message": diagnostic.message,
        "help": diagnostic.help or None,
        "related": [{**_position(one.place), "note": one.note} for one in diagnostic.related],
    }


def _position(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "width": place.width,
    }
