"""A drawing in grey, coloured and made into a small file.

Grey runs from ink (0) to the ground (255). The ground is paper, and marked in a band across; each
has a ramp of eight steps down to ink. Sixteen colours take half a byte for a pixel.
"""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image

# The colours of tokens.css by day. A project that changes those keeps these in its pictures.
_PAPER, _MARK, _INK = (0xF4, 0xF5, 0xF1), (0xFF, 0xF0, 0x6B), (0x15, 0x18, 0x1C)
_STEPS = 8  # of each ramp: two ramps fill four bits, and nobody sees finer edges of letters
_COMPRESSION = 6  # 14 KB in 18 ms; the highest level takes 68 ms and saves one in ten


def coloured_png(grey: Image.Image, band: tuple[int, int]) -> bytes:
    """The drawing as PNG, marked between the upper and the lower edge of `band`."""
    steps = grey.point([level * _STEPS // 256 for level in range(256)])
    marked = (0, band[0], grey.width, band[1])
    steps.paste(steps.crop(marked).point([step + _STEPS for step in range(256)]), marked)
    coloured = Image.frombytes("P", steps.size, steps.tobytes())
    coloured.putpalette([part for ground in (_PAPER, _MARK) for part in _ramp(ground)])
    made = BytesIO()
    coloured.save(made, "PNG", bits=4, compress_level=_COMPRESSION)
    return made.getvalue()


def _ramp(ground: tuple[int, int, int]) -> Iterator[int]:
    """The reds, greens and blues of the steps from ink to `ground`."""
    for step in range(_STEPS):
        for dark, light in zip(_INK, ground, strict=True):
            yield dark + (light - dark) * step // (_STEPS - 1)
