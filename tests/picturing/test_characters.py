"""What can be written is written as it is; a text with a letter that is missing is not."""

import pytest

from recoupe.picturing.characters import written
from recoupe.picturing.typeface import HEADLINE, typeface

FACE = typeface(HEADLINE, [32])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Œuvre d’Être : « ça »\u00a0!", "Œuvre d’Être : « ça »\u00a0!"),
        ("20\u202f000\u202f000", "20\u202f000\u202f000"),
        ("deux\n  lignes ", "deux lignes"),
        ("e\u0301te\u0301", "été"),
        ("a\u200bb\u00adc\u2060", "abc"),
        ("peut\u2011être", "peut-être"),
        ("Feu 🔥 et drapeau 🇫🇷 ❤\ufe0f!", "Feu et drapeau !"),
        ("main 👋🏽 levée", "main levée"),
        ("Ελληνικά и Москва", "Ελληνικά и Москва"),
    ],
    ids=[
        "french",
        "narrow-space",
        "white-space",
        "composed",
        "without-width",
        "hyphen",
        "emoji",
        "skin",
        "scripts",
    ],
)
def test_text_is_written_in_what_the_typeface_has(text: str, expected: str) -> None:
    assert written(text, FACE.has) == expected


@pytest.mark.parametrize(
    "text",
    ["عاد الموقع", "חזר", "Parler 回来了", "x\u030cy", "🔥🔥", "bell\u0007", "private \ue000"],
    ids=["arabic", "hebrew", "han", "mark-alone", "only-emoji", "control", "private"],
)
def test_text_that_cannot_be_written_whole_is_not_written(text: str) -> None:
    assert written(text, FACE.has) is None
