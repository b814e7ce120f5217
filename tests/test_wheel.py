"""The wheel carries what the package needs at run time besides its modules."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps"]
    subprocess.run([*command, "--no-build-isolation", "-w", folder, ROOT], check=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        return set(opened.namelist())


@pytest.mark.parametrize(
    ("folder", "inside"),
    [
        pytest.param("templates", "recoupe/templates", id="templates"),
        pytest.param("recoupe/locale/fr", "recoupe/locale/fr", id="interface texts"),
        pytest.param("recoupe/editing/skeletons", "recoupe/editing/skeletons", id="skeletons"),
    ],
)
def test_wheel_has_every_file_of_a_folder(names: set[str], folder: str, inside: str) -> None:
    files = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    wanted = {f"{inside}/{path.relative_to(ROOT / folder).as_posix()}" for path in files}

    assert wanted
    assert wanted <= names


def test_wheel_has_the_marks_and_sheets_beside_the_modules(names: set[str]) -> None:
    assert {"recoupe/py.typed", "recoupe/serving/preview.css"} <= names
