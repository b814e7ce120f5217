"""How others cite a page: in a footnote, and in the programs that keep references.

BibTeX (as BibLaTeX's `@online`) and RIS are what Zotero, JabRef, Mendeley and EndNote read between
them; both are plain text, so that a page needs no script to hand them out.
"""

from recoupe.model import Record
from recoupe.pages.editions import Edition
from recoupe.pages.moments import known_moment
from recoupe.pages.views.frame import CitationView, Frame
from recoupe.values import PartialDate

_ESCAPED = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "{}$&#%_"},
    }
)


def citation_view(
    edition: Edition, frame: Frame, record: Record, *, family: str, title: str | None = None
) -> CitationView:
    """How the page of a fact is cited; `family` is claim, source or discrepancy.

    `title` is what the page is called where its heading is somebody else's. Its date is that of the
    last change, else of the last check. A publisher who is called what the site is called is not
    named twice.
    """
    title = title or frame.title
    date = record.history[0].date if record.history else record.checked
    publisher = edition.site.publisher_name
    return CitationView(
        title=edition.interface.inner_quotes(title.removesuffix(".")),
        publisher=None if publisher == edition.site.title else publisher,
        date=known_moment(date, edition.interface),
        url=frame.canonical or frame.url,
        bibtex=_bibtex(f"{family}-{record.id}", frame, title, date),
        ris=_ris(frame, title, date),
    )


def _bibtex(key: str, frame: Frame, title: str, date: PartialDate | None) -> str:
    """Braces around a value keep its capitals, and keep an institution's name in one piece."""
    site = frame.site
    fields = {
        "author": f"{{{(site.publisher_name or site.title).translate(_ESCAPED)}}}",
        "title": f"{{{title.translate(_ESCAPED)}}}",
        "organization": site.title.translate(_ESCAPED),
        "date": date.isoformat() if date else None,
        "url": frame.canonical,
    }
    rows = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@online{{{key},\n{rows}}}"


def _ris(frame: Frame, title: str, date: PartialDate | None) -> str:
    """Lines of two letters or digits, two spaces, a hyphen, a space; dates are year/month/day/."""
    site = frame.site
    year, month, day = (*(date.isoformat().split("-") if date else []), "", "", "")[:3]
    fields = (
        ("TY", "ELEC"),
        ("AU", site.publisher_name or site.title),
        ("TI", title),
        ("T2", site.title),
        ("PY", year),
        ("DA", f"{year}/{month}/{day}/" if year else None),
        ("UR", frame.canonical),
        ("LA", site.language),
    )
    rows = "".join(f"{tag}  - {' '.join(text.split())}\n" for tag, text in fields if text)
    return f"{rows}ER  -"
