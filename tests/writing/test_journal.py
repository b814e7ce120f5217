"""A journal that a publish did not write, as it may come with somebody else's project."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from recoupe.writing.journal import stage
from recoupe.writing.manifest import MANIFEST, manifest_json
from recoupe.writing.publish import publishing
from recoupe.writing.refusals import OutputRefusedError

EVIL = "claims/evil/index.html"


def hashed(content: bytes) -> str:
    return sha256(content).hexdigest()


def publish(project: Path, files: dict[str, bytes]) -> None:
    with publishing(project / "site", root=project) as publication:
        publication.publish(files.items())


def prepared(project: Path, journal: object, contents: dict[str, bytes]) -> Path:
    """A folder beside the site, as an interrupted publish leaves one."""
    work = project / ".site.recoupe-publish"
    work.mkdir()
    for path, content in contents.items():
        stage(work, path, content)
    text = journal if isinstance(journal, str) else json.dumps(journal)
    (work / "journal.json").write_text(text)
    return work


def journal(*steps: tuple[str, str, bytes]) -> dict[str, object]:
    rows = [[action, path, hashed(content)] for action, path, content in steps]
    return {"record": MANIFEST, "steps": rows}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        '{"record": 1, "steps": []}',
        '{"record": "../x", "steps": []}',
        json.dumps({"record": MANIFEST, "steps": [["place", "x"]]}),
        json.dumps({"record": MANIFEST, "steps": [["burn", "x", "0"]]}),
        json.dumps({"record": MANIFEST, "steps": [["place", "../x", "0"]]}),
        json.dumps({"record": MANIFEST, "steps": [["place", 1, "0"]]}),
        json.dumps({"record": MANIFEST, "steps": [["place", "x", "0"]] * 2}),
    ],
    ids=lambda text: text[:60],
)
def test_journal_of_another_form_is_refused_with_the_name_of_its_folder(
    tmp_path: Path, text: str
) -> None:
    prepared(tmp_path, text, {"x": b"x"})

    with pytest.raises(OutputRefusedError, match=r"\.site\.recoupe-publish.*remove that folder"):
        publish(tmp_path, {"index.html": b"home"})

    assert list((tmp_path / "site").iterdir()) == []


def test_file_that_no_manifest_names_is_not_placed(tmp_path: Path) -> None:
    prepared(tmp_path, journal(("place", EVIL, b"evil")), {EVIL: b"evil"})

    with pytest.raises(OutputRefusedError, match="remove that folder"):
        publish(tmp_path, {"index.html": b"home"})

    assert not (tmp_path / "site" / EVIL).exists()


def test_file_that_is_not_what_the_journal_says_is_not_placed(tmp_path: Path) -> None:
    manifest = manifest_json({EVIL: hashed(b"good")})
    steps = journal(("place", EVIL, b"good"), ("place", MANIFEST, manifest))
    prepared(tmp_path, steps, {EVIL: b"evil", MANIFEST: manifest})

    with pytest.raises(OutputRefusedError, match="remove that folder"):
        publish(tmp_path, {"index.html": b"home"})

    assert not (tmp_path / "site" / EVIL).exists()


def test_linked_file_is_not_placed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(b"secret")
    manifest = manifest_json({EVIL: hashed(b"secret")})
    steps = journal(("place", EVIL, b"secret"), ("place", MANIFEST, manifest))
    work = prepared(tmp_path, steps, {MANIFEST: manifest})
    (work / hashed(EVIL.encode())).symlink_to(tmp_path / "secret")

    with pytest.raises(OutputRefusedError, match="remove that folder"):
        publish(tmp_path, {"index.html": b"home"})

    assert not (tmp_path / "site" / EVIL).exists()


def test_publish_that_was_made_up_leaves_nothing_behind(tmp_path: Path) -> None:
    manifest = manifest_json({EVIL: hashed(b"evil")})
    steps = journal(("place", EVIL, b"evil"), ("place", MANIFEST, manifest))
    prepared(tmp_path, steps, {EVIL: b"evil", MANIFEST: manifest})

    publish(tmp_path, {"index.html": b"home"})

    assert not (tmp_path / "site" / EVIL).exists()
    assert {path.name for path in tmp_path.iterdir()} == {".recoupe", "site"}


def test_foreign_file_is_not_overwritten(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": b"home"})
    (tmp_path / "site/CNAME").write_bytes(b"parler.example")
    manifest = manifest_json({"CNAME": hashed(b"evil")})
    steps = journal(("place", "CNAME", b"evil"), ("place", MANIFEST, manifest))
    prepared(tmp_path, steps, {"CNAME": b"evil", MANIFEST: manifest})

    with pytest.raises(OutputRefusedError, match="CNAME is in the way"):
        publish(tmp_path, {"index.html": b"home"})

    assert (tmp_path / "site/CNAME").read_bytes() == b"parler.example"


def test_foreign_file_is_not_removed(tmp_path: Path) -> None:
    publish(tmp_path, {"index.html": b"home"})
    (tmp_path / "site/CNAME").write_bytes(b"parler.example")
    prepared(tmp_path, journal(("remove", "CNAME", b"parler.example")), {})

    publish(tmp_path, {"index.html": b"home"})

    assert (tmp_path / "site/CNAME").read_bytes() == b"parler.example"


def test_linked_workspace_is_refused(tmp_path: Path) -> None:
    (tmp_path / "project").mkdir()
    (tmp_path / "outside").mkdir()
    (tmp_path / "project/.site.recoupe-publish").symlink_to(tmp_path / "outside")

    with pytest.raises(OutputRefusedError, match="remove that folder"):
        publish(tmp_path / "project", {"index.html": b"home"})

    assert list((tmp_path / "outside").iterdir()) == []
