from pathlib import Path

import pytest

from recoupe.locale import interface
from recoupe.pages.views.frame import Frame, SiteFrame
from recoupe.pages.views.overviews import NotFoundView
from recoupe.writing.environment import environment
from recoupe.writing.pages import page_html
from recoupe.writing.refusals import TemplateFailedError

SITE = SiteFrame("Site", None, "fr", "ltr", None, None, None, (), ())
VIEW = NotFoundView(Frame(SITE, "/404.html", "Title", "Description", None, ()), root="/")


def rendered(folder: Path, template: bytes) -> str:
    """The 404 page where `template` is included in its second line."""
    templates = folder / "templates"
    (templates / "pages").mkdir(parents=True)
    (templates / "pages/not-found.html").write_text("<p>\n{% include 'part.html' %}\n", "utf-8")
    (templates / "part.html").write_bytes(template)
    return page_html(VIEW, environment(templates, interface("en")))


def test_page_ends_with_one_line_end(tmp_path: Path) -> None:
    assert rendered(tmp_path, b"x\n\n") == "<p>\nx\n"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        pytest.param(b"\n{% if %}", "part.html, line 2: Expected", id="syntax"),
        pytest.param(b"\n\n{{ 1/0 }}", "part.html, line 3: ZeroDivisionError", id="arithmetic"),
        pytest.param(b"{{ view.colour }}", "part.html, line 1: ", id="unknown name"),
        pytest.param(b"{{ asset('zz') }}", "part.html, line 1: there is no asset `zz`", id="asset"),
        pytest.param(b"{{ '//x'|href }}", "part.html, line 1: ValueError: not a URL", id="URL"),
        pytest.param(
            b"{% include 'no' %}",
            "part.html, line 1: there is no template `no`",
            id="unknown template",
        ),
        pytest.param(b"{% include 'part.html' %}", "part.html, line 1: Recursion", id="endless"),
        pytest.param(b"\xe9", "part.html: is not UTF-8", id="encoding"),
    ],
)
def test_mistake_in_a_template_is_told_in_one_line_with_its_place(
    tmp_path: Path, template: bytes, told: str
) -> None:
    with pytest.raises(TemplateFailedError) as failed:
        rendered(tmp_path, template)

    assert str(failed.value).startswith(f"templates/{told}")
    assert len(str(failed.value).splitlines()) == 1
