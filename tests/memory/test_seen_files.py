"""That a hash which is taken from memory is that of the file as it stands."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from recoupe.memory.seen_files import SeenFiles

pytestmark = pytest.mark.usefixtures("caches")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file that was changed long ago, as clocks go."""
    path = tmp_path / "file"
    path.write_text("before")
    os.utime(path, (1, 1))
    return path


@pytest.fixture
def seen(tmp_path: Path) -> Callable[[], SeenFiles]:
    return lambda: SeenFiles(str(tmp_path / "record"))


def digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def test_file_that_changed_is_looked_at(file: Path, seen: Callable[[], SeenFiles]) -> None:
    first = seen()
    before = first.sha256(str(file))
    first.leave()

    file.write_text("after!")
    os.utime(file, (1, 1))

    assert before == digest("before")
    assert seen().sha256(str(file)) == digest("after!")


def test_what_is_no_file_has_no_hash(
    tmp_path: Path, file: Path, seen: Callable[[], SeenFiles]
) -> None:
    link = tmp_path / "link"
    link.symlink_to(file)

    hashes = [seen().sha256(str(path)) for path in (tmp_path, link, tmp_path / "none")]

    assert hashes == [None, None, None]


def test_file_that_is_not_asked_for_is_forgotten(
    tmp_path: Path, file: Path, seen: Callable[[], SeenFiles]
) -> None:
    first, second = seen(), seen()
    first.sha256(str(file))
    first.leave()
    long = (tmp_path / "record").stat().st_size

    second.sha256(str(tmp_path / "record"))
    second.leave()
    seen().leave()

    assert (tmp_path / "record").stat().st_size < long
