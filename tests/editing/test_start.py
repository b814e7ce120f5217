"""New facts and projects are ready to be filled in, and overwrite nothing."""

from pathlib import Path

import pytest

from recoupe import load
from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.schemas import write_schemas
from recoupe.editing.start import new_fact, new_project


def test_new_project_has_no_mistakes(tmp_path: Path) -> None:
    new_project(tmp_path)

    assert [one.code for one in load(tmp_path).diagnostics] == []


def test_new_project_leaves_a_folder_that_holds_one_as_it_is(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")

    with pytest.raises(FileExistsError):
        new_project(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [".gitignore"]


@pytest.mark.parametrize("family", ["claim", "source", "discrepancy"])
def test_new_fact_is_yaml_whose_only_mistakes_are_what_is_to_be_filled_in(
    tmp_path: Path, family: str
) -> None:
    new_project(tmp_path)

    written = new_fact(tmp_path, family, "first")

    codes = {one.code for one in load(tmp_path).diagnostics}
    assert written.is_file()
    assert "value-empty" in codes  # what stands there for an editor to read is never published
    assert codes <= {
        "value-empty",
        "file-missing",
        "reference-unknown",
        "source-unused",
        "id-invalid",
        "value-invalid",
    }


def test_new_fact_is_refused_where_its_id_stands_in_another_folder(tmp_path: Path) -> None:
    new_project(tmp_path)
    other = tmp_path / "facts" / "claims" / "topic" / "first.yml"
    other.parent.mkdir()
    other.write_text("claim: x\n")

    with pytest.raises(FileExistsError):
        new_fact(tmp_path, "claim", "first")


@pytest.mark.parametrize("id", ["../up", "Upper", "two--hyphens", "page", "", "1st"])
def test_new_fact_is_refused_for_what_is_no_id(tmp_path: Path, id: str) -> None:
    new_project(tmp_path)

    with pytest.raises(EditRefusedError, match="cannot be an id"):
        new_fact(tmp_path, "claim", id)


def test_new_project_publishes_no_words_that_its_editors_have_not_written(tmp_path: Path) -> None:
    new_project(tmp_path / "checks")

    assert list((tmp_path / "checks/facts/pages").iterdir()) == []


def test_new_source_names_the_text_that_is_there_already(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/article.txt").write_text("Words.", "utf-8")

    saved, unsaved = (new_fact(tmp_path, "source", id) for id in ("article", "other"))

    assert "text: article.txt" in saved.read_text("utf-8")
    assert "text: FILE.txt" in unsaved.read_text("utf-8")


@pytest.mark.parametrize("name", ["first", "audience/first", "a/b/first"])
@pytest.mark.parametrize("family", ["claim", "source", "discrepancy"])
def test_new_fact_tells_editors_where_its_schema_is(tmp_path: Path, family: str, name: str) -> None:
    new_project(tmp_path)
    write_schemas(tmp_path / ".recoupe/schemas", {})

    path = new_fact(tmp_path, family, name)

    line = path.read_text("utf-8").split("\n")[0]
    schema = line.removeprefix("# yaml-language-server: $schema=")
    assert (path.parent / schema).resolve() == (
        tmp_path / f".recoupe/schemas/{family}.json"
    ).resolve(strict=True)


def test_site_file_of_a_new_project_tells_editors_where_its_schema_is(tmp_path: Path) -> None:
    new_project(tmp_path)
    write_schemas(tmp_path / ".recoupe/schemas", {})

    line = (tmp_path / "facts/site.yaml").read_text("utf-8").split("\n")[0]

    assert (tmp_path / "facts" / line.partition("$schema=")[2]).is_file()


@pytest.mark.parametrize("linked", ["facts", "facts/claims", "facts/claims/in"])
def test_nothing_is_written_behind_a_link(tmp_path: Path, linked: str) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    outside.mkdir()
    link = root / linked
    link.parent.mkdir(parents=True)
    link.symlink_to(outside, target_is_directory=True)

    with pytest.raises(
        EditRefusedError, match="is reached by a link, and links are not written through"
    ):
        new_fact(root, "claim", "in/first")

    assert list(outside.iterdir()) == []


@pytest.mark.parametrize("linked", ["facts", "seeds"])
def test_project_is_not_begun_behind_a_link(tmp_path: Path, linked: str) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside"
    outside.mkdir()
    root.mkdir()
    (root / linked).symlink_to(outside, target_is_directory=True)

    with pytest.raises(EditRefusedError):
        new_project(root)

    assert list(outside.iterdir()) == []
    assert [path.name for path in root.iterdir()] == [linked]
