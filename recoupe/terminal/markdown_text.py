"""Strangers' text in Markdown that GitHub shows: no word of it is taken for a mark, tag or call."""

import re

from recoupe.terminal.safe_text import safe_text

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~>$:/])")
# GitHub looks for these in what Markdown has made, so that no backslash keeps them from it.
_CALL = re.compile(r"@(?=\w)|#(?=\d)|(?<=\bGH)-(?=\d)")


def markdown_text(text: str) -> str:
    """Text on one line that Markdown shows as it is, in a table, too."""
    return _MARKS.sub(r"\\\1", html_text(" ".join(text.split())))


def html_text(text: str) -> str:
    """Text inside of HTML; an invisible space behind `@` keeps it from calling anybody."""
    plain = safe_text(text).replace("&", "&amp;").replace("<", "&lt;")
    return _CALL.sub("\\g<0>\u200b", plain)
