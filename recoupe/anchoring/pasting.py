"""A wording as it is pasted into a fact file: YAML that reads back as the very words."""

import json
import re

from recoupe.anchoring.wordings import Wording

# What a plain scalar may hold even inside {…}: no sign that YAML gives a meaning to, no space at
# the ends, nothing that could be read as a mark-up sign at its beginning. (YAML allows `a?` there;
# PyYAML does not.)
_PLAIN = re.compile(r"(?![\s\-?:,\[\]{}#&*!|>'\"%@`~=])[^:#,\[\]{}?\n\r\t\"\\]*[^:#,\[\]{}?\s\"\\]")

# What YAML refuses, takes for the end of a line or does not show, and JSON leaves as it is.
_UNREADABLE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_UNTITLED = re.compile(r"[\\`&<>]")  # what Markdown reads as mark-up in a title


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
    if not _UNREADABLE.search(words):
        if _PLAIN.fullmatch(words):
            return words
        if "'" not in words and words.isprintable():
            return f"'{words}'"
    return double_quoted(words)


def double_quoted(words: str) -> str:
    """`words` as a YAML scalar in double quotation marks, on one line, whatever they hold."""
    # JSON's strings are YAML's double-quoted ones (YAML 1.2.2, section 1.2).
    escaped = json.dumps(words, ensure_ascii=False)
    return _UNREADABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped)


def title(words: str) -> str | None:
    """`words` as the title of a Markdown link; None where a title cannot hold them.

    Inside, a quotation mark that would end the title becomes one that folds to the same.
    """
    if _UNTITLED.search(words):
        return None
    inside = words.replace('"', "”")
    return f'"{inside}"'
