"""Schemas that stand in a project keep up with its names, and cost nothing where none changed."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.editing.schemas import write_own_schemas

CASE = Path(__file__).parents[1] / "cases" / "comparing" / "conflict-described"


def recoupe(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "recoupe", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASE, tmp_path / "project"))


def sources_in(root: Path) -> list[str]:
    schema = json.loads((root / ".recoupe/schemas/claim.json").read_text("utf-8"))
    source = schema["definitions"]["SpeakingShape"]["properties"]["source"]
    return list(source["enum"])


def test_schema_holds_the_ids_of_the_project(root: Path) -> None:
    ended = recoupe("schema", "--root", root)

    assert ended.returncode == 0
    assert sources_in(root) == ["alpha", "beta"]


@pytest.mark.parametrize("command", [["build", "--quick"], ["new", "claim", "other"]])
def test_new_source_is_in_the_schemas_after_a_command(root: Path, command: list[str]) -> None:
    recoupe("schema", "--root", root)
    (root / "facts/sources/gamma.yaml").write_text("text: a.txt\ntitle: x\ndescribed: true\n")

    ended = recoupe(*command, "--root", root)

    assert ended.returncode == 0
    assert sources_in(root) == ["alpha", "beta", "gamma"]


def test_file_that_cannot_be_read_still_has_its_id_in_the_schemas(root: Path) -> None:
    (root / "facts/sources/beta.yaml").write_text("{", "utf-8")

    recoupe("schema", "--root", root)

    assert sources_in(root) == ["alpha", "beta"]


def test_schemas_are_left_alone_where_no_name_changed(root: Path) -> None:
    recoupe("schema", "--root", root)
    file = root / ".recoupe/schemas/claim.json"
    file.write_text("as it was", "utf-8")

    recoupe("build", "--quick", "--root", root)

    assert file.read_text("utf-8") == "as it was"


def test_project_without_schemas_gets_none(root: Path) -> None:
    recoupe("build", "--quick", "--root", root)

    assert not (root / ".recoupe/schemas").exists()


def test_schemas_are_not_written_through_a_link(tmp_path: Path) -> None:
    root, home = tmp_path / "project", tmp_path / "home"
    (root / ".recoupe").mkdir(parents=True)
    home.mkdir()
    (root / ".recoupe" / "schemas").symlink_to(home)

    with pytest.raises(OSError, match="link"):
        write_own_schemas(root, {})

    assert list(home.iterdir()) == []
