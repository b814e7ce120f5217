"""Quotation marks within quotation marks: « … “…” … » in French, “… ‘…’ …” in English.

The outer marks stand in the texts of the interface, with their spaces; only what is quoted may
bring marks of its own, in its own language's form.
"""

import re

_QUOTED = re.compile(r"«\s*(.*?)\s*»|“(.*?)”", re.DOTALL)
_INNER = {"fr": "“{}”", "en": "‘{}’"}


def inner_quotes(text: str, language: str) -> str:
    """`text` with its double quotation marks made those that `language` has within others."""
    return _QUOTED.sub(lambda found: _INNER[language].format(found[1] or found[2] or ""), text)
