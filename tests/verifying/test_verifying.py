import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from recoupe.verifying import Fault, verify
from recoupe.writing.publish import publishing

CAPTURED = "\ufeffTitre\r\nIl a dit « oui » & non.\r\nFin"
BODY = CAPTURED[8:-5]
QUOTE = "dit « oui » & non"
START = CAPTURED.index(QUOTE)

CLAIM = """<!DOCTYPE html><link rel="stylesheet" href="../../assets/site.css">
<img src="../../assets/a%20b.svg"><p>On lit : « Il a <mark><a href="../../sources/s/#span-1">dit
</a></mark>… <blockquote>dit « oui » &amp; non</blockquote> <a href="https://a.example/#x">x</a>"""
FULL = """<a href="./"></a><a href="../../claims/c/"></a><div id="text">Il a <mark id="span-1"
data-spans="span-1">dit « oui</mark><mark data-spans="span-1 span-2"> » &amp; non</mark>.</div>"""
EXCERPTS = f"""<div id="text"><p data-start="{START - 2}" data-end="{START + len(QUOTE)}">a <mark
id="span-1" data-spans="span-1">dit « oui » &amp; non</mark></p></div>"""
MISSING = """<link href="/parler/assets/site.css"><a href="/parler/claims/c/">x</a>"""


def hashed(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def facts() -> dict[str, object]:
    quote = {"text": QUOTE, "start": START, "end": START + len(QUOTE), "url": "sources/s/#span-1"}
    body = {"start": 8, "end": 8 + len(BODY), "sha256": hashed(BODY)}
    account = {"source": "s", "quotes": [quote]}
    return {
        "claims": [{"id": "c", "url": "claims/c/", "accounts": [account]}],
        "sources": [{"id": "s", "url": "sources/s/", "body": body}],
        "discrepancies": [],
    }


def built(folder: Path, **changed: str) -> Path:
    """A small site; `changed` gives other content to one of its files, before they are hashed."""
    texts = {
        "claims/c/index.html": changed.get("claim", CLAIM),
        "sources/s/index.html": changed.get("source", FULL),
        "404.html": changed.get("missing", MISSING),
        "assets/site.css": "",
        "assets/a b.svg": "",
        "data/claims.json": changed.get("data", json.dumps(facts())),
    }
    with publishing(folder / "site", root=folder) as publication:
        publication.publish((path, text.encode()) for path, text in texts.items())
    return folder / "site"


def unquoted(**body: object) -> str:
    """The data of a site whose one source nobody quotes."""
    known = {"start": 8, "end": 8 + len(BODY), "sha256": hashed(BODY)} | body
    source = {"id": "s", "url": "sources/s/", "body": known}
    return json.dumps(facts() | {"claims": [], "sources": [source]})


def test_source_that_nobody_quotes_need_not_show_anything(tmp_path: Path) -> None:
    site = built(
        tmp_path,
        claim=CLAIM.replace("#span-1", ""),
        source='<div id="text"></div>',
        data=unquoted(),
    )

    assert verify(site).faults == ()


def test_source_that_is_quoted_must_show_its_quote(tmp_path: Path) -> None:
    site = built(tmp_path, source='<div id="text"></div>')

    assert any("does not stand there" in fault.message for fault in verify(site).faults)


@pytest.mark.parametrize("source", [FULL, EXCERPTS], ids=["full", "excerpts"])
def test_site_that_was_built_well_is_proved(tmp_path: Path, source: str) -> None:
    site = built(tmp_path, source=source)

    result = verify(site)

    assert result.faults == ()
    assert (result.files, result.quotes) == (6, 1)
    assert result.links >= 6


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda path: path.write_text("x"), "was changed since the build"),
        (lambda path: path.unlink(), "is not there"),
    ],
    ids=["changed", "missing"],
)
def test_file_that_is_not_as_it_was_built_is_told(
    tmp_path: Path, change: Callable[[Path], None], message: str
) -> None:
    site = built(tmp_path)
    change(site / "assets/a b.svg")

    faults = verify(site).faults

    assert Fault("assets/a b.svg", message) in faults


@pytest.mark.parametrize(
    ("before", "after", "path", "message"),
    [
        ("» &amp; non</mark>.", "» &amp; nom</mark>.", "sources/s/index.html", "the body whose"),
        ("Il a ", "Elle a ", "sources/s/index.html", "is not all of the article's body"),
        ("Il a ", "Ils ", "sources/s/index.html", "does not stand there"),
        ('id="span-1"', "", "sources/s/index.html", "is not what `#span-1` marks"),
        ('data-spans="span-1"', "", "sources/s/index.html", "is not what `#span-1` marks"),
        ("dit « oui</mark>", "dit </mark>« oui", "sources/s/index.html", "is not what"),
    ],
    ids=["other word", "longer", "moved", "no id", "no mark", "mark too short"],
)
def test_source_page_that_does_not_show_the_quote_is_told(
    tmp_path: Path, before: str, after: str, path: str, message: str
) -> None:
    assert before in FULL
    site = built(tmp_path, source=FULL.replace(before, after))

    faults = verify(site).faults

    assert any(fault.path == path and message in fault.message for fault in faults)


def test_line_end_that_a_browser_would_change_is_told(tmp_path: Path) -> None:
    body = "a\rb"
    data = unquoted(start=0, end=len(body), sha256=hashed(body))

    written = verify(built(tmp_path / "a", source='<p id="text">a&#13;b</p>', data=data))
    raw = verify(built(tmp_path / "b", source='<p id="text">a\rb</p>', data=data))

    assert not [fault for fault in written.faults if "hash" in fault.message]
    assert [fault for fault in raw.faults if "hash" in fault.message]


