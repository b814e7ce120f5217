"""A diagnostic as an annotation of a pull request (GitHub's workflow commands)."""

from recoupe.diagnostics import Diagnostic

# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def github_line(diagnostic: Diagnostic) -> str:
    """The workflow command that annotates the line of `diagnostic`."""
    place = diagnostic.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.width),
        "title": diagnostic.code,
    }
    listed = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    lines = [diagnostic.message]
    lines += [f"{one.place.path}:{one.place.line}: {one.note}" for one in diagnostic.related]
    lines += [f"help: {diagnostic.help}"] if diagnostic.help else []
    return f"::{diagnostic.severity} {listed}::{chr(10).join(lines).translate(_DATA)}"
