"""A file of facts/claims, from its shape to the model."""

import re
from collections.abc import Iterable, Sequence
from typing import cast

from recoupe.model import Account, Asked, Claim, Comparison, Evidence, Maker, Verdict
from recoupe.reading.accounts import Compared, accounts
from recoupe.reading.fields import Fields
from recoupe.reading.nodes import Typed
from recoupe.reading.records import record
from recoupe.reading.shapes_accounts import SpeakingShape
from recoupe.reading.shapes_claims import (
    AskedShape,
    ClaimShape,
    CompareShape,
    EvidenceShape,
    MakerShape,
    VerdictShape,
)
from recoupe.values import Kind
from recoupe.values.mistakes import echo

_SHARE = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?|\.[0-9]{1,9}")


def claim(claim_id: str, shape: ClaimShape, fields: Fields, *, whole: bool) -> Claim:
    """The claim; what was wrong in its file is left out of it.

    `whole` is false where pieces of the file are not even in the shape.
    """
    compare = None if shape.compare is None else _comparison(shape.compare, fields)
    compared = Compared(wanted=shape.compare is not None, how=compare)
    tags = _slugs(shape.tags or (), fields)
    read = accounts(shape.accounts, fields, compared=compared)
    return Claim(
        record=record(claim_id, shape, fields),
        statement=fields.text(shape.claim),
        accounts=read,
        question=fields.optional_text(shape.question),
        made_by=None if shape.made_by is None else _maker(shape.made_by, fields),
        tags=fields.references(tags),
        when=fields.moment(shape.when),
        compare=compare,
        verdict=None if shape.verdict is None else _verdict(shape.verdict, fields),
        explanation=fields.prose(shape.explanation),
        asked=tuple(filter(None, (_asked(one, fields) for one in shape.asked or ()))),
        evidence=tuple(filter(None, (_evidence(one, fields) for one in shape.evidence or ()))),
        related=fields.references(shape.related),
        whole=whole and _is_whole(shape, read) and len(tags) == len(shape.tags or ()),
    )


def _is_whole(shape: ClaimShape, read: Sequence[Account]) -> bool:
    """Whether each account is there as it was typed, with its stance and all its quotes."""
    typed_quotes = sum(len(one.quotes) for one in shape.accounts if isinstance(one, SpeakingShape))
    return (
        len(read) == len(shape.accounts)
        and not any(one.stance.missing for one in shape.accounts)
        and sum(len(one.quotes) for one in read) == typed_quotes
    )


def _slugs(typed: Iterable[Typed], fields: Fields) -> list[Typed]:
    return [one for one in typed if fields.slug(one) is not None]


def _maker(shape: MakerShape, fields: Fields) -> Maker | None:
    maker = Maker(
        name=fields.text(shape.name),
        type=str(shape.type) if shape.type else None,
        date=fields.moment(shape.date),
        url=fields.web_address(shape.url),
        place=fields.place(shape.name),
    )
    return maker if maker.name else None


def _comparison(shape: CompareShape, fields: Fields) -> Comparison | None:
    tolerance = _tolerance(shape.tolerance, fields)
    unit = fields.optional_text(shape.unit)
    among = {
        fields.text(key): fields.text(label)
        for key, label in (shape.among or {}).items()
        if not key.missing
    }
    if shape.as_.missing:
        return None
    _report_misfits(shape, fields)
    if shape.as_ == "choice" and not among:
        return None
    kind = cast("Kind", str(shape.as_))  # the shape let no other word through
    return Comparison(kind, unit, tolerance, among, fields.place(shape.as_))


def _report_misfits(shape: CompareShape, fields: Fields) -> None:
    if shape.as_ == "choice" and not shape.among:
        message = "a comparison of choices needs `among`: the choices and their labels"
        help_text = "add `among: {full: Pleinement, part: En partie}`, with your own"
        fields.wrong("key-missing", shape.as_, message, help=help_text)
    for key, kind, there in (
        ("among", "choice", next(iter(shape.among or ()), None)),
        ("unit", "number", shape.unit),
        ("tolerance", "number", shape.tolerance),
    ):
        if there is not None and shape.as_ != kind:
            message = f"`{key}` stands with `as: {shape.as_}`, and only a {kind} has it"
            help_text = f"take `{key}` out, or write `as: {kind}`"
            fields.wrong("key-conflict", there, message, help=help_text)


def _tolerance(typed: Typed | None, fields: Fields) -> float:
    if typed is None:
        return 0.0
    if _SHARE.fullmatch(typed):
        return float(typed)
    message = f"{echo(typed)} is not a tolerance"
    help_text = "write the relative difference that still agrees, as in `0.05` for 5 %"
    fields.wrong("value-invalid", typed, message, help=help_text)
    return 0.0


def _verdict(shape: VerdictShape, fields: Fields) -> Verdict | None:
    rating = fields.reference(shape.rating)
    summary = fields.optional_text(shape.summary)
    return None if rating is None else Verdict(rating, summary)


def _asked(shape: AskedShape, fields: Fields) -> Asked | None:
    asked = Asked(
        whom=fields.text(shape.whom),
        when=fields.moment(shape.when),
        answer=fields.optional_text(shape.answer),
    )
    return asked if asked.whom else None


def _evidence(shape: EvidenceShape, fields: Fields) -> Evidence | None:
    evidence = Evidence(
        title=fields.text(shape.title),
        url=fields.web_address(shape.url),
        archive=fields.web_address(shape.archive),
        published=fields.moment(shape.published),
        quote=fields.optional_text(shape.quote),
    )
    return evidence if evidence.title else None
