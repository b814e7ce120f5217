"""The typeface of the pictures: one that comes with the tool, so that every machine draws the same.

Layout is FreeType's plain one. Shaping takes a library of the machine's, which may be missing or of
another version, and Latin, Greek and Cyrillic do without.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from PIL.ImageFont import FreeTypeFont, Layout, truetype

from recoupe.picturing.tools import TYPEFACE

_FILE = "SourceSerif4[opsz,wght].ttf"
HEADLINE, RUNNING = (700, 60), (400, 20)  # the weight and the optical size of two cuts
_NOBODY = "\U0010ffff"  # no character, so that no typeface has a glyph for it
_TRIAL_SIZE = 32  # pixels; enough to tell any glyph from the one for missing characters


@dataclass(frozen=True, slots=True)
class Typeface:
    """One cut in the sizes that were asked for, in pixels; `has` tells of one character."""

    fonts: Mapping[int, FreeTypeFont]
    has: Callable[[str], bool]

    def width(self, text: str, size: int) -> float:
        """The width of a line, in pixels."""
        return self.fonts[size].getlength(text)


def typeface(cut: tuple[int, int], sizes: Iterable[int]) -> Typeface:
    """The typeface of the pictures, in one of its cuts."""
    trial = _font(cut, _TRIAL_SIZE)
    missing = bytes(trial.getmask(_NOBODY))

    @cache
    def has(sign: str) -> bool:
        return bytes(trial.getmask(sign)) != missing

    return Typeface({size: _font(cut, size) for size in sizes}, has)


def _font(cut: tuple[int, int], size: int) -> FreeTypeFont:
    path = files(TYPEFACE.replace("-", "_")) / "files" / _FILE
    font = truetype(str(path), size, layout_engine=Layout.BASIC)
    font.set_variation_by_axes(list(cut))
    return font
