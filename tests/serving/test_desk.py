"""What the panel on a source's page asks: quotes, claims, writing into them, undoing."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

PATIENCE = 30  # seconds until a test gives up
CLAIM = "facts/claims/people.yaml"


class Panel:
    """What the script of a page can ask; its token is the one in that page."""

    def __init__(self, port: int, page: str = "/sources/alpha/") -> None:
        self.port = port
        found = re.search('data-token="([^"]+)"', self._answer("GET", page, b"", {})[1])
        self.token = found[1] if found else ""

    def read(self, path: str) -> str:
        status, body = self._answer("GET", path, b"", {})
        assert status == 200
        return body

    def ask(
        self, question: str, asked: object, headers: Mapping[str, str] | None = None
    ) -> tuple[int, Any]:
        own = {
            "Origin": f"http://127.0.0.1:{self.port}",
            "Content-Type": "application/json",
            "X-Recoupe-Token": self.token,
        }
        sent = {name: value for name, value in (own | dict(headers or {})).items() if value}
        status, body = self._answer(
            "POST", f"/_preview/{question}", json.dumps(asked).encode(), sent
        )
        return status, json.loads(body) if body.startswith("{") else body

    def _answer(
        self, method: str, path: str, body: bytes, headers: Mapping[str, str]
    ) -> tuple[int, str]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, body, dict(headers))
        response = connection.getresponse()
        answer = response.status, response.read().decode()
        connection.close()
        return answer


@pytest.fixture
def panel(running) -> Panel:
    return Panel(running.port)


def position(root: Path, words: str, file: str = "seeds/a.txt") -> dict[str, Any]:
    content = (root / file).read_bytes()
    start = content.decode().index(words)
    digest = sha256(content).hexdigest()
    return {"source": "alpha", "sha256": digest, "start": start, "end": start + len(words)}


def addition(panel: Panel, selection: object, account: int | None = 0) -> dict[str, Any]:
    _, found = panel.ask("claims", {"source": "alpha", "words": ""})
    (claim,) = found["claims"]
    return {
        "selection": selection,
        "claim": claim["id"],
        "digest": claim["digest"],
        "account": account,
        "stance": "supports",
    }


def test_selection_that_cuts_words_is_quoted_in_whole_ones(running, panel: Panel) -> None:
    status, found = panel.ask("quote", position(running.root, "ont était s"))

    assert (status, found["exact"], found["yaml"]) == (200, "pont était sûr", "pont était sûr")


def test_words_that_stand_twice_are_told_apart(running, panel: Panel) -> None:
    _, found = panel.ask("quote", position(running.root, "le pont"))

    assert found["yaml"] == "{exact: le pont, prefix: que}"


def test_nothing_but_a_space_is_no_quote(running, panel: Panel) -> None:
    assert panel.ask("quote", position(running.root, " ")) == (
        409,
        {"refused": "rien à citer dans cette sélection\u00a0: sélectionnez des mots"},
    )


def test_offsets_of_a_text_that_has_changed_are_not_heeded(running, panel: Panel) -> None:
    asked = position(running.root, "le pont") | {"sha256": "0" * 64}

    assert panel.ask("quote", asked) == (
        409,
        {"refused": "le texte a changé depuis que cette page a été faite\u00a0: rechargez-la"},
    )


def test_last_good_page_does_not_vouch_for_a_text_that_is_another(running, panel: Panel) -> None:
    selected = position(running.root, "le pont était sûr")
    text = (running.root / "seeds/a.txt").read_text("utf-8")
    wrong = text.replace("12 millions", "13 millions")  # so that a quote is lost
    (running.root / "seeds/a.txt").write_text(f"Attention. {wrong}", "utf-8")
    while "preview-mistakes" not in (page := panel.read("/sources/alpha/")):
        pass

    (known,) = re.findall('data-sha256="([0-9a-f]+)"', page)
    status, told = panel.ask("quote", selected | {"sha256": known})

    assert known == selected["sha256"]  # of the text that the page shows
    assert status == 409
    assert told["refused"].startswith("le texte a changé depuis que cette page a été faite")


def test_claims_are_found_by_their_words_with_their_accounts_of_the_source(panel: Panel) -> None:
    _, found = panel.ask("claims", {"source": "alpha", "words": "le pont OUVERT"})

    (claim,) = found["claims"]
    assert (claim["id"], claim["path"], claim["accounts"]) == (
        "people",
        CLAIM,
        [[0, "supports", ""]],
    )


def test_quote_goes_into_the_account_and_nothing_else_changes(running, panel: Panel) -> None:
    path = running.root / CLAIM
    text = "# checked twice\n" + path.read_text("utf-8")
    path.write_text(text, "utf-8")

    status, told = panel.ask("add", addition(panel, position(running.root, "le pont était sûr")))

    assert (status, told["path"]) == (200, CLAIM)
    quote = "      - La ville compte 12 millions\n"
    assert path.read_text("utf-8") == text.replace(quote, f"{quote}      - le pont était sûr\n")


def test_write_is_undone_byte_for_byte(running, panel: Panel) -> None:
    path = running.root / CLAIM
    before = path.read_bytes()

    _, told = panel.ask("add", addition(panel, position(running.root, "le pont était sûr")))
    status, _ = panel.ask("undo", {"undo": told["undo"]})

    assert status == 200
    assert path.read_bytes() == before
    assert panel.ask("undo", {"undo": told["undo"]})[0] == 409


def test_file_that_changed_since_it_was_read_is_not_written_over(running, panel: Panel) -> None:
    path = running.root / CLAIM
    asked = addition(panel, position(running.root, "le pont était sûr"))
    changed = path.read_bytes() + b"# a note\n"
    path.write_bytes(changed)

    status, told = panel.ask("add", asked)

    assert status == 409
    assert told["refused"] == f"{CLAIM} a changé depuis sa lecture\u202f; revoyez-le"
    assert path.read_bytes() == changed


def test_undo_leaves_what_somebody_wrote_since(running, panel: Panel) -> None:
    path = running.root / CLAIM
    _, told = panel.ask("add", addition(panel, position(running.root, "le pont était sûr")))
    changed = path.read_bytes() + b"# a note\n"
    path.write_bytes(changed)

    assert panel.ask("undo", {"undo": told["undo"]})[0] == 409
    assert path.read_bytes() == changed


def test_account_of_another_source_is_not_written_into(running, panel: Panel) -> None:
    before = (running.root / CLAIM).read_bytes()

    status, _ = panel.ask("add", addition(panel, position(running.root, "Le maire"), account=1))

    assert status == 409
    assert (running.root / CLAIM).read_bytes() == before


def start(running, **changes: str) -> dict[str, Any]:
    asked = {
        "selection": position(running.root, "le pont a fermé mardi"),
        "id": "closing",
        "statement": "Le pont a fermé : c’était mardi.",
        "stance": "supports",
    }
    return asked | changes


def test_claim_that_is_started_builds_and_can_be_taken_back(running, panel: Panel) -> None:
    status, told = panel.ask("start", start(running))

    path = running.root / "facts/claims/closing.yaml"
    assert (status, told["path"]) == (200, "facts/claims/closing.yaml")
    assert path.read_text("utf-8") == (
        "# yaml-language-server: $schema=../../.recoupe/schemas/claim.json\n"
        "claim: 'Le pont a fermé : c’était mardi.'\n"
        "accounts:\n"
        "  - source: alpha\n"
        "    stance: supports\n"
        "    quotes:\n"
        "      - le pont a fermé mardi\n"
    )
    assert panel.ask("undo", {"undo": told["undo"]})[0] == 200
    assert not path.exists()


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"id": "people"}, id="an id that stands already"),
        pytest.param({"id": "../site"}, id="an id that leads elsewhere"),
        pytest.param({"id": "page"}, id="an id of the site's own"),
        pytest.param({"id": "con"}, id="a name that Windows has for a device"),
        pytest.param({"statement": "  "}, id="no statement"),
        pytest.param({"statement": "\u200b"}, id="a statement that nobody sees"),
        pytest.param({"statement": "a\0b"}, id="a sign that no text may hold"),
        pytest.param({"stance": "silent"}, id="a stance that quotes nothing"),
    ],
)
def test_claim_that_cannot_be_is_not_started(
    running, panel: Panel, changes: dict[str, str]
) -> None:
    before = sorted(running.root.rglob("*.yaml"))

    assert panel.ask("start", start(running, **changes))[0] == 409
    assert sorted(running.root.rglob("*.yaml")) == before


def test_claim_is_not_started_behind_a_link(running, panel: Panel, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (running.root / "facts/claims/linked").symlink_to(outside, target_is_directory=True)

    status, told = panel.ask("start", start(running, id="linked/closing"))

    assert status == 409
    assert "`facts/claims/linked`" in told["refused"]
    assert list(outside.iterdir()) == []


def test_words_that_would_be_shown_in_another_order_are_written_escaped(
    running, panel: Panel
) -> None:
    status, _ = panel.ask("start", start(running, statement="Le pont \u202e a fermé."))

    assert status == 200
    written = (running.root / "facts/claims/closing.yaml").read_text("utf-8")
    assert 'claim: "Le pont \\u202e a fermé."\n' in written


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({"X-Recoupe-Token": ""}, 403, id="no token"),
        pytest.param({"X-Recoupe-Token": "guessed"}, 403, id="another token"),
        pytest.param({"Origin": ""}, 403, id="no origin"),
        pytest.param({"Origin": "http://evil.example"}, 403, id="another origin"),
        pytest.param({"Host": "evil.example"}, 403, id="another host"),
        pytest.param({"Content-Type": "text/plain"}, 415, id="what a form can send"),
    ],
)
def test_what_no_page_of_the_preview_asks_is_refused(
    running, panel: Panel, headers: dict[str, str], status: int
) -> None:
    before = (running.root / CLAIM).read_bytes()
    asked = addition(panel, position(running.root, "le pont était sûr"))

    assert panel.ask("add", asked, headers)[0] == status
    assert (running.root / CLAIM).read_bytes() == before


@pytest.mark.parametrize("asked", [{}, [], {"source": "alpha", "start": "1", "end": 2}, "x"])
def test_question_of_another_form_is_refused(panel: Panel, asked: object) -> None:
    assert panel.ask("quote", asked)[0] == 400


def test_whole_text_is_shown_where_the_site_has_excerpts(running) -> None:
    panel = Panel(running.port, "/_preview/text/alpha/")

    page = panel.read("/_preview/text/alpha/")
    assert panel.token
    assert panel.ask("quote", position(running.root, "Le maire a parlé"))[0] == 200
    sheets = re.findall(r'<link rel="stylesheet" href="(/assets/[^"]+)"', page)
    assert len(sheets) == 2
    assert all(panel.read(sheet) for sheet in sheets)


def test_published_pages_have_no_panel(running) -> None:
    assert Panel(running.port, "/claims/people/").token == ""
