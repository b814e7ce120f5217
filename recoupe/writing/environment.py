"""The Jinja environment: where templates come from, and what they have besides their view.

A template's context is `view`, `frame` (its view's frame) and `csp` (its page's policy). It has
`|href` for every URL, `|isolated` for a name that may run the other way, `|listed` for several,
`|spaced` for those of an attribute, `|number`, `asset(name)` for the files that pages load,
`site_language` and `site_direction`, and gettext. What `|href` writes is made relative to its page
in the end. Macros are given all of the view that they show: one that is imported `with context` is
made anew for each page. A project's template may extend the one that it replaces under `recoupe/…`.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    Template,
    TemplateRuntimeError,
)
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from recoupe.locale import Interface
from recoupe.writing.assets import Asset, assets
from recoupe.writing.compiled import CompiledTemplates
from recoupe.writing.constant_texts import ConstantTexts
from recoupe.writing.folders import package_templates, template_folders
from recoupe.writing.links import marked_url
from recoupe.writing.macros import markup, shown
from recoupe.writing.refusals import TemplateFailedError
from recoupe.writing.template_code import code_generator
from recoupe.writing.texts import CountedTexts, Texts

# HTML ends a script at `</script`, treats `<!--` apart; some readers of JSON refuse the last two.
_IN_SCRIPTS = {sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}

_ROWS = 256  # rows of names that are not made again: mostly of the few who checked something
_LINKS = 4096  # URLs whose form is not looked at again: those of a page, and of the site's frame


def environment(
    project_templates: Path | None,
    interface: Interface,
    compiled: CompiledTemplates | None = None,
) -> Environment:
    """The environment of one build; templates and assets are read as they are now and not watched.

    `compiled` has templates of builds before, and keeps those of this one. Escaping is always on,
    and a name that a template does not have is an error. Raises
    TemplateFailedError where a template or asset cannot be used at all.
    """
    folders = template_folders(project_templates)
    made = Environment(
        loader=_loader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,  # a site has a few dozen templates, all of which stay in use
        extensions=["jinja2.ext.i18n", ConstantTexts],
        bytecode_cache=compiled,
    )
    made.extend(translated=interface.translations.gettext)
    made.context_class = _Context
    made.template_class = _Template
    made.code_generator_class = code_generator()
    made.policies["ext.i18n.trimmed"] = True
    # the i18n extension adds this method when it is loaded, which types cannot say
    made.install_gettext_translations(interface.translations, newstyle=True)  # type: ignore[attr-defined]
    number = _number(interface)
    made.globals["_"] = made.globals["gettext"] = Texts(interface.translations.gettext)
    made.globals["ngettext"] = CountedTexts(interface.translations.ngettext, number)
    found = assets(folders)
    made.filters |= {"verbatim": _verbatim, "data_block": _data_block}
    # typed, since markup and a text that is none may be equal
    made.filters["href"] = lru_cache(_LINKS, typed=True)(marked_url)
    made.filters |= {"isolated": interface.isolated, "listed": _listed(interface)}
    made.filters |= {"spaced": _spaced, "number": number}
    made.globals["asset"] = _asset_url(found)
    made.globals["site_language"] = interface.language
    made.globals["site_direction"] = interface.direction
    return made


def _loader(folders: tuple[Path, ...]) -> BaseLoader:
    own = PrefixLoader({"recoupe": _Templates(package_templates())})
    return ChoiceLoader([*map(_Templates, folders), own])


class _Context(Context):
    """A context that asks not what macros and texts take, most of what a page calls."""

    def call(self, function: Callable[..., object], /, *args: Any, **names: object) -> object:
        if not isinstance(function, (Macro, Texts, CountedTexts)):
            return super().call(function, *args, **names)
        names.pop("_loop_vars", None)
        names.pop("_block_vars", None)
        return function(self.eval_ctx, *args, **names)


class _Template(Template):
    """A template whose macros are made once, and not looked after at each of some fifty imports.

    Jinja makes them anew where the importing template has other globals; here all have the same.
    """

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        if self._module is None:
            return super()._get_default_module(ctx)
        return self._module


class _Templates(FileSystemLoader):
    """A folder of templates; one that is not UTF-8 is named, which Jinja does not do."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            raise TemplateFailedError(template, "is not UTF-8") from error


def _verbatim(text: str) -> Markup:
    """`text` escaped so that a browser reads it back as it is: a bare CR would be lost."""
    return markup(str.replace(shown(text), "\r", "&#13;"))


def _listed(interface: Interface) -> Callable[[Iterable[str]], Markup]:
    """The filter `listed`: names in a row, whichever way each of them runs."""
    row = lru_cache(_ROWS)(interface.listed)

    def listed(names: Iterable[str]) -> Markup:
        isolated = tuple(str(escape(interface.isolated(name))) for name in names)
        return Markup(row(isolated))  # noqa: S704  escaped on the line before

    return listed


def _spaced(names: Iterable[object]) -> str:
    """Names that have no spaces in them, in a row, as attributes list them."""
    return " ".join(map(str, names))


def _data_block(json: str) -> Markup:
    """`json` for a `<script>` of data: nothing in it ends the element or begins a comment."""
    for sign, written in _IN_SCRIPTS.items():  # in a tenth of the time that `translate` takes
        json = json.replace(sign, written)
    return Markup(json)  # noqa: S704  escaped in the lines before


def _number(interface: Interface) -> Callable[[int], str]:
    """The filter `number`: a whole number as the language writes it."""
    return lambda number: interface.number(Decimal(number))


def _asset_url(found: Mapping[str, Asset]) -> Callable[[str], str]:
    """The template's `asset(name)`: the asset's URL, to be written with `|href` like others."""

    def asset(name: str) -> str:
        if name not in found:
            raise TemplateRuntimeError(f"there is no asset `{name}`")
        return found[name].url

    return asset
