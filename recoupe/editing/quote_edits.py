"""What an editor does to quotes and accounts in fact files, as edits of YAML."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from recoupe.anchoring.wordings import Wording
from recoupe.editing.edits import Append, Edit, Put, Remove, Replace, edited
from recoupe.editing.refusals import refusal
from recoupe.editing.saving import SeenFile, Written, seen_file, write_over
from recoupe.editing.snippets import Value
from recoupe.editing.trees import Where, node_at, tree
from recoupe.model import HistoryKind
from recoupe.reading.lines import located_text
from recoupe.reading.nodes import Table

_NAMING_KEYS = ("exact", "prefix", "suffix", "occurrence", "from", "to")
_BYTE_ORDER_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class PassageWording:
    """A long passage as it would be typed, by its first and its last words."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class NewAccount:
    """An account as it would be typed: `keys` stand between stance and quotes, in their order."""

    source: str
    stance: str
    quotes: tuple[Wording | PassageWording, ...] = ()
    keys: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True)
class NewHistory:
    """An entry of a fact's history as it would be typed; `date` is ISO 8601."""

    date: str
    kind: HistoryKind
    note: str
    before: str | None = None


def add_quote(
    root: Path, path: str, digest: str, account: int, quote: Wording | PassageWording
) -> Written:
    """Write `quote` behind those of the `account`th account, from 0, of the claim file `path`.

    `digest` is the hex SHA-256 of the file as it was read. Raises FileChangedError where it has
    changed since, EditRefusedError where it cannot be written without touching anything else, with
    nothing done in both cases, and OSError where the machine fails.
    """
    seen = seen_file(root, path, digest)
    return _written(seen, [quote_added(seen, account, quote)])


def add_account(root: Path, path: str, digest: str, account: NewAccount) -> Written:
    """Write `account` behind the others of the claim file `path`; raises as `add_quote` does."""
    return _written(seen_file(root, path, digest), [account_added(account)])


def quote_added(seen: SeenFile, account: int, quote: Wording | PassageWording) -> Edit:
    """The edit that adds `quote`; a silent account, which has no quotes, is refused."""
    where: Where = ("accounts", account)
    there = node_at(_tree(seen), where)
    if isinstance(there, Table) and there.get("stance") == "silent":
        raise refusal(
            "%(path)s: that account is silent; give it another stance first", path=seen.path
        )
    if isinstance(there, Table) and "quotes" not in there:
        return Put(where, "quotes", [quote_value(quote)])
    return Append((*where, "quotes"), quote_value(quote))


def account_added(account: NewAccount) -> Edit:
    """The edit that adds `account`."""
    return Append(("accounts",), account_value(account))


def account_value(account: NewAccount) -> Mapping[str, Value]:
    """`account` as it stands in a list of accounts."""
    keys: dict[str, Value] = {"source": account.source, "stance": account.stance}
    keys |= dict(account.keys)
    if account.quotes:
        keys["quotes"] = [quote_value(one) for one in account.quotes]
    return keys


def history_added(seen: SeenFile, entry: NewHistory) -> Edit:
    """The edit that adds `entry` to the history of a fact, which may have none yet."""
    keys = {"date": entry.date, "kind": entry.kind.value, "note": entry.note}
    if entry.before is not None:
        keys["before"] = entry.before
    if "history" in _tree(seen):
        return Append(("history",), keys)
    return Put((), "history", [keys])


def key_set(seen: SeenFile, key: str, value: str) -> Edit:
    """The edit that gives the key `key` of a fact the text `value`."""
    return Replace((key,), value) if key in _tree(seen) else Put((), key, value)


def quote_changed(seen: SeenFile, where: Where, quote: Wording | PassageWording) -> Iterable[Edit]:
    """The edits by which the quote at `where` becomes `quote`.

    A translation, and whatever else stands beside it, is kept; so is a mapping that stands on
    several lines, where comments may be.
    """
    node, value = node_at(_tree(seen), where), quote_value(quote)
    if not isinstance(node, Table):
        return [Replace(where, value)]
    named = value if isinstance(value, Mapping) else {"exact": value}
    if node.flow and not set(node) - set(_NAMING_KEYS) and isinstance(value, str):
        return [Replace(where, value)]
    return [*_keys_set(node, where, named), *_keys_gone(node, where, named)]


def quote_value(quote: Wording | PassageWording) -> Value:
    """`quote` as it stands in a list of quotes: a text where the words suffice, else a mapping."""
    if isinstance(quote, PassageWording):
        return {"from": quote.start, "to": quote.end}
    occurrence = None if quote.occurrence is None else str(quote.occurrence)
    named = {"prefix": quote.prefix, "suffix": quote.suffix, "occurrence": occurrence}
    given: dict[str, Value] = {key: words for key, words in named.items() if words}
    return {"exact": quote.exact, **given} if given else quote.exact


def _keys_set(node: Table, where: Where, named: Mapping[str, Value]) -> Iterable[Edit]:
    for key, words in named.items():
        if key not in node:
            yield Put(where, key, words)
        elif node[key] != words:
            yield Replace((*where, key), words)


def _keys_gone(node: Table, where: Where, named: Mapping[str, Value]) -> Iterable[Edit]:
    return (Remove(where, key) for key in _NAMING_KEYS if key in node and key not in named)


def _tree(seen: SeenFile) -> Table:
    return tree(located_text(seen.path, seen.text.removeprefix(_BYTE_ORDER_MARK)))


def _written(seen: SeenFile, edits: Iterable[Edit]) -> Written:
    return write_over(seen, edited(seen.text, edits, path=seen.path))
