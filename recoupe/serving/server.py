"""The preview's server and its watcher, in one event loop."""

import asyncio
import webbrowser
from collections.abc import Callable, Iterable
from pathlib import Path

from livereload.handlers import LiveReloadHandler
from tornado.web import Application
from watchfiles import awatch

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
    output: Path,
    watched: Iterable[Path],
    port: int,
    tell: Callable[[str], None],
    open_browser: bool = False,
) -> None:
    """Serve `output` on 127.0.0.1 and rebuild it whenever something `watched` changes.

    Returns when interrupted. Raises OSError where the port is taken.
    """
    asyncio.run(_serve(preview, output, tuple(watched), port, tell, open_browser))


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
    preview: Preview,
    output: Path,
    watched: tuple[Path, ...],
    port: int,
    tell: Callable[[str], None],
    open_browser: bool,
) -> None:
    server = application(preview, output, port).listen(port, address="127.0.0.1")
    address = f"http://127.0.0.1:{port}/"
    tell(f"serving {address} until you press Ctrl+C")
    await _rebuild(preview, tell)
    if open_browser:
        webbrowser.open(address)
    try:
        async for _ in awatch(*watched, debounce=_SETTLED_MS, step=_SETTLED_MS // 2):
            await _rebuild(preview, tell)
            reload_browsers(LiveReloadHandler.waiters)
    finally:
        server.stop()


async def _rebuild(preview: Preview, tell: Callable[[str], None]) -> None:
    built = await asyncio.to_thread(preview.rebuild)
    tell("built" if built else preview.mistakes)
