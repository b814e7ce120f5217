"""A picture in the look of the pages: ink on paper, the strands of the masthead's sign, the band.

Right-to-left scripts and those that need shaping are not written: see `typeface`. A claim in one
of them has the site's title on its picture, and no verdict, which would seem to be on the title.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from PIL import Image, ImageDraw

from recoupe.pages.pictures import HEIGHT, WIDTH
from recoupe.pages.views.pictures import PictureView
from recoupe.picturing.characters import written
from recoupe.picturing.colours import coloured_png
from recoupe.picturing.fitting import Box, Setting, fitted
from recoupe.picturing.typeface import HEADLINE, RUNNING, Typeface, typeface

_INK, _GROUND = 0, 255  # in grey, until it is coloured

# The layout, in pixels.
_MARGIN = 72
_INNER = WIDTH - 2 * _MARGIN
_BAR = 13  # the dark edge at the top of every page
_TITLE_TOP, _HEADING_TOP, _NOTE_GAP = 46, 112, 34
_LEADING = 1.14  # of the size, from one line to the next
_STAMP_BASE, _STAMP_HEIGHT, _STAMP_PADDING = 494, 58, 22
_BAND = (547, 590)  # its upper and its lower edge
_STRANDS = (521, 568, 615)  # the middle one lies on the band
_KNOT, _KNOT_RADIUS = 1020, 25
_GAP = (940, 1100)  # in the last strand, which says nothing there
_STROKE = 5

_Cut = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Style:
    """How a kind of text is set."""

    cut: _Cut
    box: Box


_TITLE = _Style(HEADLINE, Box(_INNER, ((30, 1),)))
_HEADING = _Style(HEADLINE, Box(_INNER, ((84, 3), (74, 4), (66, 4), (58, 5), (50, 5), (42, 6))))
_NOTE = _Style(RUNNING, Box(_INNER, ((34, 4),)))
_STAMP = _Style(HEADLINE, Box(_INNER - 2 * _STAMP_PADDING, ((34, 1),)))
_STYLES = (_TITLE, _HEADING, _NOTE, _STAMP)


@dataclass(frozen=True, slots=True)
class _Pen:
    """What draws, and the typefaces that it writes with, by style."""

    draw: ImageDraw.ImageDraw
    faces: Mapping[_Style, Typeface]

    def setting(self, text: str | None, style: _Style, box: Box | None = None) -> Setting | None:
        """How a text is set; None where there is none, or none that can be written.

        `box` is the room for it where that depends on what stands above.
        """
        face = self.faces[style]
        wording = written(text, face.has) if text else None
        return fitted(wording, box or style.box, face.width) if wording else None


def drawing() -> Callable[[PictureView], bytes]:
    """What draws a picture as PNG; making it loads the typeface, once for all pictures."""
    faces = {one: typeface(one.cut, (size for size, _ in one.box.sizes)) for one in _STYLES}

    def picture_png(view: PictureView) -> bytes:
        grey = Image.new("L", (WIDTH, HEIGHT), _GROUND)
        _compose(_Pen(ImageDraw.Draw(grey), faces), view)
        return coloured_png(grey, _BAND)

    return picture_png


def _compose(pen: _Pen, view: PictureView) -> None:
    pen.draw.rectangle((0, 0, WIDTH, _BAR), fill=_INK)
    _strands(pen.draw)
    if heading := pen.setting(view.heading, _HEADING):
        _write(pen, pen.setting(view.site, _TITLE), _TITLE, _TITLE_TOP)
        below = _write(pen, heading, _HEADING, _HEADING_TOP)
        _note(pen, view.note, below + _NOTE_GAP)
        _stamp(pen, pen.setting(view.stamp, _STAMP), given=view.given)
    else:
        _write(pen, pen.setting(view.site, _HEADING), _HEADING, _HEADING_TOP)


def _write(pen: _Pen, setting: Setting | None, style: _Style, top: float) -> float:
    """Write lines from `top` down; tells where they end."""
    if setting is None:
        return top
    font = pen.faces[style].fonts[setting.size]
    for line in setting.lines:
        pen.draw.text((_MARGIN, top), line, font=font, fill=_INK)
        top += setting.size * _LEADING
    return top


def _note(pen: _Pen, text: str | None, top: float) -> None:
    """As many lines as there is room for above the strands."""
    ((size, most),) = _NOTE.box.sizes
    room = min(most, int((_STAMP_BASE - top) / (size * _LEADING)))
    if room > 0:
        box = replace(_NOTE.box, sizes=((size, room),))
        _write(pen, pen.setting(text, _NOTE, box), _NOTE, top)


def _stamp(pen: _Pen, setting: Setting | None, *, given: bool) -> None:
    """The verdict's label on ink; a claim that is open has a frame without a ground."""
    if setting is None:
        return
    (label,), font = setting.lines, pen.faces[_STAMP].fonts[setting.size]
    right = round(_MARGIN + 2 * _STAMP_PADDING + font.getlength(label))
    frame = (_MARGIN, _STAMP_BASE - _STAMP_HEIGHT, right, _STAMP_BASE)
    pen.draw.rectangle(frame, fill=_INK if given else _GROUND, outline=_INK, width=_STROKE)
    place = (_MARGIN + _STAMP_PADDING, _STAMP_BASE - _STAMP_HEIGHT // 2)
    pen.draw.text(place, label, font=font, fill=_GROUND if given else _INK, anchor="lm")


def _strands(draw: ImageDraw.ImageDraw) -> None:
    """Three strands over the whole width: the middle one has a knot, the last one a gap."""
    for strand in _STRANDS:
        draw.line((0, strand, WIDTH, strand), fill=_INK, width=_STROKE)
    draw.circle((_KNOT, _STRANDS[1]), _KNOT_RADIUS, fill=_INK)
    draw.line((_GAP[0], _STRANDS[2], _GAP[1], _STRANDS[2]), fill=_GROUND, width=_STROKE)
