"""What the editor's plug-in underlines, the build refuses too."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from recoupe.diagnostics import Report
from recoupe.editing.schemas import known_names
from recoupe.loading import load
from recoupe.reading import read_project
from recoupe.reading.schemas import schemas
from recoupe.reading.shape_texts import NAMES_KEY

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests" / "cases" / "reading").iterdir())
CASES_OF_ALL = [path.parent for path in (ROOT / "tests" / "cases").glob("*/*/facts")]
SHAPE_CASES = [case for case in CASES if case.name.startswith("shape-")]
KINDS = {"claims": "claim", "sources": "source", "discrepancies": "discrepancy"}


def kind_of(path: Path, root: Path) -> str | None:
    parts = path.relative_to(root / "facts").parts
    return "site" if parts == ("site.yaml",) else KINDS.get(parts[0])


def fact_files(root: Path) -> Iterator[tuple[str, Path]]:
    for path in sorted((root / "facts").rglob("*.y*ml")):
        kind = kind_of(path, root)
        if kind is not None and path.is_file() and not path.name.startswith("."):
            yield kind, path


def as_texts(path: Path) -> Any:
    return yaml.load(path.read_bytes(), yaml.CBaseLoader)


def as_plug_ins_read(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: as_plug_ins_read(value) for key, value in node.items()}
    if isinstance(node, list):
        return [as_plug_ins_read(value) for value in node]
    if node in {"true", "false"}:
        return node == "true"
    return int(node) if node.isascii() and node.isdigit() else node


@cache
def validator(kind: str) -> Draft7Validator:
    return Draft7Validator(schemas()[kind])


def is_accepted(kind: str, content: Any) -> bool:
    return bool(validator(kind).is_valid(content))


def content_of(path: Path) -> Any:
    try:
        return as_texts(path)
    except (yaml.YAMLError, UnicodeError):
        return None


def refused_by_schema(root: Path) -> set[str]:
    refused = set()
    for kind, path in fact_files(root):
        try:
            content = as_texts(path)
        except (yaml.YAMLError, UnicodeError):
            continue
        if not is_accepted(kind, content):
            refused.add(path.relative_to(root).as_posix())
    return refused


def refused_by_build(root: Path) -> set[str]:
    report = Report()
    read_project(root, report)
    return {diagnostic.place.path for diagnostic in report if diagnostic.severity == "error"}


@pytest.mark.parametrize("kind", ["site", "source", "claim", "discrepancy"])
def test_schema_is_a_schema_with_words_for_every_key(kind: str) -> None:
    schema = schemas()[kind]

    Draft7Validator.check_schema(schema)
    shapes = [schema, *schema["definitions"].values()]
    entries = [entry for shape in shapes for entry in shape["properties"].values()]
    assert all(entry["description"] for entry in entries)
    assert all("examples" in entry or "enum" in entry for entry in entries)


def names_of(root: Path) -> dict[str, list[str]]:
    report = Report()
    return known_names(root, read_project(root, report), report)


@pytest.mark.parametrize("case", sorted(CASES_OF_ALL), ids=lambda case: case.name)
def test_what_a_schema_with_a_projects_names_refuses_the_build_refuses(case: Path) -> None:
    own = schemas(names_of(case))
    report = load(case).report

    refused = {
        path.relative_to(case).as_posix()
        for kind, path in fact_files(case)
        if (content := content_of(path)) is not None
        and not Draft7Validator(own[kind]).is_valid(content)
    }

    assert refused <= {one.place.path for one in report if one.severity == "error"}


def test_names_that_no_fact_has_are_refused_and_new_tags_are_not() -> None:
    claim = Draft7Validator(schemas({"sources": ["a", "true"], "tags": ["t"]})["claim"])
    account = {"source": "a", "stance": "supports", "quotes": ["x"]}

    assert claim.is_valid({"claim": "x", "tags": ["t", "new"], "accounts": [account]})
    assert claim.is_valid({"claim": "x", "accounts": [account | {"source": True}]})
    assert not claim.is_valid({"claim": "x", "accounts": [account | {"source": "b"}]})


def test_no_mark_of_names_is_left_in_a_schema() -> None:
    for names in ({}, names_of(ROOT)):
        assert NAMES_KEY not in str(schemas(names))


@pytest.mark.parametrize("kind", ["site", "source", "claim", "discrepancy"])
def test_examples_are_accepted_where_they_stand(kind: str) -> None:
    schema = schemas(names_of(ROOT))[kind]
    shapes = [schema, *schema["definitions"].values()]

    for entry in (entry for shape in shapes for entry in shape["properties"].values()):
        judge = Draft7Validator(entry | {"definitions": schema["definitions"]})
        assert all(judge.is_valid(example) for example in entry.get("examples", ())), entry


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_schema_refuses_the_build_refuses(case: Path) -> None:
    refused = refused_by_schema(case)

    assert refused <= refused_by_build(case)


@pytest.mark.parametrize("case", SHAPE_CASES, ids=lambda case: case.name)
def test_mistakes_of_shape_are_refused_by_the_schema_too(case: Path) -> None:
    built = refused_by_build(case)

    assert built
    assert built == refused_by_schema(case)


@pytest.mark.parametrize(
    "root", [ROOT, ROOT / "tests/cases/reading/nothing-wrong"], ids=["the five articles", "a case"]
)
@pytest.mark.parametrize("read", [lambda node: node, as_plug_ins_read], ids=["texts", "YAML 1.2"])
def test_sound_facts_are_accepted(root: Path, read: Any) -> None:
    accepted = {path: is_accepted(kind, read(as_texts(path))) for kind, path in fact_files(root)}

    assert accepted
    assert all(accepted.values())
