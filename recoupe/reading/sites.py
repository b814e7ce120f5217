"""facts/site.yaml, from its shape to the model."""

from collections.abc import Iterable

from recoupe.diagnostics import Related
from recoupe.model import Publisher, Rating, Site, SourceText
from recoupe.reading.fields import Fields
from recoupe.reading.nodes import Typed
from recoupe.reading.shapes_sites import RatingShape, SiteShape


def site(shape: SiteShape, fields: Fields) -> Site:
    """The site; what was wrong in its file is left out of it."""
    return Site(
        title=fields.text(shape.title),
        place=fields.beginning(),
        language=str(shape.language or "fr"),
        description=fields.optional_text(shape.description),
        base_url=fields.site_address(shape.base_url),
        publisher=_publisher(shape, fields),
        source_text=SourceText(shape.source_text or SourceText.EXCERPTS),
        report_url=fields.any_address(shape.report_url),
        sheets=fields.flag(shape.sheets),
        ratings=_ratings(shape.ratings or (), fields),
        tags=_tags(shape.tags or {}, fields),
    )


def _publisher(shape: SiteShape, fields: Fields) -> Publisher | None:
    if shape.publisher is None:
        return None
    name = fields.text(shape.publisher.name)
    url = fields.web_address(shape.publisher.url)
    return Publisher(name, url) if name else None


def _tags(shape: dict[Typed, Typed], fields: Fields) -> dict[str, str]:
    labels = {fields.slug(tag): fields.text(label) for tag, label in shape.items()}
    return {tag: label for tag, label in labels.items() if tag is not None}


def _ratings(shapes: Iterable[RatingShape], fields: Fields) -> tuple[Rating, ...]:
    found: dict[str, tuple[Rating, RatingShape]] = {}
    for shape in shapes:
        rating = _rating(shape, fields)
        if rating is not None and rating.id in found:
            _report_doubled(shape, found[rating.id][1], fields)
        elif rating is not None:
            found[rating.id] = rating, shape
    _report_rising(found.values(), fields)
    return tuple(rating for rating, _ in found.values())


def _rating(shape: RatingShape, fields: Fields) -> Rating | None:
    rating_id = fields.slug(shape.id)
    label = fields.text(shape.label)
    value = fields.count(shape.value)
    description = fields.optional_text(shape.description)
    return None if rating_id is None else Rating(rating_id, label, value, description)


def _report_doubled(shape: RatingShape, first: RatingShape, fields: Fields) -> None:
    fields.report.add(
        "scale-invalid",
        fields.place(shape.id),
        f"the rating `{shape.id}` stands twice on the scale",
        help="give it an id of its own",
        related=(Related(fields.place(first.id), "it stands here already"),),
    )


def _report_rising(ratings: Iterable[tuple[Rating, RatingShape]], fields: Fields) -> None:
    """Report each value that is not below the one before it."""
    above: int | None = None
    for rating, shape in ratings:
        if rating.value is None or shape.value is None:
            continue
        if above is not None and rating.value >= above:
            message = f"the value {rating.value} does not fall below {above}, the one before it"
            help_text = "order the ratings from most to least true"
            fields.wrong("scale-invalid", shape.value, message, help=help_text)
        above = rating.value
