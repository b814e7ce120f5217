"""The preview's server and its watcher, in one event loop."""

import asyncio
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import Path

from livereload.handlers import LiveReloadHandler
from tornado.web import Application
from watchfiles import awatch

from recoupe.folders import DEFAULT_OUTPUT, INPUTS
from recoupe.serving.handlers import (
    PreviewStyle,
    ReloadScript,
    ReloadSocket,
    SiteFile,
    reload_browsers,
)
from recoupe.serving.state import Preview

_SETTLED_MS = 50  # editors save in several steps; shorter would build what is half written
_LOOK_MS = 200  # how often to look for a folder that was made or taken away; nobody would notice


def serve(
    preview: Preview,
    *,
    root: Path,
    port: int,
    tell: Callable[[str], None],
    open_browser: bool = False,
) -> None:
    """Serve the site of the project at `root` on 127.0.0.1, and rebuild it on every change.

    Returns when interrupted. Raises OSError where the port is taken.
    """
    running = _serve(preview, root, port, tell=tell, open_browser=open_browser)
    with suppress(KeyboardInterrupt):
        asyncio.run(running)


def application(preview: Preview, output: Path, port: int) -> Application:
    """The preview's routes."""
    return Application(
        [
            (r"/livereload", ReloadSocket),
            (r"/livereload\.js", ReloadScript),
            (r"/_preview/preview\.css", PreviewStyle),
            (r"/(.*)", SiteFile, {"output": output, "preview": preview}),
        ],
        port=port,
    )


async def _serve(
    preview: Preview, root: Path, port: int, *, tell: Callable[[str], None], open_browser: bool
) -> None:
    output = root / DEFAULT_OUTPUT
    server = application(preview, output, port).listen(port, address="127.0.0.1")
    address = f"http://127.0.0.1:{port}/"
    tell(f"serving {address} until you press Ctrl+C")
    to_open = address if open_browser else None
    try:
        async for _ in _changes(root):
            await _rebuild(preview, tell)
            reload_browsers(LiveReloadHandler.waiters)
            if to_open:
                webbrowser.open(to_open)
                to_open = None
    finally:
        server.stop()


async def _changes(root: Path) -> AsyncIterator[None]:
    """One after the other: first at once, then whenever something that a site is made of changed.

    Only the folders of facts, seeds and templates are watched, since a project may hold thousands
    of others. One of them that comes or goes ends the watch. It is begun anew before the next
    build, so that nothing is missed that happens meanwhile.
    """
    while True:
        watched, begun = _watched(root), True
        async for changed in awatch(
            *watched,
            debounce=_SETTLED_MS,
            step=_SETTLED_MS // 2,
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
        ):
            if changed or begun:
                begun = False
                yield
            if _watched(root) != watched:
                break


def _watched(root: Path) -> dict[Path, int]:
    """The folders that a site is made of, those that are there, and which folder each one is."""
    folders = (root / name for name in INPUTS)
    return {folder: folder.stat().st_ino for folder in folders if folder.is_dir()}


async def _rebuild(preview: Preview, tell: Callable[[str], None]) -> None:
    built = await asyncio.to_thread(preview.rebuild)
    tell("built" if built else preview.mistakes)
