"""A wording as it is pasted into a fact file: YAML that reads back as the very words."""

import json
import re

from recoupe.anchoring.wordings import Wording

# What a plain scalar may hold even inside {…}: no sign that YAML gives a meaning to, no space at
# the ends, nothing that could be read as a mark-up sign at its beginning.
_PLAIN = re.compile(r"(?![\s\-?:,\[\]{}#&*!|>'\"%@`~=])[^:#,\[\]{}\n\r\t\"\\]*[^:#,\[\]{}\s\"\\]")


def pasted(wording: Wording) -> str:
    """The wording as one line of YAML: the words alone where they suffice, else a mapping."""
    neighbours = {"prefix": wording.prefix, "suffix": wording.suffix}
    parts = [f"{key}: {scalar(words)}" for key, words in neighbours.items() if words]
    if wording.occurrence is not None:
        parts.append(f"occurrence: {wording.occurrence}")
    if not parts:
        return scalar(wording.exact)
    return "{" + ", ".join([f"exact: {scalar(wording.exact)}", *parts]) + "}"


def scalar(words: str) -> str:
    """`words` as a YAML scalar: plain where that is safe, else in quotation marks."""
    if _PLAIN.fullmatch(words):
        return words
    if "'" not in words and words.isprintable():
        return f"'{words}'"
    # JSON's strings are YAML's double-quoted ones (YAML 1.2.2, section 1.2).
    return json.dumps(words, ensure_ascii=False)
