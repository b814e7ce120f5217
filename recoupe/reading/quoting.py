"""What to type where a text needs quotation marks.

The line is shown as it should stand, since a rule about YAML's signs helps nobody who writes prose.
"""

import re

_LINE = re.compile(r"(?P<lead>\s*(?:- +)*)(?:(?P<key>[A-Za-z_][\w-]*)(?P<colon>: +))?(?P<text>.*)")
_FLOW_PIECE = re.compile(r"[^{}\[\],]+")
_APOSTROPHES = re.compile(r"'((?:[^']|(?<=\w)'(?=\w))*)'")
# A text that is rightly embraced, and is no YAML all the same, has an escape that YAML lacks.
BAD_ESCAPE = re.compile(r'"([^"\\]*\\[^"]*)"')
_LINE_END = frozenset("\r\n")
_LONGEST_SHOWN = 120  # code points; a longer line is told, not shown


def quoted(text: str) -> str | None:
    """`text` in quotation marks, as YAML reads it back; None where a block reads better."""
    if len(text) > _LONGEST_SHOWN or _LINE_END.intersection(text):
        return None
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return None if "'" in text else f"'{text}'"


def quoted_line(line: str, *, continued: bool = False) -> str:
    """Help for a line whose text needs quotes: the line to type, or how to write a block.

    `continued` says that the text goes on below, where quotes on one line would not do.
    """
    parts = _parts(line)
    text = parts["text"].strip()
    if text.startswith(("{", "[")) and text.endswith(("}", "]")):
        return "inside `{…}` and `[…]`, quote a text that has a colon, a comma or a bracket in it"
    key = f"{parts['key']}: " if parts["key"] else ""
    return quoted_text(f"{parts['lead']}{key}", text, continued=continued)


def quoted_text(opening: str, text: str, *, continued: bool) -> str:
    """Help for a `text` that stands behind `opening` on its line, and needs quotes."""
    opening = opening.lstrip()
    marked = quoted(_without_marks(text))
    if continued or marked is None:
        return block_help(opening)
    return f"quote it: `{opening}{marked}`"


def block_help(opening: str) -> str:
    """Help for a text that is long, or has both kinds of quotation marks in it."""
    begin = f"`{opening}>-`" if opening.strip() else "`>-`"
    return f"write it as a block: {begin}, and the text, indented, on the lines below"


def quoted_piece(line: str, offset: int) -> str | None:
    """Help for the piece of a list or mapping in brackets around `offset`; None where none fits."""
    for piece in _FLOW_PIECE.finditer(line):
        if piece.start() <= offset <= piece.end():
            parts = _parts(piece[0].strip())
            marked = quoted(_without_marks(parts["text"].strip()))
            if marked and parts["key"]:
                return f"quote it: `{parts['key']}: {marked}`"
    return None


def _parts(line: str) -> dict[str, str]:
    found = _LINE.match(line)
    return {"text": line} if found is None else found.groupdict(default="")


def _without_marks(text: str) -> str:
    """`text` without the quotation marks that embrace it though it is no YAML between them."""
    embraced = _APOSTROPHES.fullmatch(text) or BAD_ESCAPE.fullmatch(text)
    return text if embraced is None else embraced[1]
