"""Templates compiled our way show what they show compiled by Jinja alone, whatever is in them."""

from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import ChainableUndefined, DictLoader, Environment, StrictUndefined, Undefined
from jinja2.compiler import CodeGenerator
from markupsafe import Markup, escape

from recoupe.locale import interface
from recoupe.writing.environment import environment
from recoupe.writing.macros import shown
from recoupe.writing.template_code import TemplateCode, code_generator

HOSTILE = """<b> &amp; "x" 'y' </script>"""


class Text(str):
    __slots__ = ()

    def __str__(self) -> str:
        return f"<i>{self[:]}</i>"


class TextAsHtml(str):
    __slots__ = ()

    def __html__(self) -> str:
        return f"<u>{self[:]}</u>"


class MarkupOfOurs(Markup):
    __slots__ = ()

    def __html__(self) -> str:  # type: ignore[override]
        return "<s>other</s>"


class Html:
    x = HOSTILE

    def __html__(self) -> str:
        return "<em>&amp;</em>"

    def __str__(self) -> str:
        return HOSTILE


class Lacking:
    @property
    def x(self) -> str:
        raise AttributeError("x")

    @property
    def y(self) -> str:
        raise ValueError("y")

    def __getitem__(self, name: str) -> str:
        return f"<item {name}>"


VALUES: dict[str, Any] = {
    "text": HOSTILE,
    "markup": Markup(f"<b>{escape(HOSTILE)}</b>"),
    "subclass": Text(HOSTILE),
    "html_text": TextAsHtml(HOSTILE),
    "odd_markup": MarkupOfOurs("<b>"),
    "html": Html(),
    "lacking": Lacking(),
    "number": 3,
    "fraction": 0.5,
    "none": None,
    "truth": True,
    "names": {"x": "<x>", "items": "<items>"},
    "several": ["<1>", Markup("<2>"), Text("<3>")],
    "tree": [["<leaf>"], "<leaf>"],
    "function": lambda *given, **named: f"<{given} {sorted(named)}>",
    "kind": Html,
}

PARTS = {
    "parts.html": """
{% macro one(a) %}[{{ a }}]{% endmacro %}
{% macro two(a, b='<default>') %}{{ a }}/{{ b }}/{{ one(b) }}{% endmacro %}
{% macro rest(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro %}
{% macro around(a) %}<p>{{ a }}{{ caller(a) }}</p>{% endmacro %}
{% macro down(n, a) %}{{ a }}{% if n > 0 %}{{ down(n - 1, a) }}{% endif %}{% endmacro %}
{% macro asking(caller='<nobody>') %}{{ caller }}{% endmacro %}
""",
    "layout.html": "{% block head %}{{ text }}{% endblock %}|{% block body %}{{ markup }}"
    "{% endblock %}|{{ self.head() }}",
    "included.html": "{% from 'parts.html' import one %}{{ one(text) }}{{ markup }}",
}

UNDEFINED = st.sampled_from([ChainableUndefined, ChainableUndefined, StrictUndefined])

IMPORTS = "{% import 'parts.html' as parts %}{% from 'parts.html' import " + ", ".join(
    ["one", "two", "rest", "around", "down", "asking as asked", "absent"]
)
LOCAL = """
{% macro own(a, b=text) %}{{ a }}{% set c = one(a) %}{{ c }}{{ b }}{{ two(c) }}{% endmacro %}
{% if truth %}{% macro under(a) %}{{ own(a) }}{{ caller }}{% endmacro %}{% endif %}
"""

CALLS = (
    "one({0})",
    "one(a={0})",
    "one({0}, {1})",
    "two({0})",
    "two({0}, {1})",
    "two({0}, b={1})",
    "two(b={0})",
    "two(*several)",
    "rest({0}, {1}, c={2})",
    "around({0})",
    "down(2, {0})",
    "asked({0})",
    "absent({0})",
    "own({0}, {1})",
    "under({0})",
    "parts.two({0}, {1})",
    "function({0}, c={1})",
    "a({0})",
    "caller({0})",
)
COMPOUNDS = (
    *("{0}.x", "{0}.y", "{0}.items", "{0}.__html__", "{0}['x']", "({0} ~ {1})"),
    *("({0}) | e", "({0}) | upper", "({0}) | safe", "({0}) | default('<d>')", "({0}) | string"),
    *("several | join({0})", "({0} if {1} else {2})", "[{0}, {1}]", "({0}) is string"),
)


def expressions() -> st.SearchStrategy[str]:
    single = st.sampled_from([*VALUES, "a", "loop", "'<constant>'", "7", "varargs"])
    return st.recursive(single, _compound, max_leaves=4)


