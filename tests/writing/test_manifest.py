from pathlib import Path

import pytest

from recoupe.writing.manifest import is_site_path, manifest_json, owned_files


def test_manifest_says_what_was_written_whatever_the_order(tmp_path: Path) -> None:
    files = {"b": "1" * 64, "a/ü": "2" * 64}
    (tmp_path / "data").mkdir()
    (tmp_path / "data/manifest.json").write_bytes(manifest_json(files))

    assert owned_files(tmp_path) == files
    assert manifest_json(files) == manifest_json(dict(reversed(files.items())))


@pytest.mark.parametrize("path", ["a", ".nojekyll", "claims/x/index.html"])
def test_plain_path_is_a_path_of_the_site(path: str) -> None:
    assert is_site_path(path)


@pytest.mark.parametrize("path", ["", ".", "/a", "a/", "a//b", "./a", "../a", "a\\b", "c:a", "a\0"])
def test_path_that_could_lead_elsewhere_is_none(path: str) -> None:
    assert not is_site_path(path)
