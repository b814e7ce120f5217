"""A publish is killed before every change that it makes to the disk, and the next one finishes it.

The killing is done by an audit hook in a process of its own: Python tells of every file that is
opened, renamed or removed before it happens, so nothing of Recoupe needs to know of this test.
"""

import json
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from recoupe.writing.publish import publishing
from recoupe.writing.refusals import OutputRefusedError

OLD = {
    "index.html": "home",
    "claims/index.html": "list",
    "claims/x/index.html": "x",
    "claims/gone/index.html": "gone",
    "notes": "a file",
    "folder/file": "in a folder",
}
NEW = {
    "index.html": "new home, longer",
    "claims/index.html": "new list",
    "claims/x/index.html": "x",
    "claims/y/index.html": "y",
    "assets/site.css": "a{}",
    "notes/file": "in a folder",
    "folder": "a file",
}

KILLING = """
import json, os, sys
from itertools import count
from pathlib import Path
from shutil import copytree
from recoupe.writing.publish import publishing

folder, once, old, new = Path(sys.argv[1]), sys.argv[2] == "once", *map(json.loads, sys.argv[3:])
changes = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree"}

def publish(project, files):
    with publishing(project / "site", root=project) as publication:
        publication.publish((path, text.encode()) for path, text in files.items())

def killed(project, allowed):
    left = iter(range(allowed))
    def kill(event, arguments):
        if event in changes or (event == "open" and arguments[1] in ("w", "wb")):
            if next(left, None) is None:
                os._exit(9)
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    sys.addaudithook(kill)
    publish(project, new)
    os._exit(0)

if once:
    publish(folder / "old", old)
for allowed in count():
    project = copytree(folder / "old", folder / str(allowed)) if once else folder
    if not killed(project, allowed):
        break
print(allowed)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills a POSIX process")


def publish(project: Path, files: dict[str, str]) -> None:
    with publishing(project / "site", root=project) as publication:
        publication.publish((path, text.encode()) for path, text in files.items())


def killings(folder: Path, how: str) -> int:
    """Publish NEW, killed after 0, 1, 2, … changes until it succeeds; how often it was killed.

    `once`: each time over OLD in a project of its own, `folder/0`, `folder/1`, …; `again`: always
    in the same one.
    """
    command = [sys.executable, "-c", KILLING, str(folder), how, json.dumps(OLD), json.dumps(NEW)]
    return int(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


@pytest.fixture(scope="module")
def killed_once(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Projects whose publish was killed, each one change later than the one before."""
    folder = tmp_path_factory.mktemp("killed")
    return [folder / str(number) for number in range(killings(folder, "once"))]


@pytest.fixture
def interrupted(killed_once: list[Path], tmp_path: Path) -> Path:
    """A project whose publish was killed as soon as its journal stood."""
    first = next(
        one for one in killed_once if (one / ".site.recoupe-publish/journal.json").exists()
    )
    return copytree(first, tmp_path / "project")


def contents(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    found = {path.relative_to(site).as_posix(): path.read_text() for path in files}
    found.pop("data/manifest.json")
    return found


def left(project: Path) -> set[str]:
    """What a publish leaves beside its memory."""
    return {path.name for path in project.iterdir()} - {".recoupe"}


def test_publish_killed_at_any_change_leaves_whole_files_and_is_finished_by_the_next(
    killed_once: list[Path], tmp_path: Path
) -> None:
    seen = set()
    for killed in killed_once:
        project = copytree(killed, tmp_path / killed.name)
        halfway = contents(project / "site")
        assert all(text in (OLD.get(path), NEW.get(path)) for path, text in halfway.items())
        assert "claims/y/index.html" in halfway or halfway["claims/index.html"] == "list"
        seen.add(json.dumps(halfway, sort_keys=True))
        with publishing(project / "site", root=project):
            assert contents(project / "site") in (OLD, NEW)
        publish(project, NEW)
        assert contents(project / "site") == NEW
        assert left(project) == {"site"}
        assert not (project / "site/claims/gone").exists()

    assert len(seen) > len(NEW)  # it was killed between the placing of one file and the next


def test_finishing_may_be_interrupted_again_and_again(interrupted: Path) -> None:
    killed = killings(interrupted, "again")

    assert killed > 1
    assert contents(interrupted / "site") == NEW
    assert left(interrupted) == {"site"}


def test_file_put_into_the_way_of_an_interrupted_publish_is_not_overwritten(
    interrupted: Path,
) -> None:
    (interrupted / "site/claims/y").mkdir()
    (interrupted / "site/claims/y/index.html").write_text("foreign")

    with pytest.raises(OutputRefusedError, match="in the way"):
        publish(interrupted, NEW)

    assert (interrupted / "site/claims/y/index.html").read_text() == "foreign"
