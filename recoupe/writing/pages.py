"""A page as HTML: a pure function of its view, the templates and the language.

Templates are the project's to change, so whatever goes wrong in one is told as a mistake of the
template, with its line, and never as one of Recoupe's.
"""

import re
from traceback import extract_tb

from jinja2 import Environment, TemplateError, TemplateNotFound, TemplateSyntaxError

from recoupe.pages.views import View
from recoupe.pages.views.overviews import NotFoundView
from recoupe.writing.links import with_relative_urls, with_rooted_urls
from recoupe.writing.policy import content_security_policy
from recoupe.writing.refusals import TemplateFailedError

_WORD_START = re.compile(r"(?<=[a-z])(?=[A-Z])")


def template_name(view_type: type[View]) -> str:
    """The template of a view's class: `DiscrepancyListView` is `pages/discrepancy-list.html`."""
    words = _WORD_START.sub("-", view_type.__name__.removesuffix("View"))
    return f"pages/{words.lower()}.html"


def page_html(view: View, environment: Environment) -> str:
    """The page of `view`; raises TemplateFailedError for a mistake in a template."""
    name = template_name(type(view))
    try:
        template = environment.get_template(name)
        page = template.render(view=view, frame=view.frame, csp=content_security_policy(view))
    except TemplateError as error:  # first, because TemplateNotFound is an OSError too
        raise _failure(error, name) from error
    except (OSError, TemplateFailedError):
        raise
    except Exception as error:
        raise _failure(error, name) from error
    return _linked(page.strip(), view) + "\n"


def _linked(page: str, view: View) -> str:
    if isinstance(view, NotFoundView):
        return with_rooted_urls(page, view.root)
    return with_relative_urls(page, view.frame.url)


def _failure(error: Exception, page: str) -> TemplateFailedError:
    """`error` with the line of the innermost template at work; `page` is the outermost."""
    reason = _reason(error)
    if isinstance(error, TemplateSyntaxError):
        return TemplateFailedError(error.name or page, reason, error.lineno)
    # Jinja gives its frames the template's own file and line.
    frames = [one for one in extract_tb(error.__traceback__) if one.filename.endswith(".html")]
    if not frames:
        return TemplateFailedError(page, reason)
    return TemplateFailedError(_named(frames[-1].filename), reason, frames[-1].lineno)


def _reason(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no template `{error.name}`"
    kind = "" if isinstance(error, TemplateError) else f"{type(error).__name__}: "
    return " ".join(f"{kind}{error}".split())


def _named(file: str) -> str:
    """A template's file below the last folder `templates` that it lies in."""
    return file.replace("\\", "/").rpartition("/templates/")[2]


def page_path(url: str) -> str:
    """The file of the page at `url`: `/claims/x/` is `claims/x/index.html`."""
    path = url.removeprefix("/")
    return f"{path}index.html" if url.endswith("/") else path
