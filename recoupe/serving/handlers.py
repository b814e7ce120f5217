"""Requests to the preview: pages of the site, the reload script, the reload socket."""

import mimetypes
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from tornado.web import HTTPError

from recoupe.pages import urls
from recoupe.serving.desk import Desk
from recoupe.serving.guards import Guarded, is_own_page
from recoupe.serving.injection import Shown, mistakes_page, previewed
from recoupe.serving.panels import panel_on, whole_text
from recoupe.serving.state import Preview, ShownPage

_OWN_FILES = Path(__file__).parent


class SiteFile(Guarded):
    """A page or file of the site as it would be published now, with the preview's additions."""

    def initialize(self, output: Path, desk: Desk) -> None:
        """Take what the routes give."""
        self.output, self.desk, self.preview = output, desk, desk.preview

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
            told = self.preview.mistakes or "The site is being read."
            self.finish(mistakes_page(told, self.preview.state))
        else:
            self.set_status(404)
            self._answer(missing)

    def _answer(self, page: ShownPage) -> None:
        if page.html:
            panel = panel_on(self.preview, self.desk.token, page)
            self.finish(
                previewed(page.html, _shown(self.preview, page.state, page.mistakes, panel))
            )
        else:
            self.set_status(500)
            self.finish(mistakes_page(page.mistakes, page.state))

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


class WholeText(Guarded):
    """The whole text of a source, of which the site may publish less."""

    def initialize(self, desk: Desk) -> None:
        """Take what the routes give."""
        self.desk = desk

    def get(self, source: str) -> None:
        """Answer with it."""
        shown = whole_text(self.desk.preview, self.desk.token, source)
        if shown is None:
            raise HTTPError(404)
        page, panel = shown
        preview = self.desk.preview
        self.finish(previewed(page, _shown(preview, preview.state, preview.mistakes, panel)))


class PreviewFile(Guarded):
    """One of the preview's own files, which no site has."""

    def get(self, name: str) -> None:
        """Answer with it."""
        self.set_header("Content-Type", _content_type(name))
        self.finish((_OWN_FILES / name).read_bytes())


def _shown(preview: Preview, state: int, mistakes: str, panel: str) -> Shown:
    heading = preview.gettext("There are mistakes: this is the page as it was last good.")
    return Shown(state, mistakes, heading, panel)


class _Plugins(msgspec.Struct):
    """What our plug-in for livereload's script says of its page; others say what they like."""

    recoupe: dict[str, str] = {}


class _Told(msgspec.Struct):
    """What livereload's script says of a page and of its plug-ins."""

    plugins: _Plugins | None = None


class ReloadScript(Guarded, LiveReloadJSHandler):  # type: ignore[misc]
    """livereload's script, as it comes with the package."""


class ReloadSocket(Guarded, LiveReloadHandler):  # type: ignore[misc]
    """livereload's socket, open to the preview's own pages only."""

    def check_origin(self, origin: str) -> bool:
        """Whether the page that opens the socket is the preview's."""
        return is_own_page(origin, self.settings["port"])

    def on_message(self, message: str) -> None:
        """Have a page load again that was made before a change, and came too late to be told."""
        super().on_message(message)
        if _state_told(message) not in (None, str(self.settings["preview"].state)):
            self.send_message(_reload_message("*"))


def reload_browsers(waiters: set[Any], paths: Iterable[str]) -> None:
    """Tell every open page what to load again: a stylesheet, or for `*` itself.

    livereload's own `reload_waiters` swallows what comes within three seconds of the last reload;
    an editor who saves twice in a row must see both.
    """
    for path in paths:
        for waiter in tuple(waiters):
            waiter.send_message(_reload_message(path))


def _reload_message(path: str) -> dict[str, object]:
    return {"command": "reload", "path": path, "liveCSS": True, "liveImg": True}


def _state_told(message: str) -> str | None:
    """Of which state the page is that sends a message; None where it does not say."""
    try:
        told = msgspec.json.decode(message, type=_Told)
    except msgspec.MsgspecError:
        return None
    return None if told.plugins is None else told.plugins.recoupe.get("state")


def _content_type(path: str) -> str:
    guessed, _ = mimetypes.guess_type(path)
    kind = guessed or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or "json" in kind else kind
