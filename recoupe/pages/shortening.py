"""Long texts cut short for a label or a line, between words and with an ellipsis."""

import re

_ELLIPSIS = "…"
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def shortened(text: str, width: int) -> str:
    """`text` on one line and in at most `width` characters, the ellipsis of a cut included.

    No-break spaces stay: they are part of how the text is set.
    """
    line = _SPACES.sub(" ", text).strip()
    if len(line) <= width:
        return line
    room = line[: width - len(_ELLIPSIS) + 1]
    kept = room.rpartition(" ")[0] or room[:-1]
    return kept.rstrip(" ,;:–—-\u00a0") + _ELLIPSIS
