"""That facts which are kept are those that would be read, and that no mistake stays untold."""

from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.diagnostics import Report
from recoupe.folders import FACTS
from recoupe.memory.seen_files import SeenFiles
from recoupe.model import Claim, Project
from recoupe.reading import read_project
from recoupe.reading.fact_files import claim_in
from recoupe.reading.folders import FactFile, project_files
from recoupe.reading.kept_facts import KeptFacts

pytestmark = pytest.mark.usefixtures("caches")
ROOT = Path(__file__).parents[2]
CASES = sorted({path.parents[1] for path in (ROOT / "tests" / "cases").glob("*/*/facts/*")})
WHOLE = CASES[[case.name for case in CASES].index("conflict-described")]
VERSION = b"1"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / FACTS


def kept_in(folder: Path, version: bytes = VERSION) -> KeptFacts:
    return KeptFacts(folder, version, SeenFiles(str(folder.parent / "seen")))


def read(root: Path, kept: KeptFacts) -> tuple[Project, list[object]]:
    report = Report()
    return read_project(root, report, kept), list(report)


def again(folder: Path, version: bytes = VERSION, root: Path = WHOLE) -> int:
    """How many of the project's claims are read, and not taken as they are kept."""
    count = 0

    def counted(file: FactFile, raw: bytes, report: Report) -> Claim | None:
        nonlocal count
        count += 1
        return claim_in(file, raw, report)

    reader = kept_in(folder, version).reader(Claim, counted)
    for file in project_files(root, Report()).claims:
        reader(file, Report())
    return count


@pytest.mark.parametrize("root", [ROOT, *CASES], ids=lambda root: root.name)
def test_project_is_the_same_with_facts_that_are_kept(folder: Path, root: Path) -> None:
    first = kept_in(folder)
    before = read(root, first)
    first.leave()

    assert read(root, kept_in(folder)) == before


def test_fact_that_is_kept_is_not_read_again(folder: Path) -> None:
    kept = kept_in(folder)
    read(WHOLE, kept)

    assert again(folder) == 1
    kept.leave()
    assert again(folder) == 0
    assert again(folder, version=b"2") == 1


def test_file_with_a_mistake_is_read_and_told_of_every_time(folder: Path, tmp_path: Path) -> None:
    claims = tmp_path / "facts" / "claims"
    claims.mkdir(parents=True)
    (claims / "one.yaml").write_text("claim: Un.\naccounts: []\nverdit: vrai\n", "utf-8")
    first = kept_in(folder)
    _, told = read(tmp_path, first)
    first.leave()

    assert told
    assert read(tmp_path, kept_in(folder))[1] == told


def test_equal_files_of_two_names_are_two_facts(folder: Path, tmp_path: Path) -> None:
    (source,) = (WHOLE / "facts" / "claims").iterdir()
    for name in ("one", "two"):
        path = tmp_path / "facts" / "claims" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(source.read_bytes())
    first = kept_in(folder)
    read(tmp_path, first)
    first.leave()

    project, _ = read(tmp_path, kept_in(folder))

    assert [(claim.id, claim.place.path) for claim in project.claims.values()] == [
        ("one", "facts/claims/one.yaml"),
        ("two", "facts/claims/two.yaml"),
    ]


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def of_another_key(path: Path) -> None:
    path.write_bytes(bytes(32) + path.read_bytes()[32:])


@pytest.mark.parametrize("harm", [truncated, of_another_key, Path.unlink])
def test_record_that_was_harmed_is_none(folder: Path, harm: Callable[[Path], None]) -> None:
    kept = kept_in(folder)
    read(WHOLE, kept)
    kept.leave()

    harm(folder / "record")

    assert again(folder) == 1


def test_facts_that_no_file_gives_any_more_are_forgotten(folder: Path, tmp_path: Path) -> None:
    kept = kept_in(folder)
    read(WHOLE, kept)
    kept.leave()

    empty = kept_in(folder)
    read(tmp_path, empty)
    empty.leave()

    assert again(folder) == 1
    assert list(folder.glob("*.pack")) == []


def test_file_that_was_changed_is_read(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "facts" / "claims" / "one.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("claim: Un.\naccounts: []\n", "utf-8")
    kept = kept_in(folder)
    read(tmp_path, kept)
    kept.leave()

    path.write_text("claim: Et.\naccounts: []\n", "utf-8")
    project, _ = read(tmp_path, kept_in(folder))

    assert project.claims["one"].statement == "Et."
