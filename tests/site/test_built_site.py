"""A small site, built whole and proved again: overlapping quotes, odd characters, silences."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from recoupe import build
from recoupe.verifying import verify

FACTS = {
    "facts/site.yaml": "title: L’essai <b>\nlanguage: {language}\nsource_text: {shown}\n",
    "facts/sources/first.yaml": (
        "text: first.txt\ntitle: Le premier\nbody: {{from: Titre, to: oui.}}\n"
    ),
    "facts/sources/second.yaml": "text: second.txt\ntitle: Le second & dernier\ndescribed: true\n",
    "facts/sources/silent.yaml": "text: silent.txt\ntitle: Le troisième, que personne ne cite\n",
    "facts/claims/users.yaml": """\
claim: Parler compte 20 millions de membres.
tags: [audience]
when: 2021-02
compare: {{as: number, unit: membres}}
accounts:
  - source: first
    stance: supports
    value: 20 000 000
    quotes:
      - compte 20 millions de "membres"
      - 20 millions
      - exact: oui
        occurrence: 2
  - source: second
    stance: disputes
    value: 15 000 000
    quotes: [15 millions <de membres>]
explanation: |
  Voir [ceci](quote:second "15 millions").
""",
    "facts/claims/silence.yaml": """\
claim: Un canular.
accounts:
  - source: first
    stance: silent
    searched: [canular]
  - source: silent
    stance: silent
    searched: [canular]
  - source: second
    stance: supports
    quotes: [un canular]
""",
    "facts/discrepancies/numbers.yaml": """\
title: Quinze ou vingt
kind: number
strength: contradiction
claims: [users]
summary: Deux nombres.
""",
}
SEEDS = {
    "first.txt": (
        "\ufeffmenu\r\nTitre 𝟙\r\nParler compte 20 millions de « membres », oui\rou oui.\nfin"
    ),
    "second.txt": "C’est un canular : 15 millions <de membres> & rien d’autre, pas plus.",
    "silent.txt": "Il n’en dit rien.",
}


class Strict(HTMLParser):
    """Collects what a page with our policy may not have."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag == "style" or (tag == "script" and not known.get("src")):
            self.found.append(f"inline <{tag}>")
        self.found += [name for name in known if name == "style" or name.startswith("on")]
        loads = known.get("src") or (known.get("href") if tag == "link" else None) or ""
        if re.match(r"(https?:)?//", loads) and known.get("rel") != "canonical":
            self.found.append(f"loads {loads}")


@pytest.fixture(
    scope="module",
    params=[("full", "fr"), ("excerpts", "en")],
    ids=["full in French", "excerpts in English"],
)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    shown, language = request.param
    root = tmp_path_factory.mktemp("project")
    for name, text in FACTS.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text.format(shown=shown, language=language), "utf-8")
    (root / "seeds").mkdir()
    for name, text in SEEDS.items():
        (root / "seeds" / name).write_bytes(text.encode())
    built = build(root)
    assert built.published is not None, [one.message for one in built.diagnostics]
    return built.output


def pages(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes().decode()
        for path in site.rglob("*.html")
    }


def test_site_is_proved_from_its_own_files(site: Path) -> None:
    result = verify(site)

    assert result.faults == ()
    assert result.quotes == 5
    assert result.unlisted == ()


def test_no_page_has_what_its_policy_forbids(site: Path) -> None:
    for path, html in pages(site).items():
        page = Strict()
        page.feed(html)

        assert page.found == [], path
        assert html.startswith("<!DOCTYPE html>\n<html lang="), path
        assert '<meta http-equiv="Content-Security-Policy" content="default-src' in html, path


def test_no_page_has_an_id_twice(site: Path) -> None:
    for path, html in pages(site).items():
        page = Strict()
        page.feed(html)

        assert len(page.ids) == len(set(page.ids)), path


def test_what_people_wrote_is_escaped(site: Path) -> None:
    for html in pages(site).values():
        assert "L’essai &lt;b&gt;" in html
        assert "<de membres>" not in html


def test_not_found_page_leads_to_the_site_wherever_it_is_served(site: Path) -> None:
    built = build(site.parent, site.parent / "elsewhere", base_url="https://a.example/parler")

    faults = [fault for fault in verify(built.output).faults if fault.path == "404.html"]

    assert 'href="/parler/claims/"' in (built.output / "404.html").read_text("utf-8")
    assert faults == []


def written_at(folder: Path) -> dict[Path, tuple[int, int]]:
    """Which file stands at each path, and since when; reading it changes neither."""
    found = {path: path.stat() for path in folder.rglob("*")}
    return {path: (one.st_ino, one.st_mtime_ns) for path, one in found.items()}


def test_second_build_touches_nothing(site: Path) -> None:
    before = written_at(site)

    again = build(site.parent)

    assert again.published is not None
    assert again.published.written == again.published.removed == ()
    assert written_at(site) == before
