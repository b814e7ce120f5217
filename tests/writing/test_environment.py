import json
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from recoupe.locale import interface
from recoupe.pages.views.frame import Frame, SiteFrame
from recoupe.pages.views.overviews import NotFoundView, TextView
from recoupe.writing.environment import environment
from recoupe.writing.folders import package_templates
from recoupe.writing.links import with_relative_urls, with_rooted_urls

PLAIN = interface("en")
SITE = SiteFrame("Site", None, "fr", "ltr", None, None, None, (), ())


def frame(url: str) -> Frame:
    return Frame(SITE, url, "Title", "Description", None, ())


def rendered(folder: Path, template: str, view: object) -> str:
    (folder / "probe.html").write_text(template, "utf-8")
    made = environment(folder, PLAIN)
    page = made.get_template("probe.html").render(view=view)
    if isinstance(view, NotFoundView):
        return with_rooted_urls(page, view.root)
    return with_relative_urls(page, view.frame.url if isinstance(view, TextView) else "/")


def test_href_is_relative_to_the_page_at_hand(tmp_path: Path) -> None:
    view = TextView(frame("/claims/x/"), body=None)  # type: ignore[arg-type]

    page = rendered(tmp_path, "{{ '/sources/y/#span-1'|href }}", view)

    assert page == "../../sources/y/#span-1"


def test_href_works_in_macros_imported_with_context(tmp_path: Path) -> None:
    view = TextView(frame("/claims/x/"), body=None)  # type: ignore[arg-type]
    (tmp_path / "part.html").write_text("{% macro link() %}{{ '/grid/'|href }}{% endmacro %}")

    page = rendered(tmp_path, "{% from 'part.html' import link with context %}{{ link() }}", view)

    assert page == "../../grid/"


def test_links_of_the_404_page_start_at_the_root_of_the_site(tmp_path: Path) -> None:
    view = NotFoundView(frame("/404.html"), root="/parler/")

    page = rendered(tmp_path, "{{ '/claims/'|href }} {{ 'https://a.example/'|href }}", view)

    assert page == "/parler/claims/ https://a.example/"


def test_what_the_view_holds_is_escaped(tmp_path: Path) -> None:
    page = rendered(tmp_path, "{{ view }}", "<b onclick='x'>&")

    assert page == "&lt;b onclick=&#39;x&#39;&gt;&amp;"


def test_name_that_the_view_does_not_have_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        rendered(tmp_path, "{{ view.colour }}", NotFoundView(frame("/404.html"), root="/"))


def test_carriage_return_is_written_as_a_reference(tmp_path: Path) -> None:
    page = rendered(tmp_path, "{{ view|verbatim }}", "a\r\n<b>")

    assert page == "a&#13;\n&lt;b&gt;"


def test_data_in_a_script_cannot_end_it(tmp_path: Path) -> None:
    said = json.dumps("</script><!-- & \u2028é")

    page = rendered(tmp_path, "{{ view|data_block }}", said)

    assert not {"<", ">", "&", "\u2028"}.intersection(page)
    assert json.loads(page) == "</script><!-- & \u2028é"


def test_template_of_the_project_stands_before_the_one_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "base.html").write_text("mine")

    made = environment(tmp_path, PLAIN)

    assert made.get_template("base.html").render() == "mine"


def test_asset_of_the_project_stands_before_the_one_of_the_package(tmp_path: Path) -> None:
    (tmp_path / "assets/css").mkdir(parents=True)
    (tmp_path / "assets/css/tokens.css").write_text(":root { --ink: red }")
    without = environment(None, PLAIN).globals["asset"]

    made = environment(tmp_path, PLAIN).globals["asset"]

    assert callable(made)
    assert callable(without)
    assert made("site.css") != without("site.css")


def test_templates_speak_the_interface_language(tmp_path: Path) -> None:
    (tmp_path / "probe.html").write_text("{{ _('Claims') }}")

    made = environment(tmp_path, interface("fr"))

    assert made.get_template("probe.html").render() == "Affirmations"


def test_templates_count_as_the_language_writes_numbers(tmp_path: Path) -> None:
    counted = "{{ ngettext('%(num)s claim', '%(num)s claims', view) }}"

    made = rendered(tmp_path, counted, 12345)

    assert made == "12,345 claims"


def test_no_template_has_macros_made_anew_for_each_page() -> None:
    templates = sorted(package_templates().rglob("*.html"))

    assert [one.name for one in templates if "with context" in one.read_text("utf-8")] == []


def test_names_of_an_attribute_are_parted_by_spaces_and_escaped(tmp_path: Path) -> None:
    page = rendered(tmp_path, '<p class="{{ view|spaced }}">', ("a", 2, '"'))

    assert page == '<p class="a 2 &#34;">'


def test_address_is_escaped_though_markup_of_the_same_letters_was_shown_before(
    tmp_path: Path,
) -> None:
    address = '/a?"'

    page = rendered(tmp_path, "{{ view | safe | href }} {{ view | href }}", address)

    assert page == './a?" ./a?&#34;'
