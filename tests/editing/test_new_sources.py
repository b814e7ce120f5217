"""A saved page becomes a source: its article paragraph by paragraph, and what it states."""

import re
import socket
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from recoupe import load
from recoupe.editing.new_sources import new_source
from recoupe.editing.refusals import EditRefusedError
from recoupe.editing.start import new_project

SAVED = Path(__file__).parent / "saved"
SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = ["regional", "daily", "agency", "blog"]
LONG = "Une phrase assez longue pour un article, avec des mots et des accents. " * 8


def page(body: str, head: str = "") -> str:
    return f"<html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"


def saved(folder: Path, content: str | bytes, name: str = "page.html") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def stated(root: Path, id: str) -> dict[str, object]:
    text = (root / f"facts/sources/{id}.yaml").read_text("utf-8")
    read: dict[str, object] = yaml.load(text, Loader=yaml.BaseLoader)
    return read


@pytest.fixture
def root(tmp_path: Path) -> Path:
    new_project(tmp_path / "checks")
    return tmp_path / "checks"


def codes(root: Path) -> list[str]:
    return sorted(one.code for one in load(root).diagnostics)


@pytest.mark.parametrize("name", NAMES)
def test_article_of_a_saved_page_is_taken_paragraph_by_paragraph(root: Path, name: str) -> None:
    new_source(root, name, SAVED / f"{name}.html")

    paragraphs = (root / f"seeds/{name}.txt").read_bytes().decode().split("\n\n")
    assert paragraphs == (SAVED / f"{name}.txt").read_bytes().decode().split("\n\n")


@pytest.mark.parametrize("name", NAMES)
def test_new_source_of_a_page_passes_the_check_at_once(root: Path, name: str) -> None:
    new_source(root, name, SAVED / f"{name}.html", keep=True)

    assert [one.code for one in load(root).diagnostics] == ["source-unused"]


@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")), ids=lambda path: path.stem[:3])
def test_articles_like_those_of_the_first_corpus_come_back_from_a_page(
    root: Path, tmp_path: Path, seed: Path
) -> None:
    paragraphs = [line for line in seed.read_text("utf-8").split("\n") if line.strip()][:9]
    marked = "".join(f"<p>{one.strip()}</p>" for one in paragraphs)
    body = f"<nav><a href=/>Accueil</a></nav><article><h1>Titre</h1>{marked}</article>"

    new_source(root, "corpus", saved(tmp_path, page(body)))

    text = (root / "seeds/corpus.txt").read_text("utf-8")
    assert text.rstrip("\n").split("\n\n") == [re.sub(" +", " ", one.strip()) for one in paragraphs]


def test_what_a_page_states_is_filled_in(root: Path) -> None:
    made = new_source(root, "daily", SAVED / "daily.html")

    assert stated(root, "daily") == {
        "text": "daily.txt",
        "title": "Le réseau social «\xa0Parler\xa0» revient en ligne après un mois de coupure",
        "publisher": "Le Journal du soir",
        "author": ["Damien L.", "Le Journal du soir avec AFP"],
        "published": "2021-02-15",
        "updated": "2021-02-16",
        "retrieved": "2026-11-23",
        "url": "https://www.lejournal-du-soir.example/economie/article/2021/02/16/"
        "parler-revient-en-ligne_607_3234.html",
        "language": "fr",
        "sha256": sha256((root / "seeds/daily.txt").read_bytes()).hexdigest(),
    }
    assert any("subscribers" in doubt for doubt in made.doubts)


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(
            """<script type="application/ld+json">{"@graph": [
            {"@type": "Article", "headline": "T", "author": {"@id": "#a"},
            "publisher": {"@id": "#o"}},
            {"@type": "Organization", "@id": "#o", "name": "La Feuille"},
            {"@type": "Person", "@id": "#a", "name": "Ève"}]}</script>""",
            {"title": "T", "publisher": "La Feuille", "author": "Ève"},
            id="by reference",
        ),
        pytest.param(
            """<script type="application/ld+json">[{"@type": "NewsArticle", "headline": "Un"},
            {"@type": "NewsArticle", "headline": "Deux"}]</script>
            <link rel=canonical href="https://la.example/x"><meta name=author content="Zoé">""",
            {"url": "https://la.example/x", "author": "Zoé"},
            id="about several articles",
        ),
        pytest.param(
            """<meta property="og:locale" content="fr_CA"><meta property="og:url" content="/x">
            <meta name="author" content="https://la.example/zoe"><title>T - La Feuille</title>
            <time itemprop="datePublished" datetime="2021-02-15T08:00">hier</time>""",
            {"title": "T - La Feuille", "language": "fr-CA", "published": "2021-02-15"},
            id="in other places",
        ),
    ],
)
def test_page_states_things(
    root: Path, tmp_path: Path, head: str, expected: dict[str, str]
) -> None:
    new_source(root, "odd", saved(tmp_path, page(f"<p>{LONG}</p>", head)))

    said = stated(root, "odd")
    assert {key: said[key] for key in said.keys() - {"text", "sha256"}} == {"title": ""} | expected


