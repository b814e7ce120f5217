"""What keeps the place of a wrong entry is right for every entry that can be wrong."""

import pytest
from pydantic import TypeAdapter

from recoupe.reading.shape_paths import keys, stand_in
from recoupe.reading.shape_texts import Shape
from recoupe.reading.shapes_accounts import SilentShape, SpeakingShape
from recoupe.reading.shapes_claims import ClaimShape, CompareShape, MakerShape
from recoupe.reading.shapes_discrepancies import DiscrepancyShape
from recoupe.reading.shapes_quotes import ExactShape, PassageShape
from recoupe.reading.shapes_sites import RatingShape, SiteShape
from recoupe.reading.shapes_sources import BodyShape, SourceShape

SHAPES = [
    *(SiteShape, RatingShape, SourceShape, BodyShape, DiscrepancyShape, ClaimShape, CompareShape),
    *(MakerShape, SilentShape, SpeakingShape, ExactShape, PassageShape),
]


@pytest.mark.parametrize(
    ("shape", "key"),
    [(shape, key) for shape in SHAPES for key in keys(shape)],
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_stand_in_is_what_the_entry_takes(shape: type[Shape], key: str) -> None:
    field = next(f for name, f in shape.model_fields.items() if (f.alias or name) == key)

    node = stand_in(shape, key)

    TypeAdapter(field.rebuild_annotation()).validate_python(node)
