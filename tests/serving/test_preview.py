"""The preview reloads, shows mistakes over the last good site, and answers nobody else."""

import asyncio
import json
import shutil
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine
from tornado.websocket import WebSocketClientConnection, websocket_connect

from recoupe.pipeline import build
from recoupe.runs import Run
from recoupe.serving.guards import is_own

HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
PATIENCE = 30  # seconds until a test gives up; a reload takes less than one


def run(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """What `coroutine` gives; in its own thread, as browser tests keep a loop in this one."""
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(asyncio.run, coroutine).result()


def answer(port: int, path: str, method: str = "GET", **headers: str) -> tuple[int, str]:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, path, headers={"Host": f"127.0.0.1:{port}"} | headers)
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, body


def wait_until(holds: Callable[[], bool]) -> None:
    given_up = monotonic() + PATIENCE
    while not holds():
        assert monotonic() < given_up


def body(page: str) -> str:
    return page.partition("<body")[2]


async def socket(port: int, origin: str) -> WebSocketClientConnection:
    headers = {"Origin": origin}
    return await websocket_connect(
        HTTPRequest(f"ws://127.0.0.1:{port}/livereload", headers=headers)
    )


async def reloaded(port: int, change: Callable[[], None]) -> dict[str, object]:
    """What an open page is told after `change`."""
    connected = await socket(port, f"http://127.0.0.1:{port}")
    await connected.write_message(json.dumps(HELLO))
    await connected.read_message()
    await connected.write_message(json.dumps({"command": "info", "url": "x"}))
    # Another round trip: the page is among those to be told once its greeting is answered.
    await connected.write_message(json.dumps(HELLO))
    await connected.read_message()
    change()
    message = await asyncio.wait_for(connected.read_message(), PATIENCE)
    connected.close()
    while await asyncio.wait_for(connected.read_message(), PATIENCE) is not None:
        pass  # until the other side has closed too, so that no socket is left behind
    found: dict[str, object] = json.loads(message or "{}")
    return found


def test_page_is_the_published_one_with_a_reload_script_that_its_policy_allows(running) -> None:
    status, page = answer(running.port, "/claims/people/")

    build(running.root, quick=True, run=Run(1))
    published = (running.root / "site/claims/people/index.html").read_text("utf-8")
    assert status == 200
    assert '<script src="/livereload.js" defer></script>' in page
    assert "script-src &#x27;self&#x27;" in page
    assert "livereload" not in published
    assert body(page) == body(published)


@pytest.mark.parametrize(
    "path", ["data/claims.json", "data/claims.csv", "data/annotations.jsonld", "assets/icon.svg"]
)
def test_file_is_the_published_one(running, path: str) -> None:
    build(running.root, output=running.root / "elsewhere", quick=True, run=Run(1))

    assert answer(running.port, f"/{path}") == (
        200,
        (running.root / "elsewhere" / path).read_bytes().decode(),
    )


def test_preview_writes_no_site(running) -> None:
    answer(running.port, "/claims/")

    assert not (running.root / "site").exists()


def test_change_of_a_fact_reloads_the_page_and_shows_it(running) -> None:
    claim: Path = running.root / "facts/claims/people.yaml"
    text = claim.read_text("utf-8")

    def change() -> None:
        claim.write_text(text.replace("Le pont est ouvert.", "Le pont est fermé."), "utf-8")

    told = run(reloaded(running.port, change))

    assert told["command"] == "reload"
    assert "Le pont est fermé." in answer(running.port, "/claims/people/")[1]


def test_second_change_right_after_the_first_reloads_too(running) -> None:
    claim: Path = running.root / "facts/claims/people.yaml"
    text = claim.read_text("utf-8")

    for words in ("Une fois.", "Deux fois."):
        changed = text.replace("Le pont est ouvert.", words)
        run(reloaded(running.port, lambda changed=changed: claim.write_text(changed, "utf-8")))

    assert "Deux fois." in answer(running.port, "/claims/people/")[1]


NEW = """\
claim: Le maire a parlé.
accounts:
  - source: alpha
    stance: supports
    quotes: [Le maire a parlé lundi]
"""


def saved_by_rename(path: Path, text: str) -> None:
    """As editors save that never write into the file that stands."""
    path.with_name(f".{path.name}.swp").write_text(text, "utf-8")
    path.with_name(f".{path.name}.swp").replace(path)


def test_save_by_rename_is_noticed(running) -> None:
    claim: Path = running.root / "facts/claims/people.yaml"
    changed = claim.read_text("utf-8").replace("Le pont est ouvert.", "Le pont est fermé.")

    run(reloaded(running.port, lambda: saved_by_rename(claim, changed)))

    assert "Le pont est fermé." in answer(running.port, "/claims/people/")[1]


def test_file_that_comes_moves_and_goes_is_noticed(running) -> None:
    folder: Path = running.root / "facts/claims"

    def statuses() -> tuple[int, int]:
        return answer(running.port, "/claims/mayor/")[0], answer(running.port, "/claims/other/")[0]

    run(reloaded(running.port, lambda: (folder / "mayor.yaml").write_text(NEW, "utf-8")))
    come = statuses()
    run(reloaded(running.port, lambda: (folder / "mayor.yaml").rename(folder / "other.yaml")))
    moved = statuses()
    run(reloaded(running.port, (folder / "other.yaml").unlink))

    assert (come, moved, statuses()) == ((200, 404), (404, 200), (404, 404))


