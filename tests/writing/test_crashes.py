"""A publish is killed before every change that it makes to the disk, and the next one finishes it.

The killing is done by an audit hook in a process of its own: Python tells of every file that is
opened, renamed or removed before it happens, so nothing of Recoupe needs to know of this test.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from recoupe.writing.publish import publishing
from recoupe.writing.refusals import OutputRefusedError

OLD = {
    "index.html": "home",
    "claims/index.html": "list",
    "claims/x/index.html": "x",
    "claims/gone/index.html": "gone",
    "gone.txt": "gone",
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

KILLED = """
import json, os, sys
from pathlib import Path
from recoupe.writing.publish import publishing

root, files, last = Path(sys.argv[1]), json.loads(sys.argv[2]), int(sys.argv[3])
changes = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "shutil.rmtree"}
count = 0

def kill(event, arguments):
    global count
    if event in changes or (event == "open" and arguments[1] in ("w", "wb")):
        count += 1
        if count > last:
            os._exit(9)

sys.addaudithook(kill)
with publishing(root / "site", root=root) as publication:
    publication.publish([(path, text.encode()) for path, text in files.items()])
os._exit(0)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills a POSIX process")


def publish(project: Path, files: dict[str, str]) -> None:
    with publishing(project / "site", root=project) as publication:
        publication.publish((path, text.encode()) for path, text in files.items())


def killed_after(changes: int, project: Path) -> bool:
    command = [sys.executable, "-c", KILLED, str(project), json.dumps(NEW), str(changes)]
    return subprocess.run(command, check=False).returncode == 9


def contents(site: Path) -> dict[str, str]:
    files = (path for path in site.rglob("*") if path.is_file())
    found = {path.relative_to(site).as_posix(): path.read_text() for path in files}
    found.pop("data/manifest.json")
    return found


def test_publish_killed_at_any_change_leaves_whole_files_and_is_finished_by_the_next(
    tmp_path: Path,
) -> None:
    changes, seen = 0, set()
    while True:
        project = tmp_path / str(changes)
        publish(project, OLD)
        if not killed_after(changes, project):
            break

        halfway = contents(project / "site")

        assert all(text in (OLD.get(path), NEW.get(path)) for path, text in halfway.items())
        assert "claims/y/index.html" in halfway or halfway["claims/index.html"] == "list"
        with publishing(project / "site", root=project):
            assert contents(project / "site") in (OLD, NEW)
        publish(project, NEW)
        assert contents(project / "site") == NEW
        assert [path.name for path in project.iterdir()] == ["site"]
        assert not (project / "site/claims/gone").exists()
        seen.add(json.dumps(halfway, sort_keys=True))
        changes += 1

    assert contents(project / "site") == NEW
    assert len(seen) > len(NEW)  # it was killed between the placing of one file and the next


def interrupted(folder: Path) -> Path:
    """A project whose publish was killed as soon as its journal stood."""
    for changes in range(100):
        project = folder / str(changes)
        publish(project, OLD)
        assert killed_after(changes, project)
        if (project / ".site.recoupe-publish/journal.json").exists():
            return project
    raise AssertionError("no journal was ever written")


def test_finishing_may_be_interrupted_again_and_again(tmp_path: Path) -> None:
    project, changes = interrupted(tmp_path), 0

    while killed_after(changes, project):
        changes += 1

    assert changes > 1
    assert contents(project / "site") == NEW
    assert [path.name for path in project.iterdir()] == ["site"]


def test_file_put_into_the_way_of_an_interrupted_publish_is_not_overwritten(tmp_path: Path) -> None:
    project = interrupted(tmp_path)
    (project / "site/claims/y").mkdir()
    (project / "site/claims/y/index.html").write_text("foreign")

    with pytest.raises(OutputRefusedError, match="in the way"):
        publish(project, NEW)

    assert (project / "site/claims/y/index.html").read_text() == "foreign"
