"""One stylesheet out of many small files, each in the cascade layer that its name says.

Layers are given here and not in the files, so that no component can win over another by being
more specific or later. A project adds a component by adding a file; a file that is none of the
named ones is a component.
"""

import re
from collections.abc import Mapping

_LAYERS = ("tokens", "base", "layout", "components", "print")

# Strings and url() are kept as they are. A comment that stands between two signs is kept too:
# without it they would become one.
_LOOSE = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\))"""
    r"""|(?<!\S)/\*.*?\*/|/\*.*?\*/(?!\S)""",
    re.DOTALL,
)
_INDENT = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)]*\)|/\*.*?\*/)|\s*\n\s*""",
    re.DOTALL,
)


def stylesheet(files: Mapping[str, str]) -> str:
    """The site's stylesheet from `files`, whose names are relative to `assets/css`.

    A URL in it is relative to `assets/`, where the stylesheet is written.
    """
    sheets = [f"@layer {', '.join(_LAYERS)};"]
    for layer in _LAYERS:
        names = sorted(name for name in files if _layer(name) == layer)
        sheets += [f"@layer {layer} {{\n{_compact(files[name])}\n}}" for name in names]
    return "\n".join(sheets) + "\n"


def _layer(name: str) -> str:
    """The layer of a file: its own for the named ones, else `components`."""
    stem = name.removesuffix(".css")
    return stem if stem in _LAYERS else "components"


def _compact(text: str) -> str:
    """The rules without comments and indentation, which no reader needs to load."""
    without_comments = _LOOSE.sub(lambda match: match["kept"] or "", text)
    return _INDENT.sub(lambda match: match["kept"] or "\n", without_comments).strip()
