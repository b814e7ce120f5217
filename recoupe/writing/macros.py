"""What compiled templates call in place of Jinja's own, as a page does thousands of times.

Jinja makes a `Markup` of whatever is shown, and asks at every call of a macro what it takes. Here a
text stays a text once it is escaped, since it is only joined with others, and a macro is a function
that Python itself gives its arguments.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import markupsafe
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

# `escape` without the `Markup` around it, which nobody looks at where a text is only shown
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)


# Markup of a text that is escaped already, which `Markup` would ask for its `__html__`
markup: Callable[[str], Markup] = partial(str.__new__, Markup)


def shown(value: object) -> str:
    """`value` as it stands on a page: markup as it is, all else escaped, as `escape` has it."""
    if type(value) is Markup:
        return value
    if type(value) is str:
        return _escaped(value)
    return escape(value)


class PlainMacro(Macro):
    """A macro that takes what it lists, each by place or by name, and nothing else.

    `made` is its text, given up to `most` arguments by place: the function that Jinja compiled,
    which looks for `missing` where one was not given. What it shows is escaped already.
    """

    def __init__(self, environment: Any, function: Callable[..., str], *described: Any) -> None:
        super().__init__(environment, function, *described)
        self.most = len(self.arguments)
        self.made: Any = function
        self.made.__defaults__ = (missing,) * self.most


def macro(
    environment: Any,
    function: Callable[..., str],
    name: str,
    listed: list[str],
    *described: Any,
) -> Macro:
    """The macro around `function`, of the kind that suits what it takes; called as `Macro` is."""
    plain = function.__code__.co_argcount == len(listed)
    return (PlainMacro if plain else Macro)(environment, function, name, listed, *described)
