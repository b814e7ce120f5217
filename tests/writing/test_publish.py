import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.writing.publish import Published, publishing
from recoupe.writing.refusals import OutputFailedError, OutputRefusedError

OLD = {
    "index.html": b"home",
    "claims/index.html": b"list",
    "claims/x/index.html": b"x",
    "claims/gone/index.html": b"gone",
}
NEW = {
    "index.html": b"new home",
    "claims/index.html": b"new list",
    "claims/x/index.html": b"x",
    "claims/y/index.html": b"y",
}


def publish(project: Path, files: Mapping[str, bytes], *, kept: tuple[str, ...] = ()) -> Published:
    with publishing(project / "site", root=project) as publication:
        return publication.publish(files.items(), kept)


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
    found.pop("data/manifest.json", None)
    return found


def test_first_publish_writes_every_file_and_their_manifest(tmp_path: Path) -> None:
    result = publish(tmp_path, OLD)

    assert contents(tmp_path / "site") == OLD
    assert result.written == tuple(sorted(OLD))
    manifest = json.loads((tmp_path / "site/data/manifest.json").read_bytes())
    assert manifest["files"].keys() == OLD.keys()
    assert {path.name for path in tmp_path.iterdir()} - {".recoupe"} == {"site"}


def test_next_publish_changes_what_differs_and_removes_what_is_gone(tmp_path: Path) -> None:
    publish(tmp_path, OLD)

    result = publish(tmp_path, NEW)

    assert contents(tmp_path / "site") == NEW
    assert result == Published(
        written=("claims/index.html", "claims/y/index.html", "index.html"),
        removed=("claims/gone/index.html",),
        left=(),
        unchanged=1,
    )
    assert not (tmp_path / "site/claims/gone").exists()


def test_publish_tells_of_the_files_that_it_left_and_not_of_a_later_ones(tmp_path: Path) -> None:
    first = publish(tmp_path, OLD)
    publish(tmp_path, NEW)

    names = {path.removeprefix(f"{tmp_path}/site/") for path in first.stamped}
    assert names == {*OLD, "data/manifest.json"}
    hashes = {path: digest for path, (_, digest) in first.stamped.items()}
    assert hashes[f"{tmp_path}/site/index.html"] == sha256(OLD["index.html"]).hexdigest()
    assert hashes[f"{tmp_path}/site/data/manifest.json"] == first.manifest


def written_at(folder: Path) -> dict[Path, tuple[int, int]]:
    """Which file stands at each path, and since when; reading it changes neither."""
    found = {path: path.stat() for path in folder.rglob("*")}
    return {path: (one.st_ino, one.st_mtime_ns) for path, one in found.items()}


