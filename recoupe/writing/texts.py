"""Interface texts with values put into them: what `_('Checked by %(name)s.', name=…)` calls.

Jinja's own does the same through three calls of a context and an object around each value, which
takes a sixth of a page.
"""

import re
from collections.abc import Callable
from functools import cache

from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from recoupe.writing.macros import markup, shown

_ONLY_TEXTS = re.compile(r"(?:[^%]|%%|%\(\w+\)s)*")


class Texts:
    """The `gettext` of templates, with names for values; `translated` gives the site's language."""

    def __init__(self, translated: Callable[[str], str]) -> None:
        self._translated, self._takes_texts = cache(translated), cache(_takes_texts)

    @pass_eval_context
    def __call__(self, context: EvalContext, text: str, /, **values: object) -> str:
        """`text` translated, with `values` in it, escaped; raises KeyError where one is missing."""
        found = self._translated(text)
        if not context.autoescape:
            return found % values
        if self._takes_texts(found):
            return markup(found % {name: shown(value) for name, value in values.items()})
        return Markup(found) % values  # noqa: S704  a text of the catalogue; values are escaped


def _takes_texts(form: str) -> bool:
    """Whether values stand in it as texts, and as nothing else."""
    return _ONLY_TEXTS.fullmatch(form) is not None
