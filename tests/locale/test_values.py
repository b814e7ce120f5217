import pytest

from recoupe.locale import interface
from recoupe.values import parse

NUMBERS = {
    "20 000 000": ("20 000 000", "20,000,000"),
    "over 12 000 000": ("plus de 12 000 000", "more than 12,000,000"),
    "under 5": ("moins de 5", "less than 5"),
    "at least 5": ("au moins 5", "at least 5"),
    "at most 1200.5": ("au plus 1 200,5", "at most 1,200.5"),
    "about 5": ("environ 5", "about 5"),
    "300 to 500": ("de 300 à 500", "300 to 500"),
}
MOMENTS = {
    "2021": ("2021", "2021"),
    "2021-02": ("février 2021", "February 2021"),
    "2021-02-15": ("15 février 2021", "15 February 2021"),
    "2021-01-01": ("1er janvier 2021", "1 January 2021"),
    "after 2021-01-06": ("après le 6 janvier 2021", "after 6 January 2021"),
    "after 2021-01": ("après janvier 2021", "after January 2021"),
    "before 2021-02": ("avant février 2021", "before February 2021"),
    "before 2021-02-01": ("avant le 1er février 2021", "before 1 February 2021"),
    "about 2021-01": ("vers janvier 2021", "around January 2021"),
    "about 2021-01-10": ("vers le 10 janvier 2021", "around 10 January 2021"),
    "from 2021-01-10 to 2021-02-15": (
        "du 10 janvier au 15 février 2021",
        "from 10 January to 15 February 2021",
    ),
    "from 2021-02-01 to 2021-02-15": ("du 1er au 15 février 2021", "from 1 to 15 February 2021"),
    "from 2020-12-30 to 2021-01-02": (
        "du 30 décembre 2020 au 2 janvier 2021",
        "from 30 December 2020 to 2 January 2021",
    ),
    "from 2021-04 to 2021-06": ("d’avril à juin 2021", "from April to June 2021"),
    "from 2021-05 to 2021-06": ("de mai à juin 2021", "from May to June 2021"),
    "from 2020 to 2021-02": ("de 2020 à février 2021", "from 2020 to February 2021"),
    "from 2021-02-15 to 2021-02-15": ("15 février 2021", "15 February 2021"),
}
AMONG = {"full": "pleinement", "part": "en partie", "no": "pas du tout"}
CHOICES = {
    "full": ("pleinement", "pleinement"),
    "full part": ("pleinement ou en partie", "pleinement or en partie"),
    "no full part": (
        "pas du tout, pleinement ou en partie",
        "pas du tout, pleinement or en partie",
    ),
}


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(("typed", "shown"), NUMBERS.items(), ids=list(NUMBERS))
def test_numbers_are_written_as_both_languages_write_them(
    typed: str, shown: tuple[str, str]
) -> None:
    value = parse(typed, "number")

    written = tuple(plain(interface(language).value(value)) for language in ("fr", "en"))

    assert written == shown


@pytest.mark.parametrize(("typed", "shown"), MOMENTS.items(), ids=list(MOMENTS))
def test_moments_are_written_as_both_languages_write_them(
    typed: str, shown: tuple[str, str]
) -> None:
    value = parse(typed, "date")

    written = tuple(interface(language).value(value) for language in ("fr", "en"))

    assert written == shown


@pytest.mark.parametrize(("typed", "shown"), CHOICES.items(), ids=list(CHOICES))
def test_choices_go_by_their_labels(typed: str, shown: tuple[str, str]) -> None:
    value = parse(typed.split(), "choice", AMONG)

    written = tuple(interface(lang).value(value, labels=AMONG) for lang in ("fr", "en"))

    assert written == shown


def test_french_groups_of_digits_stay_on_one_line_and_a_noun_may_begin_the_next() -> None:
    value = parse("over 12 000 000", "number")

    written = interface("fr").value(value, "utilisateurs")

    assert written == "plus de\u00a012\u202f000\u202f000 utilisateurs"


@pytest.mark.parametrize(
    ("language", "written"), [("fr", "5\u00a0%"), ("en", "5%")], ids=["fr", "en"]
)
def test_a_sign_as_unit_stands_where_the_language_has_it(language: str, written: str) -> None:
    value = parse("5", "number")

    assert interface(language).value(value, "%") == written


def test_a_number_keeps_all_its_digits() -> None:
    typed = "1234567890123456789012345678901234567.891"

    written = interface("en").value(parse(typed, "number"))

    assert written.replace(",", "") == typed