def _compound(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(str.format, st.sampled_from(CALLS + COMPOUNDS), inner, inner, inner)


BLOCKS = (
    "[0][1]",
    "{% if (0) %}[1]{% else %}[2]{% endif %}",
    "{% for a in several %}{{ loop.index }}[0]{{ loop.previtem }}{% endfor %}",
    "{% for a in several if (0) %}[0]{% endfor %}",
    "{% for a in tree recursive %}[0]{{ loop(a) if a is not string }}{% endfor %}",
    "{% set a = (0) %}[0]",
    "{% set a %}[0]{% endset %}{{ a }}",
    "{% filter upper %}[0]{% endfilter %}",
    "{% with a = (0) %}[0]{% endwith %}",
    "{% call(given) around((0)) %}[0]{{ given }}{% endcall %}",
    "{% call one((0)) %}[0]{% endcall %}",
    "{% autoescape false %}[0]{% endautoescape %}",
    "{% autoescape number > 4 %}[0]{% endautoescape %}",
    "{% macro one(a, caller=none) %}[0]{% endmacro %}{{ one((0)) }}",
    "{% include 'included.html' %}[0]",
)


def bodies() -> st.SearchStrategy[str]:
    output = expressions().map("{{{{ {} }}}}".format)
    data = st.sampled_from(["<p>", " &amp; \n", "{# remark #}"])
    return st.recursive(output | output | data, _block, max_leaves=6)


def _block(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(_filled, st.sampled_from(BLOCKS), expressions(), inner, inner, inner)


def _filled(block: str, value: str, *parts: str) -> str:
    """`block` with `value` at each (0), and the parts at [0], [1] and [2]."""
    for place, part in enumerate(parts):
        block = block.replace(f"[{place}]", part)
    return block.replace("(0)", f"({value})")


@cache
def compiled_by_us() -> Environment:
    return environment(None, interface("en"))


def outcome(made: Environment, template: str) -> str | type[Exception]:
    """What a template shows, or how it fails."""
    try:
        return made.get_template(template).render(VALUES)
    except Exception as error:
        return type(error)


def both(templates: dict[str, str], undefined: type[Undefined]) -> list[str | type[Exception]]:
    """What `page.html` shows in our environment, and in one that Jinja has to itself."""
    loader = DictLoader(PARTS | templates)
    ours = compiled_by_us().overlay(loader=loader, undefined=undefined)
    theirs = Environment(
        loader=loader,
        autoescape=True,
        undefined=undefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return [outcome(made, "page.html") for made in (ours, theirs)]


@settings(deadline=None)  # the first example takes longest: it loads the environment
@given(bodies(), bodies(), UNDEFINED)
def test_page_is_the_one_that_jinja_alone_makes(
    body: str, end: str, undefined: type[Undefined]
) -> None:
    imports = f"{IMPORTS} %}}{LOCAL}"

    ours, theirs = both({"page.html": f"{imports}{body}{end}"}, undefined)

    assert ours == theirs


@settings(deadline=None)
@given(bodies(), UNDEFINED)
def test_block_is_the_one_that_jinja_alone_makes(body: str, undefined: type[Undefined]) -> None:
    imports = f"{{% extends 'layout.html' %}}{IMPORTS} with context %}}{LOCAL}"
    page = f"{imports}{{% block body %}}{{{{ super() }}}}{body}{{% endblock %}}"

    ours, theirs = both({"page.html": page}, undefined)

    assert ours == theirs


def test_macro_called_where_escaping_is_off_does_as_in_jinja() -> None:
    page = f"{IMPORTS} %}}{LOCAL}{{% autoescape false %}}{{{{ own(text) }}}}{{% endautoescape %}}"

    ours, theirs = both({"page.html": page}, StrictUndefined)

    assert ours == theirs


@pytest.mark.parametrize("name", [name for name in VALUES if name != "kind"])
def test_value_is_shown_as_it_would_be_escaped(name: str) -> None:
    value = VALUES[name]

    assert str.__str__(shown(value)) == str.__str__(escape(value))


def test_jinja_compiles_for_itself_where_a_method_is_not_there() -> None:
    other = type("Other", (), {"visit_Template": None, "write_commons": None})

    assert code_generator(other) is other
    assert code_generator(CodeGenerator) is TemplateCode


def test_macro_that_is_given_too_much_is_refused_as_jinja_does() -> None:
    page = "{% from 'parts.html' import one %}{{ one(1, 2) }}"
    made = compiled_by_us().overlay(loader=DictLoader(PARTS | {"page.html": page}))

    with pytest.raises(TypeError, match=r"macro 'one' takes not more than 1 argument\(s\)"):
        made.get_template("page.html").render()
