"""Where readers report an error, with the page that it is on wherever that can be said safely.

A mail takes a subject and a body, by its standard (RFC 6068). What a form on the web would do with
a query that it does not expect is not known, so its address stays as the editors wrote it.
"""

from urllib.parse import quote

from recoupe.locale import Interface


def report_address(
    report_url: str | None, title: str, page: str, interface: Interface
) -> str | None:
    """The address to report an error on `page` to; what the editors wrote into it stays."""
    if report_url is None or not report_url.lower().startswith("mailto:"):
        return report_url
    subject = interface.gettext("Error on the page “%(title)s”") % {"title": title}
    written, _, query = report_url.partition("?")
    given = [one for one in query.split("&") if one]
    names = {one.partition("=")[0].lower() for one in given}
    added = [
        f"{name}={quote(text, safe='')}"
        for name, text in (("subject", subject), ("body", f"{page}\r\n\r\n"))
        if name not in names
    ]
    return f"{written}?{'&'.join([*given, *added])}"
