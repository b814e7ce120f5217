"""How long an editor waits under `serve`: from saving a claim until its page shows what was saved.

The preview runs as a process of its own. It is asked for the page over and over until that says
what was saved: no browser, and the time until the answer has come as a whole. Where Playwright and
Chromium are there, a page that is open in one is watched too, until it shows the new words.
"""

import http.client
import os
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import make_project
from benchmarks.rounds import Told
from benchmarks.tables import megabytes, seconds, table

SIZES = (100, 1_000, 10_000)
SAVES = 9
_PAUSE = 0.5  # seconds between two saves, in which an editor would look
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
_KIB = 1024


@dataclass(frozen=True, slots=True)
class Waits:
    """Seconds until the preview was there, and of each save; bytes of memory at its peak.

    `began` is with the memory of a build before it; `painted` is empty without a browser.
    """

    claims: int
    began: float
    answered: tuple[float, ...]
    painted: tuple[float, ...]
    memory: int


def waits(folder: Path, claims: int, tell: Told) -> Waits:
    """What an editor of a made-up project of `claims` claims waits for."""
    root = folder / "preview"
    make_project(root, claims)
    with _serving(root):
        pass  # from here on there is what a first reading leaves
    began = time.perf_counter()
    with _serving(root) as (port, process):
        ready = time.perf_counter() - began
        claim = _Claim(root, port)
        answered = tuple(claim.saved(claim.answered) for _ in range(SAVES))
        painted = tuple(_painted(claim))
        memory = _peak(process.pid)
    shutil.rmtree(root)
    tell(f"{claims:,} claims: {statistics.median(answered):.2f} s from a save to the answer")
    return Waits(claims, ready, answered, painted, memory)


def waits_table(found: list[Waits]) -> str:
    """Medians by size; the longest wait in brackets."""
    rows = [
        [
            f"{one.claims:,}",
            seconds(one.began),
            _medians(one.answered),
            _medians(one.painted),
            megabytes(one.memory),
        ]
        for one in found
    ]
    heads = ["claims", "begun", "save to answer", "save to browser", "memory"]
    return table(heads, rows)


def _medians(waited: tuple[float, ...]) -> str:
    if not waited:
        return "no browser"
    return f"{seconds(statistics.median(waited))} ({seconds(max(waited))})"


class _Claim:
    """A claim in the middle of a project, whose statement is saved again and again."""

    def __init__(self, root: Path, port: int) -> None:
        files = sorted((root / "facts" / "claims").rglob("*.yaml"))
        self._path, self._port, self._number = files[len(files) // 2], port, 0
        self._text = self._path.read_text("utf-8")
        self.url = f"/claims/{self._path.stem}/"
        self.address = f"http://127.0.0.1:{port}{self.url}"

    def saved(self, shows: Callable[[str], None]) -> float:
        """Seconds from a save until `shows` has found its words."""
        time.sleep(_PAUSE)
        self._number += 1
        words = f"Essai {self._number}"
        self._path.write_text(self._text.replace("claim: ", f"claim: {words} ", 1), "utf-8")
        began = time.perf_counter()
        shows(words)
        return time.perf_counter() - began

    def answered(self, words: str) -> None:
        """Wait until the preview answers with a page that has these words."""
        while words not in self._page():
            time.sleep(0.01)

    def _page(self) -> str:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=600)
        connection.request("GET", self.url)
        page = connection.getresponse().read().decode()
        connection.close()
        return page


def _painted(claim: _Claim) -> Iterator[float]:
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  not everybody has it
    except ImportError:
        return
    browser = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        return
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=list(_FLAGS))
        page = opened.new_page()
        page.goto(claim.address)

        def painted(words: str) -> None:
            shown = "words => document.querySelector('h1')?.textContent.includes(words)"
            page.wait_for_function(shown, arg=words, polling="raf", timeout=600_000)
            page.evaluate("() => new Promise(requestAnimationFrame)")

        yield from (claim.saved(painted) for _ in range(SAVES))
        opened.close()


@contextmanager
def _serving(root: Path) -> Iterator[tuple[int, "subprocess.Popen[str]"]]:
    """The preview of the project at `root`, from when it is there."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = int(held.getsockname()[1])
    command = [sys.executable, "-m", "recoupe", "serve", "--root", str(root), "--port", str(port)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        process.stderr.readline()  # that it serves
        process.stderr.readline()  # that the facts are read
        try:
            yield port, process
        finally:
            process.send_signal(2)  # as Ctrl+C, upon which it leaves what it has read
            process.wait()


def _peak(process: int) -> int:
    """Bytes of resident memory at the peak; 0 where the system does not say."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next(int(line.split()[1]) * _KIB for line in lines if line.startswith("VmHWM"))
