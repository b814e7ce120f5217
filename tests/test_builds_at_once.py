"""Builds that go on at the same time, as processes: one says so, and none spoils another."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks.corpus import make_project

CLAIMS = 24
MACHINE_FAILED = 3  # FORMAT: the machine failed; another build at work is such a thing
# Holds a folder as a build does, says so, and lets go when its input ends.
HOLDER = """\
import sys
from pathlib import Path
from recoupe.writing.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""

pytestmark = [
    pytest.mark.usefixtures("caches"),
    pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be locked on Windows"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    make_project(tmp_path / "project", CLAIMS)
    return tmp_path / "project"


def build(root: Path, output: str = "site") -> subprocess.Popen[str]:
    command = [
        "build",
        "--root",
        str(root),
        "--quick",
        "--jobs",
        "2",
        "--output",
        str(root / output),
    ]
    return subprocess.Popen(
        [sys.executable, "-m", "recoupe", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(builds: list[subprocess.Popen[str]]) -> list[tuple[int, str]]:
    """How each ended: its exit code, and what it said was wrong."""
    told = [one.communicate()[1] for one in builds]
    return [(one.returncode, text) for one, text in zip(builds, told, strict=True)]


@contextmanager
def held(folder: Path) -> Iterator[None]:
    """A block while which another process holds `folder`."""
    command = [sys.executable, "-c", HOLDER, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as one:
        assert one.stdout is not None
        assert one.stdin is not None
        assert one.stdout.readline() == "held\n"
        yield
        one.stdin.close()


def edit(root: Path, word: str) -> None:
    """Change what a claim says, so that there is something to build."""
    claim = min((root / "facts" / "claims").rglob("*.yaml"))
    text, count = re.subn(r"(?m)^claim: .*$", f"claim: {word} ponts.", claim.read_text("utf-8"))
    assert count == 1
    claim.write_text(text, "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    found = folder.rglob("*")
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in found if one.is_file()}


def site_built_alone(root: Path) -> dict[str, bytes]:
    """The site that a build leaves which has no memory, no output and no company."""
    copy = root.parent / "alone"
    for folder in ("facts", "seeds"):
        shutil.copytree(root / folder, copy / folder)
    assert ended([build(copy)])[0][0] == 0
    return tree(copy / "site")


def test_build_says_that_another_one_is_at_work_and_leaves_the_site_alone(root: Path) -> None:
    assert ended([build(root)])[0][0] == 0
    before = tree(root / "site")
    edit(root, "Trois")

    with held(root / "site"):
        [(code, told)] = ended([build(root)])

    assert code == MACHINE_FAILED
    assert "another build is writing" in told
    assert tree(root / "site") == before
    assert ended([build(root)])[0][0] == 0
    assert tree(root / "site") == site_built_alone(root)


def test_builds_that_race_for_one_output_leave_a_whole_site(root: Path) -> None:
    for word in ("Trois", "Quatre"):
        edit(root, word)
        codes = [code for code, _ in ended([build(root) for _ in range(3)])]
        assert 0 in codes
        assert set(codes) <= {0, MACHINE_FAILED}

    assert tree(root / "site") == site_built_alone(root)
    verified = [sys.executable, "-m", "recoupe", "verify", str(root / "site"), "--root", str(root)]
    assert subprocess.run(verified, capture_output=True, check=False).returncode == 0


def test_builds_to_two_outputs_share_a_memory_and_spoil_nothing(root: Path) -> None:
    first = ended([build(root, "site"), build(root, "site-2")])
    edit(root, "Trois")
    second = ended([build(root, "site"), build(root, "site-2")])

    assert [code for code, _ in first + second] == [0, 0, 0, 0]
    assert tree(root / "site") == tree(root / "site-2") == site_built_alone(root)