def test_excerpt_of_another_length_than_it_says_is_told(tmp_path: Path) -> None:
    site = built(tmp_path, source=EXCERPTS.replace(f'"{START + len(QUOTE)}"', '"999"'))

    assert any("another length" in fault.message for fault in verify(site).faults)


def test_claim_page_that_prints_other_words_is_told(tmp_path: Path) -> None:
    site = built(tmp_path, claim=CLAIM.replace("non", "oui"))

    assert any("is not printed" in fault.message for fault in verify(site).faults)


def test_words_in_a_script_are_not_printed(tmp_path: Path) -> None:
    claim = f'<p>rien</p><script type="application/ld+json">{QUOTE}</script>'

    assert any(
        "not printed" in fault.message for fault in verify(built(tmp_path, claim=claim)).faults
    )


@pytest.mark.parametrize(
    "link",
    [
        "../nowhere/",
        "../../sources/s/#nowhere",
        "/claims/c/",
        "../../../claims/c/",
        "javascript:alert(1)",
        "../../assets",
        "http://[x",
        f"../../{'long/' * 2000}",
        "../../%00",
    ],
    ids=lambda link: link[:20],
)
def test_link_that_leads_nowhere_is_told(tmp_path: Path, link: str) -> None:
    site = built(tmp_path, claim=CLAIM + f'<a href="{link}">x</a>')

    faults = verify(site).faults

    assert [fault.path for fault in faults] == ["claims/c/index.html"]
    assert f"`{link}`" in faults[0].message


def test_link_of_the_404_page_starts_where_its_assets_do(tmp_path: Path) -> None:
    site = built(tmp_path, missing=MISSING.replace("/parler/claims", "/other/claims"))

    assert verify(site).faults == (Fault("404.html", "`/other/claims/c/` leads nowhere"),)


def test_file_that_nobody_vouches_for_is_named(tmp_path: Path) -> None:
    site = built(tmp_path)
    (site / "CNAME").write_text("parler.example")

    result = verify(site)

    assert result.unlisted == ("CNAME",)
    assert result.faults == ()


@pytest.mark.parametrize(
    "path", ["claims/forged/index.html", "search/forged.HTM", "assets/forged.svg"]
)
def test_page_that_nobody_vouches_for_is_a_fault(tmp_path: Path, path: str) -> None:
    site = built(tmp_path)
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    (site / path).write_text("forged")

    assert verify(site).faults == (Fault(path, "is a page that the manifest does not name"),)


def test_linked_folder_that_nobody_vouches_for_is_a_fault(tmp_path: Path) -> None:
    site = built(tmp_path / "project")
    (tmp_path / "elsewhere").mkdir()
    (site / "more").symlink_to(tmp_path / "elsewhere")

    assert verify(site).faults == (Fault("more", "is a link that the manifest does not name"),)


def indexed(folder: Path) -> Path:
    """The small site, with an index beside it."""
    site = built(folder)
    with publishing(site, root=folder, record="search/index/manifest.json") as publication:
        publication.publish([("search/index/words.bin", b"words")])
    return site


def test_files_of_the_search_index_are_proved_by_its_own_manifest(tmp_path: Path) -> None:
    site = indexed(tmp_path)

    result = verify(site)

    assert result.unlisted == ()
    assert result.faults == ()
    assert result.files == verify(built(tmp_path / "other")).files + 1


def test_index_that_was_changed_is_at_fault(tmp_path: Path) -> None:
    site = indexed(tmp_path)
    (site / "search/index/words.bin").write_text("others")

    faults = verify(site).faults

    assert faults == (Fault("search/index/words.bin", "was changed since the build"),)


def test_manifest_of_the_index_vouches_for_nothing_outside_it(tmp_path: Path) -> None:
    site = indexed(tmp_path)
    (site / "more.bin").write_text("words")
    (site / "search/index/forged.html").write_text("words")
    files = {name: hashed("words") for name in ("more.bin", "search/index/forged.html")}
    (site / "search/index/manifest.json").write_text(json.dumps({"files": files}))

    result = verify(site)

    forged = Fault("search/index/forged.html", "is a page that the manifest does not name")
    assert result.faults == (forged,)
    assert result.unlisted == ("more.bin", "search/index/words.bin")


def test_number_too_long_to_be_one_is_told_and_not_raised(tmp_path: Path) -> None:
    site = built(tmp_path, source=EXCERPTS.replace(f'"{START - 2}"', f'"{"9" * 5000}"'))

    assert any(fault.path == "sources/s/index.html" for fault in verify(site).faults)


@pytest.mark.parametrize(
    "data",
    [
        "",
        "[" * 100_000,
        json.dumps(facts()).replace(str(START), "1e999"),
        json.dumps(facts()).replace(f"{START + len(QUOTE)},", f"{'9' * 4299},"),
        "[]",
        "{}",
        '{"claims": 1}',
        '{"claims": [{"id": 1}]}',
        json.dumps(facts() | {"sources": []}),
    ],
)
def test_data_of_another_form_are_told(tmp_path: Path, data: str) -> None:
    faults = verify(built(tmp_path, data=data)).faults

    assert any(fault.path == "data/claims.json" for fault in faults)


@pytest.mark.parametrize("manifest", ["", "[]", '{"files": []}', '{"files": {"../x": "y"}}'])
def test_manifest_of_another_form_is_told(tmp_path: Path, manifest: str) -> None:
    site = built(tmp_path)
    (site / "data/manifest.json").write_text(manifest)

    assert verify(site).faults


def test_folder_that_is_no_site_is_told(tmp_path: Path) -> None:
    assert Fault("data/manifest.json", "is not there, or is no manifest") in verify(tmp_path).faults
