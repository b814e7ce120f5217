import pytest
from jinja2 import Environment

from recoupe.writing.constant_texts import ConstantTexts

FRENCH = {"Claims": "Énoncés", "%(n)s of": "%(n)s de", "A & b": "A & b", "100%%": "100 %%"}


@pytest.fixture
def environment() -> Environment:
    made = Environment(autoescape=True, extensions=["jinja2.ext.i18n", ConstantTexts])
    made.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: FRENCH[text], lambda one, _more, _number: one, newstyle=True
    )
    made.extend(translated=FRENCH.__getitem__)
    return made


@pytest.mark.parametrize(
    ("template", "page"),
    [
        ("{{ _('Claims') }}", "Énoncés"),
        ("{{ _( 'Claims' ) ~ '!' }}", "Énoncés!"),
        ("{{ _('Claims').upper() }}", "ÉNONCÉS"),
        ("{% set name = _('Claims') %}{{ name }}", "Énoncés"),
        ("{{ _('A & b') }}", "A & b"),
        ("{{ _('%(n)s of', n='<') }}", "&lt; de"),
        ("{{ _('100%%') }}", "100 %"),
        ("{% set word = 'Claims' %}{{ _(word) }}", "Énoncés"),
        ("{{ view._('Claims') }}", "Claims"),
        ("{% for _ in [1, 2] %}{{ _ }}{% endfor %}", "12"),
    ],
)
def test_text_is_what_gettext_would_give(
    environment: Environment, template: str, page: str
) -> None:
    view = {"_": lambda text: text}

    assert environment.from_string(template).render(view=view) == page


def test_constant_text_is_translated_once_and_not_for_each_page(environment: Environment) -> None:
    template = environment.from_string("{{ _('Claims') }}")
    environment.globals["gettext"] = None

    assert template.render() == "Énoncés"
