"""Requests to the preview: pages of the site, the reload script, the reload socket."""

import mimetypes
from http.client import HTTP_PORT
from pathlib import Path
from typing import Any

from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.httputil import HTTPServerRequest
from tornado.web import HTTPError, RequestHandler

from recoupe.serving.injection import mistakes_page, previewed
from recoupe.serving.state import Preview

_NAMES = ("127.0.0.1", "localhost")


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
    """A file of the site as it stands on disk, with the preview's additions to pages."""

    def initialize(self, output: Path, preview: Preview) -> None:
        """Take what the routes give."""
        self.output = output
        self.preview = preview

    def head(self, path: str) -> None:
        """Answer as `get` does; tornado leaves the content out."""
        self.get(path)

    def get(self, path: str) -> None:
        """Answer with the page at `path`, or the site's own 404 page."""
        path = path.lstrip("/")  # what begins with a slash would not be below the output
        file = self._file(path)
        if file is None and not path.endswith("/") and self._file(f"{path}/"):
            self.redirect(f"/{path}/")
            return
        if file is None:
            self.set_status(404)
            file = self._file("404.html")
        self._answer(file)

    def _file(self, path: str) -> Path | None:
        """The file at `path`, which never leads out of the output."""
        wanted = self.output / (f"{path}index.html" if path.endswith("/") or not path else path)
        try:
            inside = wanted.resolve().is_relative_to(self.output.resolve())
            return wanted if inside and wanted.is_file() else None
        except (OSError, ValueError):  # a name that no file can have
            return None

    def _answer(self, file: Path | None) -> None:
        if file is None:
            self.set_status(503)
            self.finish(mistakes_page(self.preview.mistakes or "There is no site yet."))
        elif file.suffix == ".html":
            page = file.read_text(encoding="utf-8")
            self.finish(previewed(page, self.preview.mistakes))
        else:
            self.set_header("Content-Type", _content_type(file))
            self.finish(file.read_bytes())


class PreviewStyle(Guarded):
    """The stylesheet of the preview's own panel."""

    def get(self) -> None:
        """Answer with it."""
        self.set_header("Content-Type", "text/css; charset=utf-8")
        self.finish(Path(__file__).with_name("preview.css").read_bytes())


class ReloadScript(Guarded, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload's script, as it comes with the package."""


class ReloadSocket(Guarded, LiveReloadHandler):  # type: ignore[misc]
    """livereload's socket, open to the preview's own pages only."""

    def check_origin(self, origin: str) -> bool:
        """Whether the page that opens the socket is the preview's."""
        return is_own_page(origin, self.settings["port"])


def reload_browsers(waiters: set[Any]) -> None:
    """Tell every open page to load again.

    livereload's own `reload_waiters` swallows what comes within three seconds of the last reload;
    an editor who saves twice in a row must see both.
    """
    for waiter in tuple(waiters):
        waiter.send_message({"command": "reload", "path": "*", "liveCSS": True, "liveImg": True})


def _content_type(file: Path) -> str:
    guessed, _ = mimetypes.guess_type(file.name)
    kind = guessed or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or "json" in kind else kind
