"""The editing desk: what the panel on a source's page asks for, and what it has written.

All of it is asked in JSON and answered in JSON. Only the preview's own pages know the token, and
only what they send with it is heeded: another site's page can neither read it nor send it along.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from secrets import compare_digest, token_urlsafe
from typing import Any

import msgspec
from tornado.web import HTTPError

from recoupe.anchoring.pasting import pasted
from recoupe.anchoring.wordings import Wording
from recoupe.editing.claim_targets import (
    Target,
    claim_started,
    quote_written,
    taken_back,
    target,
    targets,
)
from recoupe.editing.quote_edits import NewAccount, PassageWording
from recoupe.editing.refusals import EditRefusedError, file_changed, refusal
from recoupe.editing.saving import Written, undo
from recoupe.editing.selections import whole_words, wording
from recoupe.loading import Facts
from recoupe.model import Claim, ExactQuote, Stance
from recoupe.serving.guards import Guarded, is_own_page
from recoupe.serving.state import Preview
from recoupe.text import Span

TOKEN_HEADER = "X-Recoupe-Token"  # noqa: S105  a name, not a secret
MOST_BYTES = 100_000  # of a request: a selection is named by its ends, a statement is a sentence
_MOST_UNDONE = 50  # writes that can be undone: more than anybody remembers
_SPEAKING = frozenset(Stance) - {Stance.SILENT}


class Selection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Characters `start` to `end` of the captured file of `source`, in code points.

    `sha256` is the file's as the page has it.
    """

    source: str
    sha256: str
    start: int
    end: int


class Search(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Claims are looked for by `words`, to quote `source` in one."""

    source: str
    words: str


class Addition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A selection goes into `claim`, whose file has `digest`: its `account`th, or a new one."""

    selection: Selection
    claim: str
    digest: str
    account: int | None
    stance: str


class Start(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A selection begins a new claim."""

    selection: Selection
    id: str
    statement: str
    stance: str


class Undoing(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A write is undone, by the name that it was given."""

    undo: str


@dataclass(slots=True)
class Desk:
    """What was written from the panel, and how to undo it; `token` is what its pages must send."""

    preview: Preview
    token: str = field(default_factory=token_urlsafe)
    _undoing: dict[str, Callable[[], object]] = field(default_factory=dict, init=False)

    def quoted(self, asked: Selection) -> dict[str, Any]:
        """The YAML of the shortest unique quote of the words selected, and where these stand."""
        span, named = self._named(asked)
        return {"yaml": pasted(named), "exact": named.exact, "start": span.start, "end": span.end}

    def found(self, asked: Search) -> dict[str, Any]:
        """Claims to choose from."""
        claims = self._facts.anchored.project.claims.values()
        found = targets(self.preview.root, claims, asked.words, asked.source)
        return {"claims": [_told(one) for one in found]}

    def added(self, asked: Addition) -> dict[str, Any]:
        """Write a quote into a claim."""
        claim = self._facts.anchored.project.claims.get(asked.claim)
        if claim is None:
            raise refusal("there is no claim `%(id)s` any more", id=asked.claim)
        into = target(self.preview.root, claim, asked.selection.source)
        if into.digest != asked.digest:
            raise file_changed(
                "%(path)s has changed since it was read; look at it again", path=into.path
            )
        account = self._account(asked.selection, asked.stance)
        if _is_quoted(claim, asked.account, account.quotes[0]):
            raise refusal("that account has these words already")
        written = quote_written(self.preview.root, into, asked.account, account)
        return self._undoable(written, lambda: undo(written))

    def started(self, asked: Start) -> dict[str, Any]:
        """Write a new claim with the quote."""
        account = self._account(asked.selection, asked.stance)
        written = claim_started(self.preview.root, asked.id, asked.statement, account)
        return self._undoable(written, lambda: taken_back(written))

    def undone(self, asked: Undoing) -> dict[str, Any]:
        """Undo a write, where nobody has changed the file since."""
        take_back = self._undoing.get(asked.undo)
        if take_back is None:
            raise refusal("this was undone already, or is too long ago")
        take_back()
        del self._undoing[asked.undo]
        return {}

    @property
    def _facts(self) -> Facts:
        if self.preview.facts is None:
            raise refusal("the facts are still being read")
        return self.preview.facts

    def _account(self, asked: Selection, stance: str) -> NewAccount:
        if stance not in _SPEAKING:
            raise EditRefusedError(f"`{stance}` is no stance of a source that is quoted")
        return NewAccount(asked.source, stance, (self._named(asked)[1],))

    def _named(self, asked: Selection) -> tuple[Span, Wording]:
        source = self._facts.anchored.sources.get(asked.source)
        if source is None or source.source.file_sha256 != asked.sha256:
            raise refusal("the text has changed since this page was made: load it again")
        span = whole_words(source, Span(asked.start, asked.end))
        return span, wording(source, span)

    def _undoable(self, written: Written, take_back: Callable[[], object]) -> dict[str, Any]:
        name = token_urlsafe()
        self._undoing[name] = take_back
        if len(self._undoing) > _MOST_UNDONE:
            del self._undoing[next(iter(self._undoing))]
        return {"path": written.after.path, "undo": name}


class DeskRequest(Guarded):
    """One question of the panel's, answered where the preview's own page has asked it."""

    def initialize(self, desk: Desk) -> None:
        """Take what the routes give."""
        self.desk = desk

    def prepare(self) -> None:
        """Refuse all but the preview's own pages."""
        super().prepare()
        headers = self.request.headers
        own = is_own_page(headers.get("Origin", ""), self.settings["port"])
        sent = headers.get(TOKEN_HEADER, "")
        if not own or not compare_digest(sent.encode(), self.desk.token.encode()):
            raise HTTPError(403)
        if headers.get_list("Content-Type") != ["application/json"]:
            raise HTTPError(415)

    def post(self, question: str) -> None:
        """Answer, with status 409 and the reason where nothing could be done."""
        kind, answer = _QUESTIONS[question]
        try:
            asked: Any = msgspec.json.decode(self.request.body, type=kind)
            self.finish(answer(self.desk, asked))
        except msgspec.MsgspecError as error:
            raise HTTPError(400) from error
        except EditRefusedError as error:
            self._refuse(error.said(self.desk.preview.gettext))
        except OSError as error:
            self._refuse(str(error))

    def _refuse(self, reason: str) -> None:
        self.set_status(409)
        self.finish({"refused": reason})


_QUESTIONS: dict[str, tuple[type, Callable[[Desk, Any], dict[str, Any]]]] = {
    "quote": (Selection, Desk.quoted),
    "claims": (Search, Desk.found),
    "add": (Addition, Desk.added),
    "start": (Start, Desk.started),
    "undo": (Undoing, Desk.undone),
}
DESK_ROUTE = rf"/_preview/({'|'.join(_QUESTIONS)})"


def _is_quoted(claim: Claim, account: int | None, words: Wording | PassageWording) -> bool:
    """Whether an account of `claim`, as it was read, names the very words that are to be added."""
    if account is None or account >= len(claim.accounts) or isinstance(words, PassageWording):
        return False
    named = (words.exact, words.prefix, words.suffix, words.occurrence)
    quotes = [one for one in claim.accounts[account].quotes if isinstance(one, ExactQuote)]
    return named in [(one.exact, one.prefix, one.suffix, one.occurrence) for one in quotes]


def _told(one: Target) -> dict[str, Any]:
    told: dict[str, Any] = msgspec.to_builtins(one)
    return told
