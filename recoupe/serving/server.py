"""The preview's server and its watcher, in one event loop."""

import asyncio
import webbrowser
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import suppress
from pathlib import Path

from livereload.handlers import LiveReloadHandler
from tornado.web import Application
from watchfiles import Change, awatch

from recoupe.folders import DEFAULT_OUTPUT, INPUTS
from recoupe.serving.desk import DESK_ROUTE, MOST_BYTES, Desk, DeskRequest
from recoupe.serving.handlers import (
    PreviewFile,
    ReloadScript,
    ReloadSocket,
    SiteFile,
    WholeText,
    reload_browsers,
)
from recoupe.serving.state import Preview

_SETTLED_MS = 50  # editors save in several steps; shorter would build what is half written
_LOOK_MS = 200  # how often to look for a folder that was made or taken away; nobody would notice


def serve(
    preview: Preview, *, port: int, tell: Callable[[str], None], open_browser: bool = False
) -> None:
    """Serve the site of the preview's project on 127.0.0.1, as it is after every change.

    Returns when interrupted. Raises OSError where the port is taken.
    """
    running = _serve(preview, port, tell=tell, open_browser=open_browser)
    with suppress(KeyboardInterrupt):
        asyncio.run(running)


def application(preview: Preview, output: Path, port: int) -> Application:
    """The preview's routes."""
    desk = Desk(preview)
    return Application(
        [
            (r"/livereload", ReloadSocket),
            (r"/livereload\.js", ReloadScript),
            (r"/_preview/(preview\.css|preview\.js|quote\.js)", PreviewFile),
            (r"/_preview/text/([^/]+)/", WholeText, {"desk": desk}),
            (DESK_ROUTE, DeskRequest, {"desk": desk}),
            (r"/(.*)", SiteFile, {"output": output, "desk": desk}),
        ],
        port=port,
        preview=preview,
    )


async def _serve(
    preview: Preview, port: int, *, tell: Callable[[str], None], open_browser: bool
) -> None:
    output = preview.root / DEFAULT_OUTPUT
    routes = application(preview, output, port)
    server = routes.listen(port, address="127.0.0.1", max_body_size=MOST_BYTES)
    address = f"http://127.0.0.1:{port}/"
    tell(f"serving {address} until you press Ctrl+C")
    try:
        async for changed in _changes(preview.root):
            to_load = await asyncio.to_thread(preview.look, changed)
            reload_browsers(LiveReloadHandler.waiters, to_load)
            tell(preview.mistakes or "shown as it is now")
            if changed is None:
                await _begun(preview, address if open_browser else None)
                open_browser = False
    finally:
        server.stop()
        preview.leave()


async def _begun(preview: Preview, address: str | None) -> None:
    """What is left to do once the site is there: open it, and let later builds know of it."""
    if address is not None:
        webbrowser.open(address)
    await asyncio.to_thread(preview.leave)


async def _changes(root: Path) -> AsyncIterator[set[str] | None]:
    """The paths that changed, one set after the other; None at first, and for whatever it may be.

    Only the folders of facts, seeds and templates are watched, since a project may hold thousands
    of others. One of them that comes or goes ends the watch. It is begun anew before the next
    look, so that nothing is missed that happens meanwhile.
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
                yield None if begun else {path for _, path in changed}
                begun = False
            if _watched(root) != watched or not changed.isdisjoint(_taken_away(watched)):
                break


def _taken_away(folders: Iterable[Path]) -> set[tuple[Change, str]]:
    """What is told where a folder was taken away: another in its place may have its number."""
    return {(Change.deleted, str(folder)) for folder in folders}


def _watched(root: Path) -> dict[Path, int]:
    """The folders that a site is made of, those that are there, and which folder each one is."""
    folders = (root / name for name in INPUTS)
    return {folder: folder.stat().st_ino for folder in folders if folder.is_dir()}
