"""That the memory of builds is written where it belongs, whatever lies there before."""

from pathlib import Path

import pytest

from recoupe.memory.records import keep_record, kept_record
from recoupe.memory.writing import write_anew

pytestmark = pytest.mark.usefixtures("caches")


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter").write_text("dear reader")
    return tmp_path / "home"


@pytest.mark.parametrize("name", ["seen", "seen.new"])
def test_link_in_the_place_of_a_file_is_not_followed(
    tmp_path: Path, victim: Path, name: str
) -> None:
    memory = tmp_path / ".recoupe"
    memory.mkdir()
    (memory / name).symlink_to(victim / "letter")

    write_anew(str(memory / "seen"), b"seen")

    assert (memory / "seen").read_bytes() == b"seen"
    assert (victim / "letter").read_text() == "dear reader"


@pytest.mark.parametrize("link", [".recoupe", ".recoupe/facts"])
def test_nothing_is_written_behind_a_link_to_a_folder(
    tmp_path: Path, victim: Path, link: str
) -> None:
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to(victim)

    with pytest.raises(OSError, match="link"):
        write_anew(str(tmp_path / ".recoupe" / "facts" / "record"), b"facts")

    assert [path.name for path in victim.iterdir()] == ["letter"]


def test_folder_around_the_memory_may_be_a_link(tmp_path: Path, victim: Path) -> None:
    (tmp_path / "project").symlink_to(victim)

    write_anew(str(tmp_path / "project" / ".recoupe" / "seen"), b"seen")

    assert (victim / ".recoupe" / "seen").read_bytes() == b"seen"


def test_record_in_the_place_of_another_is_none(tmp_path: Path) -> None:
    one, other = (str(tmp_path / ".recoupe" / name) for name in ("one", "other"))
    keep_record(one, b"1", b"content")
    keep_record(other, b"1", b"foreign")

    Path(one).write_bytes(Path(other).read_bytes())

    assert kept_record(one, b"1", bytes) is None
    assert kept_record(other, b"1", bytes) == b"foreign"