def test_unchanged_files_are_not_touched(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    before = written_at(tmp_path / "site")

    result = publish(tmp_path, OLD)

    assert written_at(tmp_path / "site") == before
    assert result.unchanged == len(OLD)


def test_kept_files_stay_without_being_made_again(tmp_path: Path) -> None:
    publish(tmp_path, OLD)

    publish(tmp_path, {"index.html": b"new home"}, kept=("claims/x/index.html",))

    expected = {"index.html": b"new home", "claims/x/index.html": b"x"}
    assert contents(tmp_path / "site") == expected


def test_file_that_was_changed_by_hand_does_not_stand_and_is_made_again(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / "site/index.html").write_bytes(b"by hand")

    with publishing(tmp_path / "site", root=tmp_path) as publication:
        standing = publication.standing
        publication.publish(OLD.items())

    assert "index.html" not in standing
    assert contents(tmp_path / "site") == OLD


def test_file_that_was_changed_by_hand_is_not_removed_but_told(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / "site/claims/gone/index.html").write_bytes(b"by hand")

    result = publish(tmp_path, NEW)

    assert result.left == ("claims/gone/index.html",)
    assert contents(tmp_path / "site") == NEW | {"claims/gone/index.html": b"by hand"}


def test_foreign_files_that_are_not_in_the_way_stay(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/CNAME").write_bytes(b"parler.example")

    publish(tmp_path, OLD)
    publish(tmp_path, NEW)

    assert contents(tmp_path / "site") == NEW | {"CNAME": b"parler.example"}


def make_file(site: Path, _outside: Path) -> None:
    (site / "claims/y").mkdir(parents=True)
    (site / "claims/y/index.html").write_bytes(b"foreign")


def make_file_for_folder(site: Path, _outside: Path) -> None:
    (site / "claims/y").write_bytes(b"foreign")


def make_folder_for_file(site: Path, _outside: Path) -> None:
    (site / "claims/y/index.html/deep").mkdir(parents=True)


def make_link_for_folder(site: Path, outside: Path) -> None:
    (site / "claims/y").symlink_to(outside)


def make_link_for_file(site: Path, outside: Path) -> None:
    (site / "claims/y").mkdir()
    (site / "claims/y/index.html").symlink_to(outside / "file")


@pytest.mark.parametrize(
    "make",
    [
        make_file,
        make_file_for_folder,
        make_folder_for_file,
        make_link_for_folder,
        make_link_for_file,
    ],
)
def test_what_is_in_the_way_stops_the_publish_before_anything_changes(
    tmp_path: Path, make: "type[object]"
) -> None:
    project, outside = tmp_path / "project", tmp_path / "outside"
    project.mkdir()
    outside.mkdir()
    (outside / "file").write_bytes(b"outside")
    publish(project, OLD)
    make(project / "site", outside)
    before = contents(project / "site")

    with pytest.raises(OutputRefusedError, match="in the way"):
        publish(project, NEW)

    assert contents(project / "site") == before
    assert contents(outside) == {"file": b"outside"}
    assert {path.name for path in project.iterdir()} - {".recoupe"} == {"site"}


def test_foreign_file_with_the_same_content_is_taken_over(tmp_path: Path) -> None:
    (tmp_path / "site/claims/x").mkdir(parents=True)
    (tmp_path / "site/claims/x/index.html").write_bytes(b"x")

    result = publish(tmp_path, OLD)

    assert result.unchanged == 1


@pytest.mark.parametrize(
    "text",
    ["[]", "{}", "no JSON", '{"files": {"../x": "%s"}}' % ("0" * 64), '{"files": {"x": "1"}}'],
    ids=["list", "no files", "not JSON", "path that leads out", "no hash"],
)
def test_manifest_of_somebody_else_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "site/data").mkdir(parents=True)
    (tmp_path / "site/data/manifest.json").write_text(text)

    with pytest.raises(OutputRefusedError, match="manifest"):
        publish(tmp_path, OLD)

    assert contents(tmp_path / "site") == {}


def test_linked_folder_is_not_followed_when_files_are_removed(tmp_path: Path) -> None:
    publish(tmp_path, OLD)
    (tmp_path / "site/claims/gone").rename(tmp_path / "moved")
    (tmp_path / "site/claims/gone").symlink_to(tmp_path / "moved")

    publish(tmp_path, NEW)

    assert (tmp_path / "moved/index.html").read_bytes() == b"gone"


@pytest.mark.parametrize("output", [".", "..", "facts", "facts/site", "file"])
def test_output_that_would_bury_the_project_is_refused(tmp_path: Path, output: str) -> None:
    project = tmp_path / "project"
    (project / "facts").mkdir(parents=True)
    (project / "file").write_text("")

    with (
        pytest.raises(OutputRefusedError),
        publishing(project / output, root=project, inputs=[project / "facts"]),
    ):
        pass


@pytest.mark.parametrize("path", ["", "/x", "../x", "a/../x", "a//x", "./x", "data/manifest.json"])
def test_path_that_is_no_place_of_the_site_is_a_mistake_of_ours(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="none of the site's"):
        publish(tmp_path, {path: b""})


def test_same_path_twice_is_a_mistake_of_ours(tmp_path: Path) -> None:
    with (
        publishing(tmp_path / "site", root=tmp_path) as publication,
        pytest.raises(ValueError, match="two files"),
    ):
        publication.publish([("a", b"1"), ("a", b"2")])


def test_file_and_folder_of_one_name_are_a_mistake_of_ours(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a file and a folder"):
        publish(tmp_path, {"a": b"1", "a/b": b"2"})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": b"1", "c": b"3"}, {"a/b/c": b"2", "c": b"3"}),
        ({"a/b/c": b"1", "a/d": b"2"}, {"a": b"3"}),
    ],
    ids=["file to folder", "folder to file"],
)
def test_own_file_makes_room_for_a_folder_and_a_folder_for_a_file(
    tmp_path: Path, before: dict[str, bytes], after: dict[str, bytes]
) -> None:
    publish(tmp_path, before)

    publish(tmp_path, after)

    assert contents(tmp_path / "site") == after


