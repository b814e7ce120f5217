"""The accounts of a claim, from their shapes to the model, and the rules that hold among them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from recoupe.diagnostics import Related
from recoupe.model import Account, Certainty, Comparison, Reference, SearchedWords, Stance
from recoupe.reading.fields import Fields
from recoupe.reading.nodes import Typed
from recoupe.reading.quotes import quotes
from recoupe.reading.shapes_accounts import SilentShape, SpeakingShape
from recoupe.text import Text
from recoupe.values import Value, ValueMistake, parse

_VALUE_CODES = {"number": "value-invalid", "date": "date-invalid", "choice": "value-unknown"}


@dataclass(frozen=True, slots=True)
class Compared:
    """Whether a claim compares values, and how; `how` is None where that could not be read."""

    wanted: bool
    how: Comparison | None


def accounts(
    shapes: Iterable[SpeakingShape | SilentShape], fields: Fields, *, compared: Compared
) -> tuple[Account, ...]:
    """The accounts that say which source they are of.

    One whose stance could not be read is taken for neutral, because its quotes are proved all the
    same.
    """
    made = [_account(shape, fields, compared) for shape in shapes]
    known = tuple(account for account in made if account is not None)
    by_source: dict[str, list[Account]] = defaultdict(list)
    for account in known:
        by_source[account.source.id].append(account)
    for of_one_source in by_source.values():
        _report_ambiguous(of_one_source, fields)
    return known


def _account(
    shape: SpeakingShape | SilentShape, fields: Fields, compared: Compared
) -> Account | None:
    if isinstance(shape, SilentShape):
        return _silent(shape, fields)
    return _speaking(shape, fields, compared)


def _silent(shape: SilentShape, fields: Fields) -> Account | None:
    source = fields.reference(shape.source)
    note = fields.prose(shape.note)
    searched = tuple(filter(None, (_searched(words, fields) for words in shape.searched)))
    if source is None:
        return None
    return Account(
        source=source,
        stance=Stance.SILENT,
        place=source.place,
        stance_place=fields.place(shape.stance),
        note=note,
        searched=searched,
    )


def _searched(typed: Typed, fields: Fields) -> SearchedWords | None:
    """The words; None, and a diagnostic, where nothing is left of them to look for."""
    words = fields.text(typed)
    if not words.strip():
        return None
    if words.isascii() and words[:1].isalnum():  # such a letter is left of every text
        return SearchedWords(words, fields.place(typed))
    if Text(words).bare.text.strip():
        return SearchedWords(words, fields.place(typed))
    message = "nothing is left of these words when they are compared, so they prove no silence"
    fields.wrong("value-empty", typed, message, help="write words that a source could have")
    return None


def _speaking(shape: SpeakingShape, fields: Fields, compared: Compared) -> Account | None:
    named = fields.reference(shape.source)
    source = named or Reference("", fields.place(shape.source))
    _report_underived(shape, fields)
    account = Account(
        source=source,
        stance=Stance.NEUTRAL if shape.stance.missing else Stance(shape.stance),
        place=source.place,
        stance_place=fields.place(shape.stance),
        id=None if shape.id is None else _account_id(shape.id, fields),
        certainty=Certainty(shape.certainty or Certainty.ASSERTED),
        attributed_to=fields.texts(shape.attributed_to),
        origin=fields.optional_text(shape.origin),
        value=_value(shape.value, fields, compared),
        value_place=next((fields.place(text) for text in _texts(shape.value)), None),
        unit=fields.optional_text(shape.unit),
        as_of=fields.moment(shape.as_of),
        derived=fields.flag(shape.derived),
        says=fields.optional_text(shape.says),
        note=fields.prose(shape.note),
        quotes=quotes(shape.quotes, fields),
    )
    return None if named is None else account


def _account_id(typed: Typed, fields: Fields) -> str | None:
    """The id, even where it is not a slug: so that it tells two accounts apart."""
    fields.slug(typed)
    return str(typed) or None


def _texts(typed: Typed | list[Typed] | None) -> list[Typed]:
    if typed is None:
        return []
    return typed if isinstance(typed, list) else [typed]


def _value(typed: Typed | list[Typed] | None, fields: Fields, compared: Compared) -> Value | None:
    texts = _texts(typed)
    if not texts or not all(texts):
        return None
    if not compared.wanted:
        message = "a `value` needs a `compare` in its claim"
        help_text = "add `compare: {as: number}` to the claim, or take the value out"
        fields.wrong("key-missing", texts[0], message, help=help_text)
    if compared.how is None:
        return None
    how = compared.how
    try:
        text = [str(one) for one in texts] if isinstance(typed, list) else str(texts[0])
        return parse(text, how.kind, how.among or None)
    except ValueMistake as mistake:
        code = _VALUE_CODES[how.kind]
        fields.wrong(code, texts[0], mistake.message, help=mistake.help)
        return None


def _report_underived(shape: SpeakingShape, fields: Fields) -> None:
    if shape.derived == "true" and shape.note is None:
        message = "what is `derived` needs a `note`"
        help_text = "add `note: …` and say how the value or its moment was worked out"
        fields.wrong("key-missing", shape.derived, message, help=help_text)


def _report_ambiguous(of_one_source: Sequence[Account], fields: Fields) -> None:
    """Report the accounts of one source that cannot stand beside each other."""
    if len(of_one_source) == 1:
        return
    silent = [account for account in of_one_source if account.stance is Stance.SILENT]
    for account in silent:
        _report_not_alone(account, of_one_source, fields)
    first: dict[str | None, Account] = {}
    for account in of_one_source:
        if account.stance is Stance.SILENT:
            continue
        if account.id is None and len(of_one_source) > len(silent) + 1:
            _report_nameless(account, fields)
        elif first.setdefault(account.id, account) is not account:
            _report_same_name(account, first[account.id], fields)


def _report_not_alone(silent: Account, of_one_source: Sequence[Account], fields: Fields) -> None:
    others = tuple(
        Related(account.place, "another account of this source")
        for account in of_one_source
        if account is not silent
    )
    fields.report.add(
        "silence-not-alone",
        silent.stance_place,
        f"source `{silent.source.id}` is silent here, and has another account in this claim",
        help="keep the accounts with quotes, or the silent one alone",
        related=others,
    )


def _report_nameless(account: Account, fields: Fields) -> None:
    fields.report.add(
        "account-ambiguous",
        account.place,
        f"source `{account.source.id}` has several accounts here, and this one has no `id`",
        help=f"add `id: …`; it is then named `{account.source.id}#…`",
    )


def _report_same_name(account: Account, first: Account, fields: Fields) -> None:
    fields.report.add(
        "account-ambiguous",
        account.place,
        f"two accounts here have the name `{account.name}`",
        help="give each an `id` of its own",
        related=(Related(first.place, "the other account"),),
    )