def test_day_that_is_stated_in_universal_time_is_told_with_its_moment(root: Path) -> None:
    new_source(root, "daily", SAVED / "daily.html")

    text = (root / "facts/sources/daily.yaml").read_text("utf-8")
    assert "published: 2021-02-15 # the page states 2021-02-15T23:40:12Z\n" in text


def test_what_a_page_does_not_state_is_left_as_a_comment(root: Path) -> None:
    made = new_source(root, "agency", SAVED / "agency.html")

    text = (root / "facts/sources/agency.yaml").read_text("utf-8")
    assert set(stated(root, "agency")) == {"text", "title", "sha256"}
    assert "\n# publisher: …\n" in text
    assert made.missing == ("publisher", "author", "published", "retrieved", "url", "language")


@pytest.mark.parametrize(
    "title",
    [
        '« Parler : le "retour" #2 »',
        "null",
        "- a: b",
        "'",
        '"',
        "{x}",
        "A # b",
        "%",
        "@a",
        "yes",
        "2021",
    ],
)
def test_any_title_reads_back_as_it_was(root: Path, tmp_path: Path, title: str) -> None:
    escaped = title.replace('"', "&quot;").replace("<", "&lt;")
    file = saved(
        tmp_path, page(f"<p>{LONG}</p>", f'<meta property="og:title" content="{escaped}">')
    )

    new_source(root, "titled", file)

    assert load(root).project.sources["titled"].title == title


@pytest.mark.parametrize(
    ("raw", "doubted"),
    [
        pytest.param(
            b"\xef\xbb\xbf" + page(f"<p>{LONG}é</p>").encode(), False, id="byte order mark"
        ),
        pytest.param(page(f"<p>{LONG}é</p>").encode("utf-16"), False, id="UTF-16"),
        pytest.param(
            page(f"<p>{LONG}é</p>").replace("utf-8", "latin1").encode("cp1252"), False, id="stated"
        ),
        pytest.param(f"<html><p>{LONG}é</p></html>".encode("cp1252"), True, id="not stated"),
        pytest.param(
            page(f"<p>{LONG}é</p>").replace("utf-8", "utf-16").encode("cp1252"),
            True,
            id="stated and impossible",
        ),
    ],
)
def test_encoding_is_read_as_a_browser_reads_it(
    root: Path, tmp_path: Path, raw: bytes, doubted: bool
) -> None:
    made = new_source(root, "encoded", saved(tmp_path, raw))

    assert (root / "seeds/encoded.txt").read_text("utf-8").endswith("accents. é\n")
    assert any("Windows-1252" in doubt for doubt in made.doubts) == doubted


@pytest.mark.parametrize(
    ("content", "name", "message"),
    [
        pytest.param(
            page("<p>é</p>").encode("cp1252"), "a.html", "byte 0xE9 in line 1", id="not UTF-8"
        ),
        pytest.param(page("<nav>Accueil</nav>"), "a.html", "no article", id="no article"),
        pytest.param("", "a.html", "no page", id="empty"),
        pytest.param("<div>" * 5_000 + LONG, "a.html", "deep in each other", id="deep"),
        pytest.param("<p>a" * 250_000, "a.html", "200,000 elements", id="many elements"),
        pytest.param(b"x" * 20_000_001, "a.html", "larger than 20 MB", id="large"),
        pytest.param("x", "a.pdf", "neither .html nor .txt", id="another kind"),
        pytest.param(b"caf\xe9", "a.txt", "line 1, column 4: the byte `0xE9`", id="text not UTF-8"),
        pytest.param(b"a\x00b", "a.txt", "U+0000 belongs in no text", id="control character"),
        pytest.param(" \n", "a.txt", "no words", id="text without words"),
    ],
)
def test_file_that_cannot_be_a_source_is_refused_and_leaves_nothing(
    root: Path, tmp_path: Path, content: str | bytes, name: str, message: str
) -> None:
    file = saved(tmp_path, content, name)

    with pytest.raises(EditRefusedError, match=re.escape(message)):
        new_source(root, "refused", file)

    assert list(root.glob("seeds/*")) == list(root.glob("facts/sources/*")) == []


def test_text_is_taken_byte_for_byte(root: Path, tmp_path: Path) -> None:
    raw = "\ufeffUn  texte\u00a0:\r\nsa fin…\n\n".encode()

    made = new_source(root, "text", saved(tmp_path, raw, "dépêche.TXT"), retrieved="2026-11")

    assert (root / "seeds/text.txt").read_bytes() == raw
    assert stated(root, "text")["retrieved"] == "2026-11"
    assert "title" in made.missing


def test_original_is_kept_only_when_asked(root: Path) -> None:
    new_source(root, "kept", SAVED / "daily.html", keep=True)
    new_source(root, "left", SAVED / "blog.html")

    assert (root / "seeds/kept.html").read_bytes() == (SAVED / "daily.html").read_bytes()
    assert sorted(path.name for path in root.glob("seeds/*")) == [
        "kept.html",
        "kept.txt",
        "left.txt",
    ]