def test_folder_of_claims_that_is_moved_is_noticed(running) -> None:
    folder: Path = running.root / "facts/claims"

    def moved() -> None:
        (folder / "people.yaml").rename(running.root / "people.yaml")
        (running.root / "city").mkdir()
        (running.root / "people.yaml").rename(running.root / "city/people.yaml")
        (running.root / "city").rename(folder / "city")

    run(reloaded(running.port, moved))  # of which it may be told in two looks
    run(reloaded(running.port, lambda: (folder / "mayor.yaml").write_text(NEW, "utf-8")))

    assert answer(running.port, "/claims/people/")[0] == 200


def test_mistake_is_shown_over_the_last_good_site_until_it_is_mended(running) -> None:
    claim: Path = running.root / "facts/claims/people.yaml"
    text = claim.read_text("utf-8")

    run(reloaded(running.port, lambda: claim.write_text("claim: x\n", "utf-8")))
    _, broken = answer(running.port, "/claims/people/")
    run(reloaded(running.port, lambda: claim.write_text(text, "utf-8")))
    _, mended = answer(running.port, "/claims/people/")

    assert "Le pont est ouvert." in broken
    assert "error[key-missing]" in broken
    assert "preview-mistakes" not in mended


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Host": "evil.example"}, id="another host"),
        pytest.param({"Origin": "http://evil.example"}, id="another origin"),
    ],
)
def test_request_that_was_meant_for_somebody_else_is_refused(
    running, headers: dict[str, str]
) -> None:
    assert answer(running.port, "/", **headers)[0] == 403


def test_socket_is_closed_to_the_pages_of_others(running) -> None:
    with pytest.raises(HTTPClientError):
        run(socket(running.port, "http://evil.example"))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/nothing/", 404, id="no such page"),
        pytest.param("/claims", 302, id="page without its slash"),
        pytest.param("/../facts/site.yaml", 404, id="out of the site"),
        pytest.param("/%2e%2e/facts/site.yaml", 404, id="out of the site, encoded"),
        pytest.param("/data/claims.json", 200, id="data"),
        pytest.param("/%00", 404, id="a name that no file can have"),
        pytest.param(f"/{'long' * 1000}", 404, id="a name that is too long"),
        pytest.param("//data/claims.json", 200, id="two slashes"),
    ],
)
def test_path_is_answered_from_the_site_only(running, path: str, status: int) -> None:
    assert answer(running.port, path)[0] == status


def test_absolute_path_is_not_answered(running) -> None:
    assert answer(running.port, f"/{running.root}/site/claims")[0] == 404


def test_head_is_answered_without_a_page(running) -> None:
    assert answer(running.port, "/claims/people/", "HEAD") == (200, "")


def test_templates_that_are_made_later_are_watched_too(running) -> None:
    pages = running.root / "templates" / "pages"

    def change() -> None:
        pages.mkdir(parents=True)
        (pages / "claim.html").write_text("<p>mine</p></body>", "utf-8")

    run(reloaded(running.port, change))
    run(reloaded(running.port, lambda: (pages / "claim.html").write_text("{{ 1/0 }}", "utf-8")))

    _, page = answer(running.port, "/claims/people/")
    assert "templates/pages/claim.html, line 1: ZeroDivisionError" in page


@pytest.mark.parametrize("folder", ["facts", "seeds", "templates"])
def test_folder_that_another_replaces_is_watched_on(running, tmp_path: Path, folder: str) -> None:
    own, copy = running.root / folder, tmp_path / "copy"
    page = running.root / "templates/pages/claim.html"

    def make() -> None:
        page.parent.mkdir(parents=True)
        page.write_text("<p>mine</p></body>", "utf-8")

    def replace() -> None:
        shutil.copytree(own, copy)
        shutil.rmtree(own)
        shutil.copytree(copy, own)  # which gets the number of the one that is gone, on many systems

    run(reloaded(running.port, make))
    run(reloaded(running.port, replace))
    edited = {
        "facts": (running.root / "facts/site.yaml", "no: such key\n"),
        "seeds": (running.root / "seeds/a.txt", "Nothing.\n"),
        "templates": (page, "<p>yours</p></body>"),
    }
    path, content = edited[folder]
    path.write_text(content, "utf-8")

    shown = {"facts": "key-unknown", "seeds": "quote-absent", "templates": "yours"}[folder]
    wait_until(lambda: shown in answer(running.port, "/claims/people/")[1])


@pytest.mark.parametrize(
    ("host", "port", "own"),
    [
        pytest.param("127.0.0.1", 80, True, id="the port of HTTP left out"),
        pytest.param("localhost:80", 80, True, id="the port of HTTP written"),
        pytest.param("127.0.0.1", 8000, False, id="another port left out"),
        pytest.param("evil.example", 80, False, id="another name"),
    ],
)
def test_port_of_http_may_be_left_out(host: str, port: int, own: bool) -> None:
    line = RequestStartLine("GET", "/", "HTTP/1.1")
    request = HTTPServerRequest(start_line=line, headers=HTTPHeaders({"Host": host}))

    assert is_own(request, port) == own
