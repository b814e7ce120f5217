"""`feed.xml`: what is new, was updated or corrected, as Atom (RFC 4287).

An entry's id is its permanent address, which nothing but a move of the whole site changes. Days
have no hour, so that an entry is dated at the beginning of its day.
"""

from xml.etree.ElementTree import Element

from recoupe.exports.xml_files import child, xml_file
from recoupe.pages import urls
from recoupe.pages.editions import Edition
from recoupe.pages.news import CHECKED, Family, News, news
from recoupe.pages.urls import absolute

_ATOM = "http://www.w3.org/2005/Atom"
_XHTML = "http://www.w3.org/1999/xhtml"
# Entries: a reader who looks once a week misses nothing; programs look every hour, and load it all.
_MOST = 50


def feed(edition: Edition, base_url: str) -> bytes | None:
    """The feed of a site that is served at `base_url`; None where no fact has a date."""
    found = news(edition.project)[:_MOST]
    if not found:
        return None
    site = edition.project.site
    root = Element("feed", {"xmlns": _ATOM, "xml:lang": site.language})
    child(root, "id", absolute(base_url, urls.FEED))
    child(root, "title", site.title)
    if site.description:
        child(root, "subtitle", site.description)
    child(root, "updated", _instant(found[0]))
    child(root, "link", rel="self", type="application/atom+xml", href=absolute(base_url, urls.FEED))
    child(root, "link", rel="alternate", type="text/html", href=base_url)
    author = child(root, "author")
    child(author, "name", site.publisher.name if site.publisher else site.title)
    if site.publisher and site.publisher.url:
        child(author, "uri", site.publisher.url)
    for one in found:
        root.append(_entry(edition, one, base_url))
    return xml_file(root)


def _entry(edition: Edition, one: News, base_url: str) -> Element:
    url = absolute(base_url, _page(edition, one)) + (f"#{one.anchor}" if one.anchor else "")
    entry = Element("entry")
    child(entry, "id", url)
    child(entry, "title", _title(edition, one))
    child(entry, "updated", _instant(one))
    child(entry, "link", rel="alternate", type="text/html", href=url)
    child(entry, "category", term=one.kind)
    division = child(child(entry, "content", type="xhtml"), "div", xmlns=_XHTML)
    for text in _said(edition, one):
        child(division, "p", text)
    if one.entry is not None and one.entry.before:
        child(division, "p", edition.interface.gettext("Before, it said:"))
        child(child(division, "p"), "del", one.entry.before)
    return entry


def _page(edition: Edition, one: News) -> str:
    match one.family:
        case Family.CLAIM:
            return edition.addresses.claim(one.id)
        case Family.DISCREPANCY:
            return edition.addresses.discrepancy(one.id)
        case Family.SOURCE:
            return edition.addresses.source(one.id)


def _title(edition: Edition, one: News) -> str:
    gettext = edition.interface.gettext
    kinds = {
        CHECKED: gettext("Check"),
        "published": gettext("Publication"),
        "updated": gettext("Update"),
        "corrected": gettext("Correction"),
    }
    return gettext("%(kind)s: %(fact)s") % {"kind": kinds[one.kind], "fact": _fact(edition, one)}


def _fact(edition: Edition, one: News) -> str:
    match one.family:
        case Family.CLAIM:
            return edition.project.claims[one.id].statement
        case Family.DISCREPANCY:
            return edition.project.discrepancies[one.id].title
        case Family.SOURCE:
            return edition.labels[one.id].label


def _said(edition: Edition, one: News) -> list[str]:
    """A paragraph each: the note of a history, or the verdict that stands when it was checked."""
    if one.entry is not None:
        return [one.entry.note]
    verdict = edition.project.claims[one.id].verdict
    if verdict is None:
        return []
    labels = {rating.id: rating.label for rating in edition.project.site.ratings}
    return [labels[verdict.rating.id], *filter(None, [verdict.summary])]


def _instant(one: News) -> str:
    return f"{one.date.first_day.isoformat()}T00:00:00Z"
