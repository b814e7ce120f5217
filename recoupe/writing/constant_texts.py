"""Interface texts put into templates when these are compiled: `_('Claims')` asks nobody later.

A page has dozens of them, and each is the same on every page of a site.
"""

from collections.abc import Iterable, Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_CALL = ("name", "lparen", "string", "rparen")


class ConstantTexts(Extension):
    """Texts without arguments as constants; `environment.translated` has the translations' gettext.

    What such a text has is markup, as in Jinja's own gettext: it comes from the catalogue. One with
    a `%` is left to be formatted when it is shown.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, with its constant texts in the language of the site."""
        held: list[Token] = []
        before = ""
        for token in stream:
            if (held and token.type == _CALL[len(held)]) or _begins(token, before):
                held.append(token)
            else:
                yield from (*held, token)
                held = []
            if len(held) == len(_CALL):
                yield from self._constant(held)
                held = []
            before = token.type
        yield from held

    def _constant(self, call: list[Token]) -> Iterable[Token]:
        text = self.environment.translated(call[2].value)  # type: ignore[attr-defined]
        if "%" in text:
            return call
        marked = (
            ("lparen", "("),
            ("string", text),
            ("pipe", "|"),
            ("name", "safe"),
            ("rparen", ")"),
        )
        return (Token(call[0].lineno, kind, value) for kind, value in marked)


def _begins(token: Token, before: str) -> bool:
    return token.type == "name" and token.value == "_" and before != "dot"
