"""What no template may do, and what every view must have, held over the shipped templates."""

import inspect
import re
from pathlib import Path
from types import ModuleType

import pytest

from recoupe.locale import interface
from recoupe.pages.views import (
    claims,
    discrepancies,
    overviews,
    pairs,
    sheets,
    sources,
    timelines,
)
from recoupe.writing.environment import environment
from recoupe.writing.folders import package_templates
from recoupe.writing.pages import template_name

TEMPLATES = sorted(package_templates().rglob("*.html"), key=str)
SHEETS = sorted(package_templates().rglob("*.css"), key=str)

FORBIDDEN = {
    "a filter that trusts its text": r"\|\s*safe\b",
    "escaping turned off": r"\bautoescape\b",
    "an inline style": r"<style\b|\sstyle\s*=",
    "an inline handler": r"<[^>]*\son[a-z]+\s*=",
    "a script without a file": r"<script(?![^>]*\b(?:src=|type=\"application/ld\+json\"))",
    "a place on somebody else's host": r"(?:src|href)\s*=\s*[\"'](?:https?:)?//",
    "a URL that is not made relative": r"(?:src|href|cite)\s*=\s*\"\{\{(?![^}]*\|\s*href)",
}


def views() -> list[type]:
    modules: list[ModuleType] = [
        claims,
        discrepancies,
        overviews,
        pairs,
        sheets,
        sources,
        timelines,
    ]
    classes = [cls for module in modules for _, cls in inspect.getmembers(module, inspect.isclass)]
    return sorted(
        {cls for cls in classes if "frame" in getattr(cls, "__annotations__", {})},
        key=lambda cls: cls.__name__,
    )


@pytest.mark.parametrize("view", views(), ids=lambda cls: cls.__name__)
def test_every_view_has_a_template_that_can_be_read(view: type) -> None:
    made = environment(None, interface("en"))

    template = made.get_template(template_name(view))

    assert template.blocks


def test_names_of_templates_are_those_of_their_views() -> None:
    pages = {path.name for path in (package_templates() / "pages").glob("*.html")}

    assert {template_name(view).removeprefix("pages/") for view in views()} == pages


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=list(FORBIDDEN))
def test_no_template_has(template: Path, pattern: str) -> None:
    found = re.search(pattern, template.read_text("utf-8"), re.IGNORECASE)

    assert found is None


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_stylesheet_loads_another_or_leaves_its_layer(sheet: Path) -> None:
    text = sheet.read_text("utf-8")

    assert not re.search(r"@import|@layer|url\(\s*[\"']?(?:https?:)?//", text)


PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-)?"
    r"(?:left|right|top|bottom)(?:-(?:color|style|width|(?:left|right)-radius))?\s*:"
    r"|(?<![\w(-])(?:(?:min|max)-)?(?:width|height)\s*:"
    r"|(?:float|clear|text-align)\s*:\s*(?:left|right)"
)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_no_stylesheet_says_left_or_right(sheet: Path) -> None:
    assert PHYSICAL.findall(sheet.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "declaration",
    ["margin-left: 0", "{left: 0", "text-align: right", " max-width: 1px", "border-top-color: red"],
)
def test_physical_properties_are_recognised(declaration: str) -> None:
    assert PHYSICAL.search(declaration)
