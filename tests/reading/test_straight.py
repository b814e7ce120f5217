"""A file is read straight only where the wordy way finds the same, at the same places."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.diagnostics import Report
from recoupe.reading.composing import composed
from recoupe.reading.lines import located_text
from recoupe.reading.nodes import Typed
from recoupe.reading.shape_texts import Shape
from recoupe.reading.shapes_claims import ClaimShape
from recoupe.reading.shapes_discrepancies import DiscrepancyShape
from recoupe.reading.shapes_sites import SiteShape
from recoupe.reading.shapes_sources import SourceShape
from recoupe.reading.straight import straight
from recoupe.reading.validating import validated

ROOT = Path(__file__).parents[2]
SHAPES = {
    "claims": ClaimShape,
    "sources": SourceShape,
    "discrepancies": DiscrepancyShape,
    "site.yaml": SiteShape,
}


def shape_of(path: Path) -> type[Shape] | None:
    parts = path.parts
    return SHAPES.get(parts[len(parts) - parts[::-1].index("facts")])


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def fact_files(root: Path) -> list[Path]:
    return sorted(path for path in root.rglob("*.yaml") if "facts" in path.parts and path.is_file())


SOUND = fact_files(ROOT / "facts") + fact_files(ROOT / "tests/cases/reading/nothing-wrong")
SAMPLES = [
    (shape, text_of(path))
    for path in [*SOUND, *fact_files(ROOT / "tests" / "cases")]
    if (shape := shape_of(path)) is not None
]
SIGNS = st.sampled_from(
    [
        *"-:,#&*!|>'\"%@`{}[]?~\\ \t\n\r\x85\u2028é",
        *("\r\n", "- ", ": ", "? ", "<<", "&a ", "*a", "!b ", "exact", "among", "{}", "[]", "''"),
        *("stance: silent\n", "draft: true\n", "tags: [a]\n"),
    ]
)


def told(value: Any) -> Any:
    """A value with the places of all texts in it."""
    if isinstance(value, Typed):
        return str(value), value.start, value.end, value.style
    if isinstance(value, Shape):
        return type(value), {name: told(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, dict):
        return [(told(key), told(below)) for key, below in value.items()]
    return [told(one) for one in value] if isinstance(value, list) else value


def wordy(shape: type[Shape], text: str) -> tuple[Any, list[str]]:
    file, report = located_text("a.yaml", text), Report()
    root = composed(file, report)
    made = None if root is None else validated(shape, root, file, report)
    return told(made), [one.message for one in report]


def assert_ways_agree(shape: type[Shape], text: str) -> None:
    made = straight(shape, located_text("a.yaml", text))
    if made is not None:
        assert (told(made), []) == wordy(shape, text)


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_a_sound_file_is_read_straight(path: Path) -> None:
    shape = shape_of(path)
    assert shape is not None

    made = straight(shape, located_text("a.yaml", text_of(path)))

    assert told(made) == wordy(shape, text_of(path))[0]
    assert isinstance(made, shape)


@pytest.mark.parametrize(("shape", "text"), SAMPLES)
def test_every_file_of_the_cases_is_read_alike_both_ways(shape: type[Shape], text: str) -> None:
    assert_ways_agree(shape, text)


def test_a_key_without_a_value_at_the_end_beside_a_sign_is_left_to_the_wordy_way() -> None:
    assert straight(SourceShape, located_text("a.yaml", "text: a&\n? title\n")) is None


@given(data=st.data(), noise=st.lists(SIGNS, max_size=3).map("".join))
@settings(deadline=None, max_examples=400)
def test_a_file_with_noise_in_it_is_read_alike_both_ways(data: st.DataObject, noise: str) -> None:
    shape, text = data.draw(st.sampled_from(SAMPLES))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(start + 12, len(text))))

    assert_ways_agree(shape, f"{text[:start]}{noise}{text[end:]}")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12)
VALUES = st.recursive(
    st.one_of(WORDS, st.sampled_from(["true", "silent", "supports", "number", "~", "null"])),
    lambda below: st.one_of(
        st.lists(below, max_size=3),
        st.dictionaries(st.sampled_from(["exact", "from", "to", "as", "among", "source"]), below),
    ),
    max_leaves=5,
)
ACCOUNTS = st.fixed_dictionaries(
    {"source": WORDS, "stance": st.sampled_from(["supports", "silent", "neutral", "loud"])},
    optional={"quotes": st.lists(VALUES, max_size=3), "searched": st.lists(WORDS, max_size=2)}
    | {"value": VALUES, "note": WORDS, "derived": st.sampled_from(["true", "false", "yes"])},
)
CLAIMS = st.fixed_dictionaries(
    {"claim": WORDS, "accounts": st.lists(ACCOUNTS, max_size=3)},
    optional={"tags": VALUES, "compare": VALUES, "by": VALUES, "draft": VALUES, "when": WORDS},
)


@given(
    claim=CLAIMS,
    flow=st.sampled_from([True, False, None]),
    style=st.sampled_from([None, '"', "'", "|", ">"]),
    width=st.integers(10, 200),
)
@settings(deadline=None, max_examples=200)
def test_a_claim_in_any_style_of_yaml_is_read_alike_both_ways(
    claim: dict[str, Any], flow: bool | None, style: str | None, width: int
) -> None:
    text = yaml.safe_dump(
        claim, default_flow_style=flow, default_style=style, width=width, allow_unicode=True
    )

    assert_ways_agree(ClaimShape, text)


@pytest.mark.parametrize(
    "sign", ["[", "{", "- ", "? ", ": ", "- ? ", "-  ", "-\t", "- - ", "[\n", "a: [{"]
)
def test_no_depth_overflows_the_stack(sign: str) -> None:
    text = sign * (99_000 // len(sign))

    assert straight(ClaimShape, located_text("a.yaml", text)) is None


def test_no_staircase_overflows_the_stack() -> None:
    text = "".join(f"{' ' * depth}a:\n" for depth in range(400))

    assert straight(ClaimShape, located_text("a.yaml", text)) is None
