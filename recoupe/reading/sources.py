"""A file of facts/sources, from its shape to the model."""

from recoupe.diagnostics import Place
from recoupe.model import Bounds, Site, Source, SourceText
from recoupe.reading.fields import Fields
from recoupe.reading.folders import SEEDS
from recoupe.reading.likely_words import meant
from recoupe.reading.nodes import Typed
from recoupe.reading.records import record
from recoupe.reading.seeds import Seed, Seeds
from recoupe.reading.shapes_sources import BodyShape, SourceShape
from recoupe.values.mistakes import echo

_SHA256_DIGITS = 64
_HEX = frozenset("0123456789abcdef")


def source(
    source_id: str, shape: SourceShape, fields: Fields, *, site: Site | None, seeds: Seeds
) -> Source | None:
    """The source; None where its text cannot be had, after all else was looked at.

    `site` gives the language and how much may be shown, where the source does not say.
    """
    seed = _seed(shape.text, fields, seeds)
    captured = None if seed is None else seed.text
    pin, pin_place = _pin(shape.sha256, fields)
    made = Source(
        record=record(source_id, shape, fields),
        file=str(shape.text),
        captured=captured or "",
        file_sha256="" if seed is None else seed.sha256,
        title=fields.text(shape.title),
        described=fields.flag(shape.described),
        language=fields.language(shape.language) or _site_language(site),
        shown=_shown(shape, site),
        bounds=_bounds(shape.body, fields),
        publisher=fields.optional_text(shape.publisher),
        author=fields.texts(shape.author),
        published=fields.date(shape.published),
        updated=fields.date(shape.updated),
        retrieved=fields.date(shape.retrieved),
        url=fields.web_address(shape.url),
        archive=fields.web_address(shape.archive),
        origin=fields.optional_text(shape.origin),
        pin=pin,
        pin_place=pin_place,
    )
    _warn_of_change(made, fields)
    return None if captured is None else made


def _site_language(site: Site | None) -> str:
    return "fr" if site is None else site.language


def _shown(shape: SourceShape, site: Site | None) -> SourceText:
    if shape.source_text:
        return SourceText(shape.source_text)
    return SourceText.EXCERPTS if site is None else site.source_text


def _seed(name: Typed, fields: Fields, seeds: Seeds) -> Seed | None:
    if name.missing:
        return None
    if name in seeds.names:
        return seeds.seed(str(name))
    if {"/", "\\"}.intersection(name):
        message = f"{echo(name)} is not the name of a file under {SEEDS}/"
        help_text = "write the name alone, as in `003_33678d39e83c32c7.txt`"
        fields.wrong("value-invalid", name, message, help=help_text)
    else:
        message = f"there is no file {echo(name)} under {SEEDS}/"
        help_text = meant(name, seeds.names, otherwise=f"put the text there, as {SEEDS}/{name}")
        fields.wrong("file-missing", name, message, help=help_text)
    return None


def _bounds(shape: BodyShape | None, fields: Fields) -> Bounds | None:
    if shape is None:
        return None
    start, end = fields.some_words(shape.from_), fields.some_words(shape.to)
    first = shape.from_ if start else shape.to
    last = shape.to if end else shape.from_
    if first is None or last is None or not (start or end):
        return None
    return Bounds(start, end, fields.place(first), fields.place(last))


def _pin(typed: Typed | None, fields: Fields) -> tuple[str | None, Place | None]:
    if typed is None or typed.missing:
        return None, None
    pin = typed.lower()
    if len(pin) == _SHA256_DIGITS and _HEX.issuperset(pin):
        return pin, fields.place(typed)
    message = f"{echo(typed)} is not a SHA-256 hash"
    help_text = f"write {_SHA256_DIGITS} digits 0 to 9 and a to f, as `sha256sum` prints them"
    fields.wrong("value-invalid", typed, message, help=help_text)
    return None, None


def _warn_of_change(source: Source, fields: Fields) -> None:
    if source.pin is None or source.pin_place is None or not source.file_sha256:
        return
    if source.pin != source.file_sha256:
        fields.report.add(
            "source-changed",
            source.pin_place,
            f"{SEEDS}/{source.file} is not the file that was checked",
            help="`recoupe repair` shows what became of what is cited of it; once all is right,"
            " `recoupe check --pin` records this text as checked",
        )
