"""What pictures are drawn with: whatever changes here changes pictures, and so their keys.

It stands apart from the drawing, because a build that has nothing to draw need not load that.
"""

from importlib.metadata import version

TYPEFACE = "fontpkg-source-serif-4"
_DRAWING = 1  # to be raised with every change of how pictures are drawn


def tools() -> tuple[str, ...]:
    """The drawing, the library and the typeface, each with its version."""
    packages = ("pillow", TYPEFACE)
    return (f"drawing {_DRAWING}", *(f"{name} {version(name)}" for name in packages))
