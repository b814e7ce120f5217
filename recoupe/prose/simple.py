"""Texts that are nothing but paragraphs with emphasis and links, made without Python-Markdown.

Most prose of fact files is so, and a parser that looks for tables, code and raw HTML in each of its
lines takes twenty times as long. Every sign that Markdown may take otherwise leaves the text to the
parser, and a test holds that both make the same of whatever is made here.
"""

import re

from recoupe.prose.engine import target
from recoupe.prose.parsed import Address, Parsed, Piece

# Signs that Markdown takes otherwise somewhere, and what is a line end, or nothing, to some.
_ODD = re.compile(r"[\\`_<>&{}|~^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]|!\[")
# Lines that begin like a paragraph's, not like a list or a heading, without space at either end.
_LINES = re.compile(
    r"(?:(?:[^\W\d_]|[«“‘\"'(\[*]|\d+(?![\d.)]))(?:[^\n]*\S)?(?:\n+|\Z))++",
)
_TOKEN = re.compile(
    r"\[(?P<words>(?:[^\[\]*\n]|\n(?!\n))+)\]"
    r"\((?P<href>(?:claim|source|discrepancy|page|quote):[a-z0-9-]+|https?://[A-Za-z0-9./-]+)"
    r"(?: \"(?P<title>[^\s\"()\[\]*](?:[^\"()\[\]*\n]*[^\s\"()\[\]*])?)\")?\)"
    r"|(?<!\S)(?P<stars>\*\*?)(?P<stressed>[^\W_](?:[^*\[\]\n]*[^\W_])?)(?P=stars)(?![\w*])"
)
_SIGN = re.compile(r"[*\[\]]")
_BLANK = re.compile(r"\n\n+")
_ANY_SPACE = re.compile(r"\s")


def simple(text: str) -> Parsed | None:
    """What `text` makes; None where it may hold more than paragraphs, emphasis and links."""
    body = text.strip("\n")
    if _ODD.search(body) or not _LINES.fullmatch(body):
        return None
    pieces: list[Piece] = ["<p>"]
    addresses: list[Address] = []
    at = 0
    while sign := _SIGN.search(body, at):
        token = _TOKEN.match(body, sign.start())
        if token is None:
            return None
        pieces.append(_plain(body[at : token.start()]))
        at = token.end()
        if token["stars"]:
            pieces.append(_stressed(token))
        else:
            addresses.append(_address(token))
            pieces += _link(token, addresses[-1])
    pieces += [_plain(body[at:]), "</p>"]
    return Parsed(tuple(pieces), tuple(addresses))


def _plain(words: str) -> str:
    """Words as nh3 writes them, with a new paragraph at each blank line."""
    if "\n\n" in words:
        words = _BLANK.sub("</p>\n<p>", words)
    return words.replace("\xa0", "&nbsp;")


def _stressed(token: re.Match[str]) -> str:
    tag = "em" if token["stars"] == "*" else "strong"
    return f"<{tag}>{_plain(token['stressed'])}</{tag}>"


def _link(token: re.Match[str], address: Address) -> tuple[Piece, ...]:
    words = f">{_plain(token['words'])}</a>"
    if own := target(address.href, address.title):
        return '<a href="', own, f'"{words}'
    title = f' title="{address.title}"' if address.title else ""
    return (f'<a href="{address.href}"{title}{words}',)


def _address(token: re.Match[str]) -> Address:
    title = token["title"]
    return Address(
        token["href"], None if title is None else _ANY_SPACE.sub(" ", title), picture=False
    )
