"""What `read_project` makes of sound facts, and what it never touches."""

import os
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import pytest

from recoupe.diagnostics import Report
from recoupe.model import ExactQuote, PassageQuote, Project, SourceText
from recoupe.reading import read_project

ROOT = Path(__file__).parents[2]
SOUND = ROOT / "tests/cases/reading/nothing-wrong"
LARGEST = 1_000_000


def project(root: Path) -> Project:
    report = Report()
    read = read_project(root, report)
    assert not list(report)
    return read


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from texts(tuple(value.items()))
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from texts(item)


def test_claim_has_what_its_file_says() -> None:
    claim = project(SOUND).claims["one"]

    assert claim.statement == "Parler compte vingt millions d’utilisateurs."
    assert [account.name for account in claim.accounts] == ["alpha#chiffre", "alpha#dit", "beta"]
    assert claim.accounts[0].attributed_to == ("Parler", "son directeur")
    assert [words.text for words in claim.accounts[2].searched] == ["utilisateurs", "millions"]
    assert [type(quote) for quote in claim.accounts[0].quotes] == [
        ExactQuote,
        ExactQuote,
        ExactQuote,
        PassageQuote,
    ]


def test_places_are_those_of_the_words() -> None:
    account = project(SOUND).claims["one"].accounts[0]

    places = [(quote.place.line, quote.place.column) for quote in account.quotes]
    assert places == [(24, 9), (25, 17), (26, 16), (28, 15)]
    assert (account.place.line, account.place.column) == (11, 13)
    assert account.value_place is not None
    assert account.value_place.shown == "    value: about 20 000 000"


def test_prose_of_a_literal_block_begins_on_the_line_below_its_sign() -> None:
    explanation = project(SOUND).claims["one"].explanation

    assert explanation is not None
    assert explanation.literal
    assert explanation.text == "Un seul chiffre.\n\nEt un seul auteur.\n"
    assert (explanation.place.line, explanation.place.column) == (42, 3)


def test_prose_of_a_block_that_begins_with_an_empty_line_has_the_column_of_its_text(
    tmp_path: Path,
) -> None:
    claim = "claim: Un\nexplanation: |\n\n    Du texte.\naccounts:\n"
    (tmp_path / "facts/claims").mkdir(parents=True)
    (tmp_path / "facts/claims/one.yaml").write_text(claim, encoding="utf-8")

    explanation = read_project(tmp_path, Report()).claims["one"].explanation

    assert explanation is not None
    assert (explanation.place.line, explanation.place.column) == (3, 5)


def test_history_runs_from_newest_to_oldest() -> None:
    history = project(SOUND).sources["alpha"].record.history

    assert [str(entry.date) for entry in history] == ["2026-11-22", "2026-11-20"]


def test_source_takes_from_the_site_what_it_does_not_say() -> None:
    sources = project(SOUND).sources

    assert sources["alpha"].shown is SourceText.EXCERPTS
    assert sources["beta"].shown is SourceText.FULL
    assert sources["beta"].language == "fr"


def test_base_url_ends_in_a_slash() -> None:
    site = project(SOUND).site

    assert site.base_url == "https://example.org/essai/"


def test_bare_words_of_yaml_stay_texts() -> None:
    claim = project(SOUND).claims["three"]

    assert claim.statement == "010"
    assert isinstance(claim.accounts[0].quotes[0], ExactQuote)
    assert claim.accounts[0].quotes[0].exact == "no"


def test_title_of_a_page_is_its_first_heading() -> None:
    page = project(SOUND).pages["about"]

    assert page.title == "À propos"
    assert page.prose.literal


@pytest.mark.parametrize("root", [SOUND, ROOT], ids=["a case", "the five articles"])
def test_model_holds_plain_texts_only(root: Path) -> None:
    read = read_project(root, Report())

    assert {type(text) for text in texts(read)} == {str}


def test_characters_of_an_article_are_not_translated(tmp_path: Path) -> None:
    article = "\ufeffUn\r\ndeux\rtrois\x0c\x85\u2028fin"
    for path, content in {
        "facts/site.yaml": "title: Essai\n",
        "facts/sources/alpha.yaml": "text: a.txt\ntitle: A\n",
        "seeds/a.txt": article,
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content.encode())

    source = project(tmp_path).sources["alpha"]

    assert source.captured == article


def test_file_beyond_the_limit_is_not_parsed(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts/site.yaml").write_text("#" * (LARGEST + 1), encoding="utf-8")
    report = Report()

    read = read_project(tmp_path, report)

    assert not read.site.title
    assert [diagnostic.code for diagnostic in report] == ["yaml-limit"]


def test_folder_of_facts_that_leads_out_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "facts").symlink_to(SOUND / "facts")
    report = Report()

    read = read_project(tmp_path, report)

    assert not read.sources
    assert "file-unreadable" in {diagnostic.code for diagnostic in report}


@pytest.mark.parametrize("folder", ["facts", "seeds", "facts/claims"])
def test_folder_that_is_a_link_to_another_of_the_project_is_not_read(
    tmp_path: Path, folder: str
) -> None:
    hidden = tmp_path / "hidden"
    hidden.mkdir()
    (hidden / "site.yaml").write_text("title: Caché\n", encoding="utf-8")
    (tmp_path / folder).parent.mkdir(exist_ok=True)
    (tmp_path / folder).symlink_to(hidden)
    report = Report()

    read = read_project(tmp_path, report)

    assert (read.site.title, read.claims) == ("", {})
    refused = {one.place.path for one in report if one.code == "file-unreadable"}
    assert refused == {folder}


def test_pipe_among_the_facts_is_reported_and_never_opened(tmp_path: Path) -> None:
    (tmp_path / "facts/claims").mkdir(parents=True)
    (tmp_path / "facts/site.yaml").write_text("title: Essai\n", encoding="utf-8")
    os.mkfifo(tmp_path / "facts/claims/pipe.yaml")
    report = Report()

    read_project(tmp_path, report)

    told = [(one.code, one.place.path) for one in report]
    assert told == [("file-unreadable", "facts/claims/pipe.yaml")]
