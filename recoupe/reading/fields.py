"""Typed texts of one file to values: dates, addresses, slugs, words of a list, prose.

Each function takes what a shape holds, reports what the text is not, and gives a value that the
conversion can go on with; a text that only stands in for a missing one is passed over in silence.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeGuard, TypeVar

from recoupe.diagnostics import Place, Report
from recoupe.model import Prose, Reference
from recoupe.reading.addresses import is_mail_address, is_site_address, is_web_address
from recoupe.reading.lines import LocatedText
from recoupe.reading.nodes import MISSING, Typed
from recoupe.text import folded
from recoupe.values import DateValue, PartialDate, ValueMistake, parse_date
from recoupe.values.dates import parse_date_value
from recoupe.values.mistakes import echo

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
# FORMAT 1: /claims/page/2/ is a page of a long list, so that `page` can be nobody's id.
RESERVED_IDS = frozenset({"page"})
_LONGEST_SLUG = 80  # FORMAT 1; a page's folder is named for it
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_COUNT = re.compile(r"[1-9][0-9]{0,8}")
_LINE_END = re.compile(r"[ \t]*[\r\n]+[ \t]*")
_NOT_A_BREAK_FOR_EDITORS = re.compile("[\x85\u2028\u2029]")

Made = TypeVar("Made")


def is_slug(text: str) -> bool:
    """Whether `text` can be an id: small letters and digits, parted by single hyphens."""
    return len(text) <= _LONGEST_SLUG and _SLUG.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Fields:
    """The texts of one fact file, made into values."""

    file: LocatedText
    report: Report

    def place(self, typed: Typed) -> Place:
        """Where the text itself begins: for a block, on the line below its sign."""
        start = typed.start
        if typed.style in {"|", ">"}:
            start = self._block_start(typed)
        return self.file.place(start, typed.end)

    def beginning(self) -> Place:
        """Where the file begins."""
        return self.file.place(0)

    def wrong(self, code: str, typed: Typed, message: str, *, help: str) -> None:
        """Report what is wrong with a text."""
        self.report.add(code, self.place(typed), message, help=help)

    def text(self, typed: Typed) -> str:
        """The text on one line; "" where it is empty, which is reported."""
        if not typed.style:
            self._warn_of_comment(typed)
        if not self._holds_something(typed):
            return ""
        return _LINE_END.sub(" ", typed).strip(" ") if "\n" in typed else str(typed)

    def optional_text(self, typed: Typed | None) -> str | None:
        """The text on one line, if there is one."""
        return None if typed is None else self.text(typed) or None

    def texts(self, typed: Typed | list[Typed] | None) -> tuple[str, ...]:
        """One text, or a list of them."""
        listed = [] if typed is None else typed if isinstance(typed, list) else [typed]
        return tuple(text for text in map(self.text, listed) if text)

    def words(self, typed: Typed) -> str:
        """Words of a source, as typed; empty ones are found where they are looked for."""
        if not typed.style:
            self._warn_of_comment(typed)
        return str(typed)

    def some_words(self, typed: Typed | None) -> str | None:
        """Words of a source that may be left out, but not be empty."""
        if not self._holds_something(typed):
            return None
        return self.words(typed)

    def prose(self, typed: Typed | None) -> Prose | None:
        """Markdown; its lines are the file's lines where it is a `|` block."""
        if typed is None or not self._holds_prose(typed):
            return None
        place = self.place(typed)
        if typed.style != "|":
            return Prose(str(typed), place)
        raw = self.file.text[typed.start : typed.end]
        if _NOT_A_BREAK_FOR_EDITORS.search(raw):
            return Prose(str(typed), place)
        first = place.shown
        if not first.strip():
            first = next(filter(str.strip, raw.splitlines()[1:]), "")
        indent = len(first) - len(first.lstrip(" "))
        return Prose(str(typed), place._replace(column=1 + indent), literal=True)

    def _holds_prose(self, typed: Typed) -> bool:
        """Whether there is a text, which is not looked through where its first sign tells."""
        return bool(typed.style and typed[:1].isalnum()) or bool(self.text(typed))

    def date(self, typed: Typed | None) -> PartialDate | None:
        """A plain date."""
        return self._made(parse_date, typed)

    def moment(self, typed: Typed | None) -> DateValue | None:
        """A date in any form."""
        return self._made(parse_date_value, typed)

    def flag(self, typed: Typed | None) -> bool:
        """Whether `true` was typed."""
        return typed == "true"

    def count(self, typed: Typed | None) -> int | None:
        """A whole number from 1."""
        if not self._holds_something(typed):
            return None
        if _COUNT.fullmatch(typed):
            return int(typed)
        message = f"{echo(typed)} is not a whole number from 1"
        self.wrong("value-invalid", typed, message, help="write it in digits, as in `2`")
        return None

    def slug(self, typed: Typed) -> str | None:
        """An id that is given here."""
        if not self._holds_something(typed):
            return None
        if typed in RESERVED_IDS:
            message = f"{echo(typed)} cannot be an id: the addresses of long lists use it"
            self.wrong("id-reserved", typed, message, help="give it another name")
            return None
        if is_slug(typed):
            return str(typed)
        self.wrong("id-invalid", typed, f"{echo(typed)} is not an id", help=slug_help())
        return None

    def reference(self, typed: Typed) -> Reference | None:
        """An id that names something else; whether that is there is asked when all is read."""
        if not self._holds_something(typed):
            return None
        return Reference(str(typed), self.place(typed))

    def references(self, typed: Sequence[Typed] | None) -> tuple[Reference, ...]:
        """Several ids, each once."""
        found: dict[str, Reference] = {}
        for one in typed or ():
            reference = self.reference(one)
            if reference is not None and reference.id in found:
                message = f"{echo(one)} stands twice in this list"
                self.wrong("value-invalid", one, message, help="keep one of them")
            elif reference is not None:
                found[reference.id] = reference
        return tuple(found.values())

    def language(self, typed: Typed | None) -> str | None:
        """A language tag, as HTML's `lang` takes it."""
        if not self._holds_something(typed):
            return None
        if _LANGUAGE.fullmatch(typed):
            return str(typed)
        message = f"{echo(typed)} is not a language tag"
        self.wrong("value-invalid", typed, message, help="write it as in HTML: `fr`, `en-GB`")
        return None

    def web_address(self, typed: Typed | None) -> str | None:
        """The URL of a web page."""
        return self._address(typed, is_web_address, "write one that begins with `https://`")

    def any_address(self, typed: Typed | None) -> str | None:
        """The URL of a web page, or of a mailbox."""
        help_text = "write one that begins with `https://` or `mailto:`"
        return self._address(typed, _is_any_address, help_text)

    def site_address(self, typed: Typed | None) -> str | None:
        """The URL that a site is served at, made to end in `/`."""
        help_text = "write one as in `https://example.org/parler/`"
        address = self._address(typed, is_site_address, help_text)
        return None if address is None else f"{address.removesuffix('/')}/"

    def _address(
        self, typed: Typed | None, is_right: Callable[[str], bool], help_text: str
    ) -> str | None:
        if not self._holds_something(typed):
            return None
        if is_right(typed):
            return str(typed)
        self.wrong("url-invalid", typed, f"{echo(typed)} is not a URL to link to", help=help_text)
        return None

    def _made(self, make: Callable[[str], Made], typed: Typed | None) -> Made | None:
        if not self._holds_something(typed):
            return None
        try:
            return make(str(typed))
        except ValueMistake as mistake:
            self.wrong("date-invalid", typed, mistake.message, help=mistake.help)
            return None

    def _holds_something(self, typed: Typed | None) -> TypeGuard[Typed]:
        """Whether there is a text with something to see in it; an empty one is reported."""
        if typed is None or typed.style == MISSING:
            return False
        if typed[:1].isalnum() or folded(typed):
            return True
        self.wrong("value-empty", typed, "this text is empty", help="write it, or leave it out")
        return False

    def _warn_of_comment(self, typed: Typed) -> None:
        """Warn where a comment begins right behind a plain text."""
        if self.file.text.startswith(" #", typed.end):
            self.report.add(
                "comment-swallowed",
                self.file.place(typed.end + 1, typed.end + 2),
                "a comment begins here, one space behind the text",
                help="quote the text if the `#` belongs to it; else put two spaces before it",
            )

    def _block_start(self, typed: Typed) -> int:
        """The first sign of a block's first line; its own sign where the block is empty."""
        if not typed.strip():
            return typed.start
        line_start, line = self.file.line_of(typed.start)
        after = line_start + len(line)
        below = self.file.text[after : typed.end].removeprefix("\r").removeprefix("\n")
        first = below.split("\n", 1)[0]
        start = typed.end - len(below) if below else typed.start
        return start + len(first) - len(first.lstrip(" "))


def slug_help() -> str:
    """How an id is written."""
    return (
        "write small letters a to z, digits and single hyphens, beginning with a letter, "
        f"at most {_LONGEST_SLUG} of them"
    )


def _is_any_address(text: str) -> bool:
    return is_web_address(text) or is_mail_address(text)
