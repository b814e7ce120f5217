from pathlib import Path

import pytest

from recoupe.writing.folders import package_templates, template_folders
from recoupe.writing.refusals import TemplateFailedError


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside the project, with a file that is nobody's to publish."""
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside/secret.html").write_text("secret")
    return tmp_path / "outside"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    (tmp_path / "project/templates/pages").mkdir(parents=True)
    return tmp_path / "project/templates"


def test_project_without_templates_has_those_of_the_package(tmp_path: Path) -> None:
    assert template_folders(tmp_path / "templates") == (package_templates(),)


def test_folder_of_the_project_comes_first(templates: Path) -> None:
    assert template_folders(templates) == (templates, package_templates())


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("assets", ""),
        ("pages/not-found.html", "secret.html"),
        ("pages/deep", ""),
        ("pages/gone.html", "nothing"),
    ],
    ids=["a folder of assets", "a template", "a folder of templates", "a link to nothing"],
)
def test_link_that_leads_out_is_refused_by_its_name(
    templates: Path, outside: Path, link: str, target: str
) -> None:
    (templates / link).symlink_to(outside / target)

    with pytest.raises(TemplateFailedError, match=f"^templates/{link}: leads out"):
        template_folders(templates)


def test_templates_that_are_a_link_themselves_are_refused(tmp_path: Path, outside: Path) -> None:
    (tmp_path / "templates").symlink_to(outside)

    with pytest.raises(TemplateFailedError, match="is a link"):
        template_folders(tmp_path / "templates")


def test_link_to_a_folder_within_the_templates_is_refused(templates: Path) -> None:
    (templates / "variants").mkdir()
    (templates / "components").symlink_to("variants")

    with pytest.raises(TemplateFailedError, match=r"^templates/components: is a link to a folder"):
        template_folders(templates)


def test_link_within_the_templates_is_followed(templates: Path) -> None:
    (templates / "pages/a.html").write_text("a")
    (templates / "pages/b.html").symlink_to("a.html")

    assert template_folders(templates)[0] == templates