def test_folder_that_holds_a_foreign_file_makes_no_room(tmp_path: Path) -> None:
    publish(tmp_path, {"a/b": b"1"})
    (tmp_path / "site/a/own").write_bytes(b"foreign")

    with pytest.raises(OutputRefusedError, match="in the way"):
        publish(tmp_path, {"a": b"2"})

    assert contents(tmp_path / "site") == {"a/b": b"1", "a/own": b"foreign"}


PATHS = st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=3).map("/".join)
SITES = st.dictionaries(PATHS, st.sampled_from([b"1", b"2"]), max_size=5).filter(
    lambda files: not any(path.startswith(f"{other}/") for path in files for other in files)
)


@settings(max_examples=60, deadline=None)  # disks have their moods
@given(sites=st.lists(SITES, max_size=4))
def test_site_is_what_was_published_last_whatever_was_before(
    sites: list[dict[str, bytes]],
) -> None:
    with TemporaryDirectory() as folder:
        for site in sites:
            publish(Path(folder), site)

            assert contents(Path(folder) / "site") == site


def test_mistake_while_files_are_made_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, bytes]]:
        yield "claims/y/index.html", b"y"
        raise KeyError("a mistake")

    publish(tmp_path, OLD)

    with (
        publishing(tmp_path / "site", root=tmp_path) as publication,
        pytest.raises(KeyError),
    ):
        publication.publish(broken())

    assert contents(tmp_path / "site") == OLD
    assert {path.name for path in tmp_path.iterdir()} - {".recoupe"} == {"site"}


def test_second_publish_at_the_same_time_is_told_so(tmp_path: Path) -> None:
    with (
        publishing(tmp_path / "site", root=tmp_path),
        pytest.raises(OutputFailedError, match="another build"),
    ):
        publish(tmp_path, OLD)


def test_publish_has_a_record_of_its_own_beside_another(tmp_path: Path) -> None:
    publish(tmp_path, OLD)

    with publishing(tmp_path / "site", root=tmp_path, record="search/files.json") as publication:
        publication.publish([("search/index", b"words")])
    publish(tmp_path, NEW)

    found = contents(tmp_path / "site")
    assert found.pop("search/files.json")
    assert found == NEW | {"search/index": b"words"}


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from recoupe.writing.publish import publishing
from recoupe.writing.refusals import OutputFailedError
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
root = Path(sys.argv[1])
try:
    with publishing(root / "site", root=root) as publication:
        publication.publish([("a", b"a"), ("index.html", b"." * 2000)])
except OutputFailedError as error:
    print("failed:", error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind")
def test_full_disk_is_the_machines_fault_and_leaves_the_old_site(tmp_path: Path) -> None:
    publish(tmp_path, OLD)

    told = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path)], capture_output=True, text=True, check=True
    ).stdout

    assert told == "failed: File too large\n"
    assert contents(tmp_path / "site") == OLD
    assert {path.name for path in tmp_path.iterdir()} - {".recoupe"} == {"site"}
