"""That templates which are kept compiled are those of their source, and nobody else's."""

import marshal
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.locale import interface
from recoupe.writing.compiled import CompiledTemplates
from recoupe.writing.environment import environment

pytestmark = pytest.mark.usefixtures("caches")
VERSION = b"1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / ".recoupe" / "templates"


def shown(tmp_path: Path, folder: Path, source: str, version: bytes = VERSION) -> str:
    """What a project's template of that source shows."""
    template = tmp_path / "templates" / "one.html"
    template.parent.mkdir(exist_ok=True)
    template.write_text(source, "utf-8")
    made = environment(template.parent, interface("fr"), CompiledTemplates(folder, version))
    return made.get_template("one.html").render()


def kept(folder: Path) -> Path:
    """The only template that is kept."""
    (found,) = folder.iterdir()
    return found


def test_template_of_the_same_source_is_not_compiled_again(tmp_path: Path, folder: Path) -> None:
    shown(tmp_path, folder, "Un")
    before = kept(folder).stat().st_mtime_ns

    assert shown(tmp_path, folder, "Un") == "Un"
    assert kept(folder).stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("source", "version"),
    [pytest.param("Deux", VERSION, id="source"), pytest.param("Un", b"2", id="program")],
)
def test_template_of_another_source_or_program_is_compiled_again(
    tmp_path: Path, folder: Path, source: str, version: bytes
) -> None:
    shown(tmp_path, folder, "Un")
    before = kept(folder).read_bytes()

    assert shown(tmp_path, folder, source, version) == source
    assert kept(folder).read_bytes() != before


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def sealed_by_nobody(path: Path) -> None:
    evil = marshal.dumps(compile("raise SystemExit(9)", "x", "exec"))
    path.write_bytes(path.read_bytes()[:73] + evil)


@pytest.mark.parametrize("harm", [truncated, sealed_by_nobody])
def test_code_without_this_users_seal_never_runs(
    tmp_path: Path, folder: Path, harm: Callable[[Path], None]
) -> None:
    shown(tmp_path, folder, "Un")

    harm(kept(folder))

    assert shown(tmp_path, folder, "Un") == "Un"


def test_templates_that_cannot_be_kept_are_compiled_all_the_same(
    tmp_path: Path, folder: Path
) -> None:
    folder.parent.mkdir()
    folder.write_text("a file in the place of the folder", "utf-8")

    assert shown(tmp_path, folder, "Un") == "Un"
