"""The preview's server and its watcher, in one event loop."""

import asyncio
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from livereload.handlers import LiveReloadHandler
from tornado.web import Application
from watchfiles import awatch

from recoupe.pipeline import DEFAULT_OUTPUT, INPUTS
from recoupe.serving.handlers import (
    PreviewStyle,
    ReloadScript,
    ReloadSocket,
    SiteFile,
    reload_browsers,
)
from recoupe.serving.state import Preview

_SETTLED_MS = 50  # editors save in several steps; shorter would build what is half written


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
    await _rebuild(preview, tell)
    if open_browser:
        webbrowser.open(address)
    try:
        async for _ in awatch(*_watched(root), debounce=_SETTLED_MS, step=_SETTLED_MS // 2):
            await _rebuild(preview, tell)
            reload_browsers(LiveReloadHandler.waiters)
    finally:
        server.stop()


def _watched(root: Path) -> Iterator[Path]:
    """The folders that a site is made of, those that are there."""
    return (root / name for name in INPUTS if (root / name).is_dir())


async def _rebuild(preview: Preview, tell: Callable[[str], None]) -> None:
    built = await asyncio.to_thread(preview.rebuild)
    tell("built" if built else preview.mistakes)
