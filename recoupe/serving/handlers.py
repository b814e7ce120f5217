"""Requests to the preview: pages of the site, the reload script, the reload socket."""

import mimetypes
from collections.abc import Iterable
from http.client import HTTP_PORT
from pathlib import Path
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError, RequestHandler

from recoupe.pages import urls
from recoupe.serving.injection import mistakes_page, previewed
from recoupe.serving.state import Preview, ShownPage

_NAMES = ("127.0.0.1", "localhost")
_OWN_FILES = Path(__file__).parent


def is_own(request: HTTPServerRequest, port: int) -> bool:
    """Whether a request was meant for the preview: no other site may reach it by another name.

    Both Host and Origin are checked, or a page elsewhere could read the preview by DNS rebinding.
    """
    origin = request.headers.get("Origin")
    return request.host in _hosts(port) and (origin is None or is_own_page(origin, port))


def is_own_page(origin: str, port: int) -> bool:
    """Whether `origin` is that of the preview's own pages."""
    return origin in {f"http://{host}" for host in _hosts(port)}


def _hosts(port: int) -> set[str]:
    """How a browser may call the preview; at the port of all of HTTP it leaves the port out."""
    named = {f"{name}:{port}" for name in _NAMES}
    return named | set(_NAMES) if port == HTTP_PORT else named


class Guarded(RequestHandler):
    """A request that is refused unless it was meant for the preview."""

    def prepare(self) -> None:
        """Refuse what comes by another name."""
        if not is_own(self.request, self.settings["port"]):
            raise HTTPError(403)

    def set_default_headers(self) -> None:
        """Nothing of a preview is kept by the browser."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")


class SiteFile(Guarded):
    """A page or file of the site as it would be published now, with the preview's additions."""

    def initialize(self, output: Path, preview: Preview) -> None:
        """Take what the routes give."""
        self.output = output
        self.preview = preview

    def head(self, path: str) -> None:
        """Answer as `get` does; tornado leaves the content out."""
        self.get(path)

    def get(self, path: str) -> None:
        """Answer with the page or file at `path`, or the site's own 404 page."""
        path = path.lstrip("/")  # what begins with a slash would not be below the output
        if (page := self.preview.page(f"/{path}")) is not None:
            self._answer(page)
        elif (content := self._content(path)) is not None:
            self.set_header("Content-Type", _content_type(path))
            self.finish(content)
        elif not path.endswith("/") and self.preview.page(f"/{path}/") is not None:
            self.redirect(f"/{path}/")
        else:
            self._refuse()

    def _refuse(self) -> None:
        missing = self.preview.page(urls.NOT_FOUND)
        if missing is None:
            self.set_status(503)
            self.finish(mistakes_page(self.preview.mistakes or "The site is being read."))
        else:
            self.set_status(404)
            self._answer(missing)

    def _answer(self, page: ShownPage) -> None:
        if page.html:
            self.finish(previewed(page.html, page.mistakes))
        else:
            self.set_status(500)
            self.finish(mistakes_page(page.mistakes))

    def _content(self, path: str) -> bytes | None:
        """What is made of the facts now, or what a build has left that takes longer to make."""
        site = self.preview.site
        made = None if site is None else site.file(path)
        if made is not None or path.endswith((".html", "/")) or not path:
            return made
        wanted = self.output / path
        try:
            inside = wanted.resolve().is_relative_to(self.output.resolve())
            return wanted.read_bytes() if inside and wanted.is_file() else None
        except (OSError, ValueError):  # a name that no file can have
            return None


class PreviewFile(Guarded):
    """One of the preview's own files, which no site has."""

    def get(self, name: str) -> None:
        """Answer with it."""
        self.set_header("Content-Type", _content_type(name))
        self.finish((_OWN_FILES / name).read_bytes())


class ReloadScript(Guarded, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload's script, as it comes with the package."""


class ReloadSocket(Guarded, LiveReloadHandler):  # type: ignore[misc]
    """livereload's socket, open to the preview's own pages only."""

    def check_origin(self, origin: str) -> bool:
        """Whether the page that opens the socket is the preview's."""
        return is_own_page(origin, self.settings["port"])


def reload_browsers(waiters: set[Any], paths: Iterable[str]) -> None:
    """Tell every open page what to load again: a stylesheet, or for `*` itself.

    livereload's own `reload_waiters` swallows what comes within three seconds of the last reload;
    an editor who saves twice in a row must see both.
    """
    for path in paths:
        message = {"command": "reload", "path": path, "liveCSS": True, "liveImg": True}
        for waiter in tuple(waiters):
            waiter.send_message(message)


def _content_type(path: str) -> str:
    guessed, _ = mimetypes.guess_type(path)
    kind = guessed or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or "json" in kind else kind
