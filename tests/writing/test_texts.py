"""Texts with values in them are those that Jinja's own gettext gives."""

import pytest
from jinja2 import Environment
from markupsafe import Markup

from recoupe.locale import interface
from recoupe.writing.environment import environment
from recoupe.writing.texts import CountedTexts, Texts

FRENCH = {
    "By %(name)s": "Par <b>%(name)s</b>",
    "%(one)s of %(two)s (100%%)": "%(two)s : %(one)s (100 %%)",
    "%(count)d claims": "%(count)d énoncés",
    "%(name)r": "%(name)r",
    "%s": "%s",
    "Claims": "Énoncés",
    "<b>%(name)s</b>": "<b>%(name)s</b>",
}


class Html:
    def __html__(self) -> str:
        return "<i>&amp;</i>"


VALUES = {
    "plain": "<b> & \"x\" 'y'",
    "markup": Markup("<b>&amp;</b>"),
    "html": Html(),
    "none": None,
    "number": 3,
    "own": Markup("<b>%(name)s</b>"),
}


def counted(one: str, more: str, number: int) -> str:
    return FRENCH.get(one, one) if number == 1 else FRENCH.get(more, more)


def page(template: str, *, ours: bool) -> str | type[Exception]:
    made = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    made.install_gettext_callables(  # type: ignore[attr-defined]
        FRENCH.__getitem__, counted, newstyle=True
    )
    if ours:
        made.globals["ngettext"] = CountedTexts(counted, str)
        made.globals["_"] = made.globals["gettext"] = Texts(FRENCH.__getitem__)
    try:
        return made.from_string(template).render(VALUES)
    except Exception as error:
        return type(error)


@pytest.mark.parametrize("value", [*VALUES, "'<constant>'", "absent"])
@pytest.mark.parametrize(
    "text",
    [
        "_('By %(name)s', name={})",
        "gettext('By %(name)s', name={}, other=1)",
        "_('%(one)s of %(two)s (100%%)', one={}, two={})",
        "_('%(count)d claims', count={})",
        "_('%(name)r', name={})",
        "_('By %(name)s', other={})",
        "_('%s', {})",
        "_('Claims') ~ {}",
        "_('By %(name)s', name=_('By %(name)s', name={}))",
        "_(own, name={})",
        "ngettext('%(num)s of %(name)s', '%(num)s of all %(name)s', 1, name={})",
        "ngettext('%(num)d of %(name)s', '%(num)s of %(name)s (100%%)', number, name={})",
        "ngettext('By %(name)s', '%(num)s', 2, name={}, num={})",
        "ngettext('By %(name)s', own, 2, name={})",
    ],
)
@pytest.mark.parametrize(
    "around", ["{{{{ {} }}}}", "{{% autoescape false %}}{{{{ {} }}}}{{% endautoescape %}}"]
)
def test_text_is_what_jinja_makes_of_it(text: str, value: str, around: str) -> None:
    template = around.format(text.format(value, value))

    assert page(template, ours=True) == page(template, ours=False)


def test_text_of_a_block_has_its_values_escaped() -> None:
    template = "{% trans name=plain %}By {{ name }}{% endtrans %}"

    assert page(template, ours=True) == "Par <b>&lt;b&gt; &amp; &#34;x&#34; &#39;y&#39;</b>"


def test_template_of_a_site_has_texts_in_its_language() -> None:
    made = environment(None, interface("fr"))

    text = made.from_string("{{ _('Checked by %(names)s.', names='<A>') }}").render()

    assert text == "Vérifié par &lt;A&gt;."


def test_number_in_a_text_is_written_as_the_language_writes_numbers() -> None:
    made = environment(None, interface("fr"))

    text = made.from_string("{{ ngettext('%(num)s claim', '%(num)s claims', 10000) }}").render()

    assert text == "10\u202f000\xa0affirmations"
