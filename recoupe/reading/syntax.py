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
from recoupe.reading.quoting import BAD_ESCAPE, block_help, quoted_line, quoted_piece

_NO_COLON = "could not find expected ':'"  # libyaml's words for a line that is no key
_KEY_LINE = re.compile(r"\s*(?:- +)*[A-Za-z_][\w-]*:(?:\s|$)")
_ENTRY = re.compile(r"\s*(?:- +)*(?:[A-Za-z_][\w-]*: +)?(?P<text>\S.*)")


def report_syntax(
    mistake: yaml.MarkedYAMLError, file: LocatedText, report: Report, *, known: AbstractSet[int]
) -> None:
    """Add the one diagnostic for a text that is not YAML.

    `known` are the beginnings of lines of which it was said already that their text needs quotes.
    """
    offset = _offset(mistake, file)
    line_start, _ = file.line_of(offset)
    if line_start in known:
        return
    if file.text[offset : offset + 1] == "\t":
        _report_tab(file, offset, report)
    elif opening := _unclosed(mistake, file):
        _report_unclosed(*opening, file, report)
    elif (start := _prose_above(mistake, file, line_start)) is not None:
        _report_prose(file, start, block_help(_opening(file, start)), report)
    elif (help_text := _unquoted(mistake, file, offset)) is not None:
        _report_prose(file, line_start, help_text, report)
    else:
        _report_other(mistake, file, report)


def _offset(mistake: yaml.MarkedYAMLError, file: LocatedText) -> int:
    """Where the mistake is seen; the last character of the file where it is seen at its end."""
    mark = mistake.problem_mark or mistake.context_mark
    if mistake.problem == _NO_COLON:
        mark = mistake.context_mark or mark  # where the line begins that should have one
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


def _unclosed(mistake: yaml.MarkedYAMLError, file: LocatedText) -> tuple[int, str] | None:
    """Where a quotation mark or bracket stands that is never closed, and what closes it."""
    if mistake.context_mark is None:
        return None
    start, context = mistake.context_mark.index, mistake.context or ""
    mark = file.text[start : start + 1]
    if "quoted scalar" in context and "end of stream" in _told(mistake):
        return start, mark
    if "flow" in context and file.line_of(start) != file.line_of(_offset(mistake, file)):
        return start, "}" if mark == "{" else "]"
    return None


def _report_unclosed(start: int, closing: str, file: LocatedText, report: Report) -> None:
    mark = file.text[start : start + 1]
    what = "quotation mark" if mark == closing else "bracket"
    report.add(
        "yaml-syntax",
        file.place(start, start + 1),
        f"the {what} `{mark}` is never closed",
        help=f"close it with `{closing}`, or write the text as a block after `>-`",
    )


def _prose_above(mistake: yaml.MarkedYAMLError, file: LocatedText, line_start: int) -> int | None:
    """Where the line above begins, if a colon in its prose made a mapping of a long text."""
    if mistake.problem != _NO_COLON or not line_start:
        return None
    above_start, above = file.line_of(line_start - 1)
    prose = ": " in above and not _KEY_LINE.match(above)
    return above_start if prose else None


def _opening(file: LocatedText, line_start: int) -> str:
    """What stands before the text of a line: a dash, a key."""
    start, _ = _text_span(file, line_start)
    return file.text[line_start:start].lstrip()


def _report_prose(file: LocatedText, line_start: int, help_text: str, report: Report) -> None:
    start, end = _text_span(file, line_start)
    message = f"this text is not YAML without quotes: {_cause(file.text[start:end])}"
    report.add("yaml-unquoted", file.place(start, end), message, help=help_text)


def _cause(text: str) -> str:
    """Why an unquoted text is not YAML."""
    if BAD_ESCAPE.fullmatch(text):
        return 'between `"`, a backslash begins an escape'
    if text.startswith(("'", '"')):
        return "words stand behind its closing quotation mark"
    if text.startswith(("[", "{")) and text.endswith(("]", "}")):
        return "a text in these brackets has a colon with a space behind it"
    if text.startswith(("[", "{")) or _readable(f"x{text[1:]}"):
        return "it begins with a backtick" if text[0] == "`" else f"it begins with `{text[0]}`"
    return "it has a colon with a space behind it"


def _report_other(mistake: yaml.MarkedYAMLError, file: LocatedText, report: Report) -> None:
    offset = _offset(mistake, file)
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


def _text_span(file: LocatedText, line_start: int) -> tuple[int, int]:
    """Where the text of a line begins and ends, behind its dash and its key."""
    _, line = file.line_of(line_start)
    entry = _ENTRY.fullmatch(line)
    begin = 0 if entry is None else entry.start("text")
    return line_start + begin, line_start + len(line.rstrip())


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
    return len(events) > 2 and not _is_block(events[2])


def _is_block(event: yaml.Event | None) -> bool:
    return isinstance(event, yaml.CollectionStartEvent) and not event.flow_style
