import pytest

from recoupe.locale import LANGUAGES, interface, text_direction
from recoupe.locale.languages import isolated
from recoupe.values.partial_dates import parse_date

DIRECTIONS = {
    "fr": "ltr",
    "ar": "rtl",
    "ar-EG": "rtl",
    "ar-Latn": "ltr",
    "he": "rtl",
    "fa": "rtl",
    "az-Arab": "rtl",
    "az": "ltr",
    "zh-Hant": "ltr",
    "dv": "rtl",
    "x-nobody": "ltr",
    "qzz": "ltr",
}
NAMES = {
    "fr": ("français", "French"),
    "fr-CA": ("français (Canada)", "French (Canada)"),
    "ar-Latn": ("arabe", "Arabic"),
    "qzz": ("qzz", "qzz"),
    "x-nobody": ("x-nobody", "x-nobody"),
}


@pytest.mark.parametrize(("tag", "direction"), DIRECTIONS.items(), ids=list(DIRECTIONS))
def test_text_runs_as_its_script_does(tag: str, direction: str) -> None:
    assert text_direction(tag) == direction


@pytest.mark.parametrize(("tag", "names"), NAMES.items(), ids=list(NAMES))
def test_languages_are_named_in_the_language_of_the_site(tag: str, names: tuple[str, str]) -> None:
    assert tuple(interface(one).language_name(tag) for one in ("fr", "en")) == names


PLURALS = {
    "en": ["0 claims", "1 claim", "2 claims", "1,234 claims", "1,000,000 claims"],
    "fr": [
        "0 affirmation",
        "1 affirmation",
        "2 affirmations",
        "1 234 affirmations",
        "1 000 000 affirmations",
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_interface_counts_in_its_own_plural(language: str) -> None:
    spoken = interface(language)

    shown = [
        spoken.ngettext("%(num)s claim", "%(num)s claims", n) for n in (0, 1, 2, 1234, 1_000_000)
    ]

    plain = [text.replace("\u202f", " ").replace("\u00a0", " ") for text in shown]
    assert plain == PLURALS[language]


def test_names_are_listed_with_an_and() -> None:
    listed = [interface(one).listed(["Ada", "Bo", "Cy"]) for one in ("fr", "en")]

    assert listed == ["Ada, Bo et Cy", "Ada, Bo and Cy"]


def test_a_language_that_the_interface_does_not_speak_is_refused() -> None:
    with pytest.raises(ValueError, match="en, fr, not `de`"):
        interface("de")


EVENTS = {
    "2026-11-22": ("Correction du 22 novembre 2026", "Correction, 22 November 2026"),
    "2026-11-01": ("Correction du 1er novembre 2026", "Correction, 1 November 2026"),
    "2026-11": ("Correction de novembre 2026", "Correction, November 2026"),
    "2026-04": ("Correction d’avril 2026", "Correction, April 2026"),
    "2026": ("Correction de 2026", "Correction, 2026"),
}


@pytest.mark.parametrize(("typed", "shown"), EVENTS.items(), ids=list(EVENTS))
def test_events_are_dated_as_newspapers_date_them(typed: str, shown: tuple[str, str]) -> None:
    written = tuple(interface(one).event("Correction", parse_date(typed)) for one in ("fr", "en"))

    assert written == shown


QUOTED = {
    "French": ("Il a dit « lundi ».", "Il a dit “lundi”.", "Il a dit ‘lundi’."),
    "no-break spaces": ("Il a dit «\u00a0lundi\u00a0».", "Il a dit “lundi”.", "Il a dit ‘lundi’."),
    "English": ("He said “Monday”.", "He said “Monday”.", "He said ‘Monday’."),
    "none": ("L’an 2021", "L’an 2021", "L’an 2021"),
}


@pytest.mark.parametrize(("text", "french", "english"), QUOTED.values(), ids=list(QUOTED))
def test_marks_within_quotation_marks_are_the_inner_ones(
    text: str, french: str, english: str
) -> None:
    written = tuple(interface(one).inner_quotes(text) for one in ("fr", "en"))

    assert written == (french, english)


ISOLATED = {
    "Latin in English": ("ltr", "Le Jour, 2021", "Le Jour, 2021"),
    "Arabic in English": ("ltr", "جريدة", "\u2068جريدة\u2069"),
    "Hebrew with figures in English": ("ltr", "ערוץ 12", "\u2068ערוץ 12\u2069"),
    "Latin in Arabic": ("rtl", "Le Jour", "\u2068Le Jour\u2069"),
    "Arabic in Arabic": ("rtl", "جريدة", "جريدة"),
}


@pytest.mark.parametrize(("direction", "name", "set_as"), ISOLATED.values(), ids=list(ISOLATED))
def test_name_that_runs_the_other_way_is_kept_apart(direction: str, name: str, set_as: str) -> None:
    assert isolated(name, direction) == set_as
