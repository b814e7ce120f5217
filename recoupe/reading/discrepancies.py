"""A file of facts/discrepancies, from its shape to the model."""

from collections.abc import Iterable

from recoupe.model import AccountName, Discrepancy, DiscrepancyKind, Strength
from recoupe.reading.fields import Fields, is_slug
from recoupe.reading.likely_words import listed
from recoupe.reading.nodes import Typed
from recoupe.reading.records import record
from recoupe.reading.shapes_discrepancies import DiscrepancyShape
from recoupe.values.mistakes import echo


def discrepancy(
    discrepancy_id: str, shape: DiscrepancyShape, fields: Fields, *, whole: bool
) -> Discrepancy:
    """The discrepancy; what was wrong in its file is left out of it.

    `whole` is false where pieces of the file are not even in the shape.
    """
    kinds = _kinds(shape, fields)
    claims, sources = fields.references(shape.claims), _account_names(shape.sources or (), fields)
    _report_no_strength(shape, kinds, fields)
    return Discrepancy(
        record=record(discrepancy_id, shape, fields),
        title=fields.text(shape.title),
        kinds=kinds,
        strength=Strength(shape.strength) if shape.strength else None,
        claims=claims,
        sources=sources,
        summary=fields.text(shape.summary),
        explanation=fields.prose(shape.explanation),
        resolution=fields.prose(shape.resolution),
        whole=whole
        and len(kinds) == (len(shape.kind) if isinstance(shape.kind, list) else 1)
        and (len(claims), len(sources)) == (len(shape.claims), len(shape.sources or ())),
    )


def _kinds(shape: DiscrepancyShape, fields: Fields) -> tuple[DiscrepancyKind, ...]:
    found: dict[DiscrepancyKind, None] = {}
    for typed in shape.kind if isinstance(shape.kind, list) else [shape.kind]:
        if typed.missing:
            continue
        kind = DiscrepancyKind(typed)
        if kind in found:
            message = f"`{typed}` stands twice in this list"
            fields.wrong("value-invalid", typed, message, help="keep one of them")
        found[kind] = None
    return tuple(found)


def _report_no_strength(
    shape: DiscrepancyShape, kinds: tuple[DiscrepancyKind, ...], fields: Fields
) -> None:
    first = shape.kind[0] if isinstance(shape.kind, list) else shape.kind
    if shape.strength is None and not first.missing and kinds[0] is not DiscrepancyKind.OMISSION:
        message = f"a discrepancy of kind `{kinds[0]}` needs a `strength`"
        help_text = f"add `strength: …` with one of {listed(Strength)}"
        fields.wrong("key-missing", first, message, help=help_text)


def _account_names(typed: Iterable[Typed], fields: Fields) -> tuple[AccountName, ...]:
    found: dict[str, AccountName] = {}
    for one in typed:
        name = _account_name(one, fields)
        if name is not None and one in found:
            message = f"{echo(one)} stands twice in this list"
            fields.wrong("value-invalid", one, message, help="keep one of them")
        elif name is not None:
            found[one] = name
    return tuple(found.values())


def _account_name(typed: Typed, fields: Fields) -> AccountName | None:
    if typed.missing:
        return None
    source, sign, account = str(typed).partition("#")
    if sign and not is_slug(account):
        message = f"{echo(typed)} names no account"
        help_text = f"write `{source}` for all its accounts, or `{source}#id` for one"
        fields.wrong("value-invalid", typed, message, help=help_text)
        return None
    return AccountName(source, account or None, fields.place(typed))
