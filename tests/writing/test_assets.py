import sys
from pathlib import Path

import pytest

from recoupe.writing.assets import assets
from recoupe.writing.refusals import TemplateFailedError


def written(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def test_stylesheet_has_another_path_when_its_content_changes(tmp_path: Path) -> None:
    first = assets((written(tmp_path / "a", {"css/base.css": "a{}"}),))
    second = assets((written(tmp_path / "b", {"css/base.css": "b{}"}),))

    assert first["site.css"].path != second["site.css"].path
    assert first["site.css"].url == "/" + first["site.css"].path


def test_stylesheet_of_one_kind_of_page_is_no_part_of_the_site_s(tmp_path: Path) -> None:
    sheets = {"css/base.css": "a{}", "css/pages/grid/grid.css": "b{}", "css/pages/x.css": "c{}"}

    found = assets((written(tmp_path, sheets),))

    assert set(found) == {"site.css", "pages/grid.css"}
    assert b"b{}" in found["pages/grid.css"].content
    assert b"b{}" not in found["site.css"].content
    assert b"c{}" in found["site.css"].content
    assert found["pages/grid.css"].path.startswith("assets/grid.")


def test_other_assets_keep_their_path_and_change_their_url(tmp_path: Path) -> None:
    first = assets((written(tmp_path / "a", {"js/x.js": "1"}),))["js/x.js"]
    second = assets((written(tmp_path / "b", {"js/x.js": "2"}),))["js/x.js"]

    assert first.path == second.path == "assets/js/x.js"
    assert first.url != second.url


def test_first_folder_wins_file_by_file(tmp_path: Path) -> None:
    own = written(tmp_path / "own", {"icon.svg": "own"})
    package = written(tmp_path / "package", {"icon.svg": "package", "other.svg": "other"})

    found = assets((own, package))

    assert found["icon.svg"].content == b"own"
    assert found["other.svg"].content == b"other"


def test_hidden_files_are_no_assets(tmp_path: Path) -> None:
    folder = written(tmp_path, {".DS_Store": "x", "a.svg": "y"})

    assert set(assets((folder,))) == {"a.svg", "site.css"}


def test_stylesheet_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    folder = written(tmp_path, {"css/base.css": ""})
    (folder / "assets/css/base.css").write_bytes(b"\xe9")

    with pytest.raises(TemplateFailedError, match=r"^templates/assets/css/base.css: is not UTF-8"):
        assets((folder,))


@pytest.mark.parametrize("name", ["a:b.svg", "a\\b.svg", "a\nb.svg"])
@pytest.mark.skipif(sys.platform == "win32", reason="has no such names")
def test_asset_whose_name_leads_elsewhere_on_some_system_is_refused(
    tmp_path: Path, name: str
) -> None:
    folder = written(tmp_path, {name: "x"})

    with pytest.raises(TemplateFailedError, match="no site may have"):
        assets((folder,))
