"""Interface texts with values put into them: what `_('Checked by %(name)s.', name=…)` calls.

Jinja's own does the same through three calls of a context and an object around each value, which
takes a sixth of a page.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache, lru_cache

from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from recoupe.writing.macros import markup, shown

_ONLY_TEXTS = re.compile(r"(?:[^%]|%%|%\(\w+\)s)*")
_NUMBERS = 4096  # that are written again without asking how; a site counts few things beyond


class Texts:
    """The `gettext` of templates, with names for values; `translated` gives the site's language."""

    def __init__(self, translated: Callable[[str], str]) -> None:
        self._translated = cache(translated)

    @pass_eval_context
    def __call__(self, context: EvalContext, text: str, /, **values: object) -> str:
        """`text` translated, with `values` in it, escaped; raises KeyError where one is missing."""
        return _filled(self._translated(text), values, escaping=context.autoescape)


class CountedTexts:
    """The `ngettext` of templates; `%(num)s` stands as `written` gives the number."""

    def __init__(
        self, translated: Callable[[str, str, int], str], written: Callable[[int], str]
    ) -> None:
        self._translated, self._written = translated, lru_cache(_NUMBERS, typed=True)(written)

    @pass_eval_context
    def __call__(
        self, context: EvalContext, one: str, more: str, number: int, /, **values: object
    ) -> str:
        """The text for `number` translated, with `values` in it, escaped, and the number."""
        values.setdefault("num", self._written(number))
        return _filled(self._translated(one, more, number), values, escaping=context.autoescape)


def _filled(form: str, values: Mapping[str, object], *, escaping: bool) -> str:
    if not escaping:
        return form % values
    if type(form) is str and _takes_texts(form):
        return markup(form % {name: shown(value) for name, value in values.items()})
    return Markup(form) % values  # noqa: S704  a text of the catalogue; values are escaped


@cache
def _takes_texts(form: str) -> bool:
    """Whether values stand in it as texts, and as nothing else."""
    return _ONLY_TEXTS.fullmatch(form) is not None
