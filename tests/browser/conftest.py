"""A real browser, and the sites under test behind a server, each under a path as on GitHub Pages.

The sites are built once for all workers. Which template made which page is told by the views, so
that a new template is under every test as soon as it has a page, and fails them until then.
"""

import json
import os
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NoReturn

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright

from recoupe import build
from recoupe.locale import interface
from recoupe.pages.editions import edition
from recoupe.pages.site import site_pages
from recoupe.pipeline import Built
from recoupe.writing.folders import package_templates
from recoupe.writing.pages import page_path, template_name

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SPECIMEN = HERE / "specimen"  # one of everything: odd characters, a right-to-left source, drafts
TEMPLATES = sorted(path.name for path in (package_templates() / "pages").glob("*.html"))
# The first has no window to draw and is several times as fast.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def missing(what: str, remedy: str) -> NoReturn:
    """Fail in CI, where no test of this folder may be skipped; skip elsewhere."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"no {what}, and in CI no test of the pages may be skipped: {remedy}")
    pytest.skip(f"no {what}: {remedy}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = (shutil.which(name) for name in BROWSERS)
    path = os.environ.get("CHROMIUM") or next(filter(None, found), None)
    if path is None:
        missing("Chromium", "set $CHROMIUM or install it")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, to be evaluated in a page: its policy forbids a script of ours."""
    script = HERE / "node_modules/axe-core/axe.min.js"
    if not script.is_file():
        missing("axe-core", "run `npm ci` in tests/browser")
    return script.read_text("utf-8")


@pytest.fixture(scope="session")
def checker() -> list[str]:
    """The command that runs the Nu HTML checker."""
    java, jar = shutil.which("java"), HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
    if java is None:
        missing("Java", "install a JRE, at least 11")
    if not jar.is_file():
        missing("Nu HTML checker", "run `npm ci` in tests/browser")
    return [java, "-jar", str(jar)]


@dataclass(frozen=True, slots=True)
class Sites:
    """The folder that is served, and by site the paths in it of each template's pages."""

    folder: Path
    pages: Mapping[str, Mapping[str, list[str]]]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Sites:
    """This repository's own site under /parler/, and the specimen under /specimen/."""
    own = tmp_path_factory.getbasetemp()
    shared = own if worker_id == "master" else own.parent  # xdist gives each worker a folder in it
    folder, pages = shared / "served", shared / "pages.json"
    with FileLock(shared / "sites.lock"):
        if not pages.is_file():
            shutil.copytree(SPECIMEN, shared / "specimen")
            roots = {"parler": ROOT, "specimen": shared / "specimen"}
            made = {name: _site(root, folder / name) for name, root in roots.items()}
            pages.write_text(json.dumps(made), "utf-8")
    return Sites(folder, json.loads(pages.read_text("utf-8")))


def _site(root: Path, folder: Path) -> dict[str, list[str]]:
    """Build the site of `root`; its pages by template, heaviest first."""
    drafts = root.name == "specimen"
    built = build(root, folder, base_url=f"https://example.org/{folder.name}/", drafts=drafts)
    assert built.published is not None, [one.message for one in built.diagnostics]
    pages: dict[str, list[str]] = {}
    for template, url in _pages(built, drafts=drafts):
        pages.setdefault(template, []).append(f"{folder.name}{url}")
    for paths in pages.values():
        paths.sort(key=lambda path: (folder.parent / page_path(path)).stat().st_size, reverse=True)
    return pages


def _pages(built: Built, *, drafts: bool) -> Iterator[tuple[str, str]]:
    """The template and URL of every page of a build."""
    facts = built.loaded.facts
    spoken = interface(built.loaded.project.site.language)
    for view in site_pages(edition(facts.anchored, facts.findings, spoken, drafts=drafts)):
        yield template_name(type(view)).removeprefix("pages/"), view.frame.url


@pytest.fixture(scope="session")
def served(sites: Sites) -> Path:
    """The folder that is served, in which every site has its own."""
    return sites.folder


@pytest.fixture(scope="session")
def site(served: Path) -> Path:
    """This repository's own site, built where a server can show it under /parler/."""
    return served / "parler"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a failed request fails its test."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture(scope="session")
def server(served: Path) -> Iterator[str]:
    """The address of the server, whose folders are the sites."""
    with _served(served) as running:
        yield running


@pytest.fixture(scope="session")
def address(server: str) -> str:
    """The address of this repository's own site, path included."""
    return f"{server}parler/"


@pytest.fixture(params=TEMPLATES)
def template(request: pytest.FixtureRequest) -> str:
    """Each template of a page: a test that asks for one, or for its pages, holds for all."""
    name: str = request.param
    return name


@pytest.fixture
def paths(template: str, sites: Sites) -> list[str]:
    """All pages of a template below the served folder: each site's, heaviest first."""
    found = [path for pages in sites.pages.values() for path in pages.get(template, [])]
    if not found:
        pytest.fail(f"no page is made with {template}: give the specimen what it needs for one")
    return found


@pytest.fixture
def examples(paths: list[str], server: str) -> list[str]:
    """The addresses of a template's heaviest and lightest page, and of its heaviest specimen."""
    ours = [path for path in paths if path.startswith("parler/")]
    specimens = [path for path in paths if path not in ours]
    chosen = dict.fromkeys([*ours[:1], *ours[-1:], *specimens[:1]])
    return [f"{server}{path}" for path in chosen]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of a wide window, in which scripts may run."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


Served = Callable[..., str]


@pytest.fixture(scope="session")
def small_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Builds a project from its files, by path, and gives the address at which it is served."""
    with ExitStack() as servers:

        def made(files: Mapping[str, str], **options: str) -> str:
            root = tmp_path_factory.mktemp("small")
            for name, text in files.items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, "utf-8", newline="")
            built = build(root, **options)
            assert built.published is not None, [one.message for one in built.diagnostics]
            return servers.enter_context(_served(built.output))

        yield made
