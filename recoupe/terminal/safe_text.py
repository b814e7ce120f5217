"""Text from strangers' files, made harmless for a terminal.

Fact files come by pull request: an escape sequence or an invisible direction mark in one of them
must not repaint the terminal of whoever checks it.
"""

import re
import unicodedata

_HARMFUL_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_MAY_HARM = re.compile(r"[^\x20-\x7e\xa0-\u02ff]")


def safe_text(text: str) -> str:
    """`text` on one line: a tab becomes a space, what could move a cursor is shown as U+FFFD."""
    return _MAY_HARM.sub(lambda found: _shown(found[0]), text)


def _shown(character: str) -> str:
    if character == "\t":
        return " "
    return "\ufffd" if unicodedata.category(character) in _HARMFUL_CATEGORIES else character
