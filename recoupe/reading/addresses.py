"""Which addresses may become links on a page.

An allow-list: what is not plainly a web page or a mail address is refused, since fact files come
from people one does not know, and `javascript:` is a URL too.
"""

import re
from urllib.parse import urlsplit

_REFUSED = re.compile(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]")
_MAIL = re.compile(r"mailto:[^@?]+@[^@?]+(?:\?.*)?", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether `text` is an http or https URL with a host."""
    if _REFUSED.search(text):
        return False
    try:
        parts = urlsplit(text)
        port_is_real = parts.port is None or parts.port > 0
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and port_is_real


def is_mail_address(text: str) -> bool:
    """Whether `text` is a `mailto:` URL."""
    return not _REFUSED.search(text) and _MAIL.fullmatch(text) is not None


def is_site_address(text: str) -> bool:
    """Whether a site can be served at `text`: a web address without query and fragment."""
    return is_web_address(text) and not {"?", "#"}.intersection(text)


def with_final_slash(address: str) -> str:
    """The address of a site as pages have it, however it was typed."""
    return address.rstrip("/") + "/"
