"""The keys that claims, sources and discrepancies share, from their shape to the model."""

from recoupe.model import History, HistoryKind, Record
from recoupe.reading.fields import Fields
from recoupe.reading.shapes_records import HistoryShape, RecordShape


def record(fact_id: str, shape: RecordShape, fields: Fields) -> Record:
    """What every fact has; its history is sorted by date, newest first."""
    entries = [_history(entry, fields) for entry in shape.history or ()]
    known = sorted(filter(None, entries), key=lambda entry: entry.date, reverse=True)
    return Record(
        id=fact_id,
        place=fields.beginning(),
        draft=fields.flag(shape.draft),
        checked=fields.date(shape.checked),
        by=fields.texts(shape.by),
        history=tuple(known),
    )


def _history(shape: HistoryShape, fields: Fields) -> History | None:
    date, note = fields.date(shape.date), fields.text(shape.note)
    before = fields.optional_text(shape.before)
    if before is not None and str(shape.kind) not in {HistoryKind.CORRECTED, ""}:
        message = f"`before` stands with `kind: {shape.kind}`, and only a correction has it"
        help_text = "write `kind: corrected`, or take `before` out"
        fields.wrong("key-conflict", shape.before or shape.kind, message, help=help_text)
        before = None
    if date is None or shape.kind.missing:
        return None
    return History(date, HistoryKind(shape.kind), note, before, fields.place(shape.date))
