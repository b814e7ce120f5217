"""A diagnostic as an annotation of a pull request (GitHub's workflow commands)."""

from recoupe.diagnostics import Diagnostic

# https://docs.github.com/actions/reference/workflow-commands-for-github-actions
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


MOST_SHOWN = 10  # annotations of each severity that GitHub shows of one step; the rest is dropped


def github_line(diagnostic: Diagnostic, folder: str = "") -> str:
    """The workflow command that annotates the line of `diagnostic`.

    `folder` is the project's, seen from the repository's root, where GitHub looks for the file:
    empty, or with a slash at its end.
    """
    place = diagnostic.place
    properties = {
        "file": f"{folder}{place.path}",
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
