"""Claims that a quote may go into: finding them, writing into one, starting another.

What is offered is read from the files as they are now, and not as they were when the site was last
proved: the number of an account counts in its file.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz, process

from recoupe.diagnostics import Report
from recoupe.editing.new_files import new_file
from recoupe.editing.quote_edits import NewAccount, account_value, add_account, add_quote
from recoupe.editing.refusals import EditRefusedError, file_changed, refusal
from recoupe.editing.saving import SeenFile, Written, seen_file
from recoupe.editing.snippets import Value, mapping_lines
from recoupe.editing.start import fact_path, modeline
from recoupe.editing.trees import node_at, tree
from recoupe.model import Claim
from recoupe.pages.orders import alphabetical
from recoupe.reading.fact_files import claim_in
from recoupe.reading.folders import FactFile
from recoupe.reading.lines import located_text
from recoupe.reading.nodes import Series, Table

_INDENT = 2  # spaces of lists below their keys, as the commented files that `new` writes have them
_MOST = 8  # claims to choose from: more are not read, and another word parts them


@dataclass(frozen=True, slots=True)
class Target:
    """A claim that a quote may be added to: its file as read, and its accounts of one source.

    `accounts` are their numbers in the file, from 0, their stances and their ids, both as typed.
    """

    id: str
    statement: str
    path: str
    digest: str
    accounts: tuple[tuple[int, str, str], ...]


def targets(root: Path, claims: Iterable[Claim], words: str, source: str) -> list[Target]:
    """The claims most like `words`, best first; without any, those with an account of `source`.

    Their files are read as they are now; one that cannot be read is left out.
    """
    claims = list(claims)
    chosen = _alike(claims, words) if words.strip() else _speaking(claims, source)
    return list(_readable(root, chosen, source))


def target(root: Path, claim: Claim, source: str) -> Target:
    """The file of `claim` as it is now, with its accounts of `source`.

    Raises EditRefusedError where it cannot be written into, OSError where the machine fails.
    """
    seen = seen_file(root, claim.place.path)
    accounts = node_at(tree(located_text(seen.path, seen.text.lstrip("\ufeff"))), ("accounts",))
    rows = enumerate(accounts if isinstance(accounts, Series) else ())
    own = tuple(
        (number, str(row.get("stance", "")), str(row.get("id", "")))
        for number, row in rows
        if isinstance(row, Table) and row.get("source") == source
    )
    return Target(claim.id, claim.statement, seen.path, seen.digest, own)


def quote_written(root: Path, into: Target, account: int | None, added: NewAccount) -> Written:
    """Write the quote of `added` into its source's `account`th account, or `added` as a new one.

    Raises FileChangedError where the file is not as `into` says, EditRefusedError where the account
    is another source's, and as `add_quote` does.
    """
    if account is None and into.accounts:
        raise refusal("the claim has an account of this source already: add to that one")
    if account is None:
        return add_account(root, into.path, into.digest, added)
    if account not in {number for number, *_ in into.accounts}:
        raise EditRefusedError(f"account {account + 1} of {into.path} is not of {added.source}")
    return add_quote(root, into.path, into.digest, account, added.quotes[0])


def claim_started(root: Path, id: str, statement: str, account: NewAccount) -> Written:
    """Write a new claim with one account; `taken_back` removes it again.

    Raises EditRefusedError for an id that is none or another claim's, and for a statement that
    could not be published.
    """
    if not statement.strip():
        raise refusal("say what the claim is, in one sentence")
    if any(unicodedata.category(sign) == "Cc" for sign in " ".join(statement.split())):
        raise refusal("the claim has a sign that no page can show; type it anew")
    try:
        location = fact_path(root, "claim", id)
    except FileExistsError as standing:
        raise refusal("`%(id)s` is the id of another claim; take another", id=id) from standing
    said: dict[str, Value] = {
        "claim": " ".join(statement.split()),
        "accounts": [account_value(account)],
    }
    lines = mapping_lines(said, offset=_INDENT)
    content = (modeline("claim", below=root, path=location) + "\n".join([*lines, ""])).encode()
    path = location.relative_to(root).as_posix()
    _require_claim(FactFile(location, path, location.stem, location.suffix), content)
    new_file(root, location, content)
    return Written(SeenFile(root, path, b""), SeenFile(root, path, content))


def _require_claim(file: FactFile, content: bytes) -> None:
    """Raise EditRefusedError where the claim could not be published for what it says itself."""
    report = Report()
    claim_in(file, content, report)
    if report.failed:
        first = next(iter(report))
        raise EditRefusedError(f"{first.message}; {first.help}" if first.help else first.message)


def taken_back(started: Written) -> None:
    """Remove a claim that was started, where its file still is as it was written.

    Raises FileChangedError where it is not.
    """
    now = seen_file(started.after.root, started.after.path)
    if now.content != started.after.content:
        raise file_changed(
            "%(path)s has changed since it was written; remove it yourself", path=now.path
        )
    (now.root / now.path).unlink()


def _readable(root: Path, claims: Iterable[Claim], source: str) -> Iterator[Target]:
    for claim in claims:
        with suppress(EditRefusedError, OSError):
            yield target(root, claim, source)


def _alike(claims: Sequence[Claim], words: str) -> list[Claim]:
    said = [alphabetical(f"{one.statement} {one.question or ''} {one.id}") for one in claims]
    found = process.extract(
        alphabetical(words), said, scorer=fuzz.token_set_ratio, processor=None, limit=_MOST
    )
    return [claims[number] for _, _, number in found]


def _speaking(claims: Iterable[Claim], source: str) -> list[Claim]:
    speaking = [claim for claim in claims if any(one.source.id == source for one in claim.accounts)]
    return speaking[:_MOST]
