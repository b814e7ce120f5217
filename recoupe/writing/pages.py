"""A page as HTML: a pure function of its view, the templates and the language."""

import re

from jinja2 import Environment

from recoupe.pages.views import View

_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")


def template_name(view_type: type[View]) -> str:
    """The template of a view's class: `DiscrepancyListView` is `pages/discrepancy-list.html`."""
    words = _WORD_START.sub("-", view_type.__name__.removesuffix("View"))
    return f"pages/{words.lower()}.html"


def page_html(view: View, environment: Environment) -> str:
    """The page of `view`; raises jinja2.TemplateError for a mistake in a template."""
    template = environment.get_template(template_name(type(view)))
    return template.render(view=view, frame=view.frame).strip() + "\n"


def page_path(url: str) -> str:
    """The file of the page at `url`: `/claims/x/` is `claims/x/index.html`."""
    path = url.removeprefix("/")
    return f"{path}index.html" if url.endswith("/") else path
