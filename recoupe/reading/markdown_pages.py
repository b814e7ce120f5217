"""A file of facts/pages: Markdown as it stands, with its first heading as the title."""

import re

from recoupe.diagnostics import Report
from recoupe.model import MarkdownPage, Prose
from recoupe.reading.lines import LocatedText

# As Python-Markdown sees headings: at the line's very start, with or without a space.
_HEADING = re.compile(r"^#(?!#)[ \t]*(?P<title>.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_FENCE = re.compile(r"^(?P<mark>```|~~~).*?(?:^(?P=mark)|\Z)", re.MULTILINE | re.DOTALL)


def markdown_page(page_id: str, file: LocatedText, report: Report) -> MarkdownPage | None:
    """The page; None, and a diagnostic, where it is empty or has no heading."""
    if not file.text.strip():
        help_text = "begin with a heading: `# Title`"
        report.add("file-empty", file.place(0), "the file holds nothing", help=help_text)
        return None
    text = file.text.replace("\r\n", "\n").replace("\r", "\n")
    title = _title(text)
    if title is None:
        place = file.place(len(file.text) - len(file.text.lstrip()))
        message = "the page has no `#` heading to take its title from"
        report.add("title-missing", place, message, help="begin with a heading: `# Title`")
        return None
    return MarkdownPage(page_id, title, Prose(text, file.place(0), literal=True), file.place(0))


def _title(text: str) -> str | None:
    """The words of the first `#` heading that stands outside code."""
    prose = _FENCE.sub("", text)
    heading = next((found for found in _HEADING.finditer(prose) if found["title"]), None)
    return None if heading is None else heading["title"]
