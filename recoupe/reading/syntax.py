"""The first syntax error of a file, told to somebody who writes prose and not YAML.

Most of them are one thing: a text that begins with a sign, or has ": " in it, and stands without
quotes. Whether a line is of that kind is found by reading its text alone, not by a list of signs,
so that this judgement and libyaml's never differ.
"""

import re
from collections.abc import Set as AbstractSet

import yaml

from recoupe.diagnostics import Report
from recoupe.reading.lines import LocatedText
from recoupe.reading.quoting import block_help, quoted_line, quoted_piece

_KEY_LINE = re.compile(r"\s*(?:- +)*[A-Za-z_][\w-]*:(?:\s|$)")
_ENTRY = re.compile(r"\s*(?:- +)*(?:[A-Za-z_][\w-]*: +)?(?P<text>\S.*)")


def report_syntax(
    mistake: yaml.MarkedYAMLError, file: LocatedText, report: Report, *, known: AbstractSet[int]
) -> None:
    """Add the one diagnostic for a text that is not YAML.

    `known` are the beginnings of lines of which it was said already that their text needs quotes.
    """
    offset = _offset(mistake, file)
    if file.line_of(offset)[0] in known:
        return
    if file.text[offset : offset + 1] == "\t":
        _report_tab(file, offset, report)
    elif "quoted scalar" in (mistake.context or "") and "end of stream" in _told(mistake):
        _report_unclosed(mistake, file, report)
    elif (help_text := _unquoted(mistake, file, offset)) is not None:
        start, line = file.line_of(offset)
        place = file.place(*_text_span(start, line, offset))
        message = f"unquoted, this text is not YAML: {_told(mistake)}"
        report.add("yaml-unquoted", place, message, help=help_text)
    else:
        _report_other(mistake, file, report)


def _offset(mistake: yaml.MarkedYAMLError, file: LocatedText) -> int:
    """Where the mistake is seen; the last character of the file where it is seen at its end."""
    mark = mistake.problem_mark or mistake.context_mark
    return 0 if mark is None else min(mark.index, max(len(file.text) - 1, 0))


def _told(mistake: yaml.MarkedYAMLError) -> str:
    return (mistake.problem or "it cannot be read").removesuffix(".")


def _report_tab(file: LocatedText, offset: int, report: Report) -> None:
    report.add(
        "yaml-tab",
        file.place(offset, offset + 1),
        "a tab stands where YAML wants spaces",
        help="indent with spaces",
    )


def _report_unclosed(mistake: yaml.MarkedYAMLError, file: LocatedText, report: Report) -> None:
    start = 0 if mistake.context_mark is None else mistake.context_mark.index
    mark = file.text[start : start + 1]
    report.add(
        "yaml-syntax",
        file.place(start, start + 1),
        f"the quotation mark `{mark}` is never closed",
        help=f"close it with `{mark}`, or write the text as a block after `>-`",
    )


def _report_other(mistake: yaml.MarkedYAMLError, file: LocatedText, report: Report) -> None:
    offset = _offset(mistake, file)
    if mistake.problem == "could not find expected ':'" and mistake.context_mark is not None:
        offset = mistake.context_mark.index
    context = f" {mistake.context}" if mistake.context else ""
    report.add(
        "yaml-syntax",
        file.place(offset, offset + 1),
        f"the file is not YAML: {_told(mistake)}{context}",
        help="look at this line and the one above it: indentation, a missing `:` or bracket",
    )


def _unquoted(mistake: yaml.MarkedYAMLError, file: LocatedText, offset: int) -> str | None:
    """What to type, where the line's text is not YAML for want of quotes; None where it is."""
    start, line = file.line_of(offset)
    in_brackets = "flow" in (mistake.context or "")
    if in_brackets and (piece := quoted_piece(line, offset - start)) is not None:
        return piece
    entry = _ENTRY.fullmatch(line)
    if entry is None or _readable(entry["text"]):
        return None
    if _KEY_LINE.match(line) or line.lstrip().startswith("- "):
        return quoted_line(line, continued=_continued(file, start, line))
    return f"quote the whole text, or {block_help('')}"


def _continued(file: LocatedText, start: int, line: str) -> bool:
    """Whether the next line, indented deeper, goes on with the text of this one."""
    after = file.text[start + len(line) :].lstrip("\r\n").split("\n", 1)[0]
    indented = len(after) - len(after.lstrip()) > len(line) - len(line.lstrip())
    return indented and not _KEY_LINE.match(after) and not after.lstrip().startswith("- ")


def _text_span(start: int, line: str, offset: int) -> tuple[int, int]:
    """The text of the line, from the sign at `offset` where the line has no text of its own."""
    entry = _ENTRY.fullmatch(line)
    if entry is None:
        return offset, offset + 1
    return start + entry.start("text"), start + len(line.rstrip())


def _readable(text: str) -> bool:
    """Whether `text`, alone, is a text of YAML, or a list or mapping in brackets."""
    loader = yaml.CSafeLoader(text)
    try:
        events = []
        while loader.check_event():
            events.append(loader.get_event())
    except yaml.YAMLError:
        return False
    finally:
        loader.dispose()
    return len(events) > 2 and not _is_block_mapping(events[2])


def _is_block_mapping(event: yaml.Event | None) -> bool:
    return isinstance(event, yaml.MappingStartEvent) and not event.flow_style