@pytest.mark.parametrize("standing", ["seeds/one.txt", "seeds/one.html", "facts/sources/a/one.yml"])
def test_nothing_that_stands_is_overwritten(root: Path, standing: str) -> None:
    (root / standing).parent.mkdir(exist_ok=True)
    (root / standing).write_text("mine", "utf-8")

    with pytest.raises(FileExistsError, match="stands already"):
        new_source(root, "one", SAVED / "daily.html", keep=True)

    assert (root / standing).read_text("utf-8") == "mine"
    assert len([path for path in root.rglob("*one*") if path.is_file()]) == 1


def test_text_that_stands_under_seeds_already_stays_where_it_is(root: Path) -> None:
    text = saved(root / "seeds", "Des mots.", "one.txt")

    made = new_source(root, "one", text)

    assert [path.name for path in made.paths] == ["one.yaml"]


def test_taking_a_page_opens_no_connection(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(socket.socket, "__init__", lambda *_, **__: opened.append(1))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: opened.append(1))

    new_source(root, "daily", SAVED / "daily.html")

    assert opened == []


def test_scripts_and_their_text_are_no_part_of_the_article(root: Path, tmp_path: Path) -> None:
    body = f"<article><p>{LONG}<script>alert('x')</script></p><p onclick=x()>Fin.</p></article>"

    new_source(root, "scripted", saved(tmp_path, page(body)))

    assert "alert" not in (root / "seeds/scripted.txt").read_text("utf-8")


def test_long_report_is_taken_whole(root: Path, tmp_path: Path) -> None:
    paragraphs = [
        f"À {n} heures, {n * 3} chalutiers étaient entrés dans le port." for n in range(600)
    ]
    body = "<article>" + "".join(f"<p>{one}</p>" for one in paragraphs) + "</article>"

    new_source(root, "long", saved(tmp_path, page(body)))

    assert (root / "seeds/long.txt").read_text("utf-8").rstrip("\n").split("\n\n") == paragraphs


@pytest.mark.parametrize(
    "head",
    [
        pytest.param("[" * 100_000, id="deep lists"),
        pytest.param('{"@graph":' * 500 + "1" + "}" * 500, id="deep graphs"),
        pytest.param(
            '{"@type":"Article","author":[[["x"]], {"name": {"name": "x"}}, 1, null]}', id="odd"
        ),
        pytest.param(
            '{"@type":"Article","datePublished":"2021-02-30","inLanguage":"français"}', id="wrong"
        ),
        pytest.param(
            '{"@type":"Article","headline":"\\u0000\\ud800","publisher":{"name":""}}', id="signs"
        ),
    ],
)
def test_what_a_page_states_wrongly_is_not_stated(root: Path, tmp_path: Path, head: str) -> None:
    script = f'<script type="application/ld+json">{head}</script>'

    new_source(root, "odd", saved(tmp_path, page(f"<p>{LONG}</p>", script)))

    assert set(stated(root, "odd")) == {"text", "title", "sha256"}
    assert codes(root) == ["source-unused", "value-empty"]  # nobody stated a title


def test_signs_that_no_text_may_hold_are_left_out_of_the_article(
    root: Path, tmp_path: Path
) -> None:
    new_source(root, "signs", saved(tmp_path, page(f"<p>{LONG}a\x01b\x0cc&#1;d&#xFFFF;e</p>")))

    assert codes(root) == ["source-unused", "value-empty"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Ce n’est pas<!-- x --> vrai, dit-il.", "Ce n’est pas vrai, dit-il."),
        ("<!-- x -->Le coût est de <!-- -->12<!-- --> millions.", "Le coût est de 12 millions."),
        ("C’est <em>peu<!-- y --></em> dire.", "C’est peu dire."),
        ("Il vint <time>lundi</time> enfin.", "Il vint lundi enfin."),
        ("Il dit <q>je pars</q> puis part.", "Il dit je pars puis part."),
        ("Soit 12<sup>1</sup> en 2020<sup><a href='#n'>3</a></sup>.", "Soit 12¹ en 2020³."),
    ],
    ids=[
        "in a sentence",
        "between pieces",
        "in emphasis",
        "a day",
        "a quotation",
        "raised figures",
    ],
)
def test_sentence_is_taken_whole_whatever_parts_it_in_the_page(
    root: Path, tmp_path: Path, typed: str, read: str
) -> None:
    new_source(root, "whole", saved(tmp_path, page(f"<p>{LONG}</p><p>{typed}</p>")))

    assert read in (root / "seeds/whole.txt").read_text("utf-8").split("\n")


def test_file_that_is_no_page_is_refused(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "picture.html"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200) + b"x" * 400)

    with pytest.raises(EditRefusedError, match="it is no page"):
        new_source(root, "picture", file)
