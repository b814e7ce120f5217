"""Bytes to text: UTF-8 and nothing else, with the first bad byte named.

No encoding is guessed. What the byte would be in Windows-1252 is told only to help: an accent that
was guessed wrongly would make every quote with it a false one.
"""

import re

from recoupe.diagnostics import Place, Report
from recoupe.reading.lines import LocatedText, located_text

_BYTE_ORDER_MARK = "\ufeff"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# What YAML's character set leaves out; libyaml would refuse the whole file for one of them.
_YAML_SIGNS = "\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff"
_ALL_YAML = re.compile(f"[{_YAML_SIGNS}]*")
_NOT_YAML = re.compile(f"[^{_YAML_SIGNS}]")
_NOT_ARTICLE = re.compile("[\x00-\x08\x0b\x0e-\x1f]")


def article_text(path: str, raw: bytes, report: Report) -> str | None:
    """The text of a captured article, nothing translated; None where it is not UTF-8."""
    text = _decoded(path, raw, report)
    if text is not None:
        _report_controls(located_text(path, text), _NOT_ARTICLE, report)
    return text


def fact_text(path: str, raw: bytes, report: Report) -> LocatedText | None:
    """The text of a fact file; None where it is not UTF-8.

    A byte order mark at its beginning is dropped, as editors do; characters that YAML does not have
    are reported and replaced, so that the file's other mistakes are found too.
    """
    text = _decoded(path, raw, report)
    if text is None:
        return None
    located = located_text(path, text.removeprefix(_BYTE_ORDER_MARK))
    if _ALL_YAML.fullmatch(located.text):  # twice as fast as to search for what is not
        return located
    _report_controls(located, _NOT_YAML, report)
    return located_text(path, _NOT_YAML.sub("\ufffd", located.text))


def _decoded(path: str, raw: bytes, report: Report) -> str | None:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as mistake:
        _report_encoding(path, raw, mistake.start, report)
        return None


def _report_encoding(path: str, raw: bytes, offset: int, report: Report) -> None:
    if raw.startswith(_UTF_16_MARKS):
        message, found = "the file is UTF-16, not UTF-8", Place(path)
    else:
        read = raw[:offset].decode("utf-8")
        line = raw[offset:].split(b"\n", 1)[0].decode("utf-8", "replace")
        located = located_text(path, read + line)
        found = located.place(len(read), len(read) + 1)
        message = f"the byte `0x{raw[offset]:02X}` is not UTF-8{_guess(raw[offset])}"
    report.add("encoding-invalid", found, message, help="save the file as UTF-8")


def _guess(byte: int) -> str:
    letter = bytes([byte]).decode("cp1252", "ignore")
    return f"; in Windows-1252 it is `{letter}`" if letter.isprintable() and letter else ""


def _report_controls(located: LocatedText, refused: re.Pattern[str], report: Report) -> None:
    """Report the first, with how many there are."""
    found = list(refused.finditer(located.text))
    if not found:
        return
    first = found[0]
    more = f", and {len(found) - 1} more in this file" if len(found) > 1 else ""
    report.add(
        "control-character",
        located.place(first.start(), first.end()),
        f"the character U+{ord(first[0]):04X} belongs in no text{more}",
        help="take it out",
    )
