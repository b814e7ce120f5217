"""A file of facts/pages: Markdown as it stands, with its first heading as the title."""

from recoupe.diagnostics import Report
from recoupe.model import MarkdownPage, Prose
from recoupe.prose import first_heading
from recoupe.reading.lines import LocatedText


def markdown_page(page_id: str, file: LocatedText, report: Report) -> MarkdownPage | None:
    """The page; None, and a diagnostic, where it is empty or has no heading."""
    if not file.text.strip():
        help_text = "begin with a heading: `# Title`"
        report.add("file-empty", file.place(0), "the file holds nothing", help=help_text)
        return None
    text = file.text.replace("\r\n", "\n").replace("\r", "\n")
    title = first_heading(text)
    if title is None:
        place = file.place(len(file.text) - len(file.text.lstrip()))
        message = "the page has no `#` heading to take its title from"
        report.add("title-missing", place, message, help="begin with a heading: `# Title`")
        return None
    return MarkdownPage(page_id, title, Prose(text, file.place(0), literal=True), file.place(0))
