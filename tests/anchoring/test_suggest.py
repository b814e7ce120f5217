"""Passages that may be meant: what is shown first, what is kept quiet, what is said to differ."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.anchoring import Suggestion, shortest_unique, suggest
from recoupe.text import Text

ARTICLE = """Le réseau social Parler est de retour en ligne depuis lundi. L’application, qui
revendique 20 millions de membres, avait été débranchée par son hébergeur le 10
janvier. Son fondateur, John Matze, a été remercié par le conseil d’administration. Un
nouveau directeur par intérim, Mark Meckler, a été nommé. Selon lui, « Parler
s’adresse à tous ». Les anciens comptes fonctionnent dès aujourd’hui ; les nouveaux
membres pourront s’inscrire la semaine prochaine."""


_LETTERS = str.maketrans("0123456789", "ghijklmnop")


def passages(raw: str, suggestions: list[Suggestion]) -> list[str]:
    return [" ".join(raw[slice(*one.span)].split()) for one in suggestions]


@pytest.mark.parametrize(
    ("exact", "passage", "changed", "figures"),
    [
        pytest.param(
            "qui revendique 15 millions de membres",
            "qui revendique 20 millions de membres",
            ("15", "20"),
            True,
            id="figure",
        ),
        pytest.param(
            "avait été débranché par son hébergeur",
            "avait été débranchée par son hébergeur",
            ("débranché", "débranchée"),
            False,
            id="letter",
        ),
        pytest.param(
            "a été remercié par son conseil d’administration",
            "a été remercié par le conseil d’administration",
            ("son", "le"),
            False,
            id="word",
        ),
        pytest.param(
            "Un nouveau PDG par intérim, Mark Meckler, a été nommé",
            "Un nouveau directeur par intérim, Mark Meckler, a été nommé",
            ("PDG", "directeur"),
            False,
            id="word of another length",
        ),
        pytest.param(
            "Selon lui, « Parler s’adresse à tous ». Les comptes fonctionnent",
            "Selon lui, « Parler s’adresse à tous ». Les anciens comptes fonctionnent",
            ("anciens",),
            False,
            id="word put in",
        ),
        pytest.param(
            "Parler s’adresse à absolument tous",
            "Parler s’adresse à tous",
            ("absolument",),
            False,
            id="word left out",
        ),
        pytest.param(
            "Parler est de retour, en ligne depuis lundi",
            "Parler est de retour en ligne depuis lundi",
            (),
            False,
            id="comma",
        ),
        pytest.param(
            "le 10 janvier. Son fondateur",
            "le 10 janvier. Son fondateur",
            (),
            False,
            id="the same words",
        ),
    ],
)
def test_changed_words_lead_to_their_passage(
    exact: str, passage: str, changed: tuple[str, ...], *, figures: bool
) -> None:
    suggestions = suggest(ARTICLE, exact)

    assert passages(ARTICLE, suggestions)[:1] == [passage]
    assert suggestions[0].changed == changed
    assert suggestions[0].figures_changed is figures


@pytest.mark.parametrize(
    "exact",
    [
        pytest.param("Le conseil municipal a voté le budget de la commune", id="other matter"),
        pytest.param("Amazon Web Services", id="few words"),
        pytest.param("zqxj", id="no word at all"),
        pytest.param("", id="nothing"),
        pytest.param("\u200b \n", id="what folds to nothing"),
    ],
)
def test_nothing_is_suggested_that_would_mislead(exact: str) -> None:
    assert suggest(ARTICLE, exact) == []


def test_nothing_is_suggested_in_an_empty_text() -> None:
    assert suggest("", "Parler est de retour") == []


@pytest.mark.parametrize(
    ("prefix", "suffix", "first"),
    [
        pytest.param("En 2019, il gagne", "par mois", 1, id="both"),
        pytest.param("En 2019, il gagne", "", 1, id="prefix"),
        pytest.param("En 2018 il gagnait", "", 0, id="prefix that has changed"),
        pytest.param("", "par jour", 2, id="suffix"),
        pytest.param("", "", 0, id="neither: the first one"),
    ],
)
def test_like_passages_come_in_the_order_of_their_surroundings(
    prefix: str, suffix: str, first: int
) -> None:
    raw = (
        "En 2018, il gagne mille euros par an. En 2019, il gagne mille euros par mois. "
        "En 2020, elle gagne mille euros par jour."
    )
    starts = [raw.index("mille"), raw.index("mille", 40), raw.rindex("mille")]

    suggestions = suggest(raw, "mille euros", prefix=prefix, suffix=suffix)

    assert suggestions[0].span.start == starts[first]
    assert sorted(one.span.start for one in suggestions) == starts


def test_no_more_are_given_than_asked_for() -> None:
    raw = "mille euros et mille euros et mille euros et mille euros"

    assert len(suggest(raw, "mille euros")) == 3
    assert len(suggest(raw, "mille euros", limit=1)) == 1


def test_match_that_cuts_a_number_is_widened_and_its_figure_told() -> None:
    suggestion = suggest("Il y avait 12 millions de membres.", "2 millions de membres")[0]

    assert suggestion.span.start == 11
    assert suggestion.changed == ("2", "12")
    assert suggestion.figures_changed


@pytest.mark.parametrize(
    ("raw", "exact", "passage"),
    [
        pytest.param(
            "La ville compte 12 millions d’habitants. Le maire",
            "La ville compte 99 chevaux",
            "La ville compte 12 millions",
            id="last words, with a figure",
        ),
        pytest.param(
            "le pont de la rivière est fermé depuis lundi, dit-il",
            "le pont de la rivière est fermé depuis mardi",
            "le pont de la rivière est fermé depuis lundi",
            id="last word",
        ),
        pytest.param(
            "Selon Matze, le réseau est de retour en ligne",
            "Selon Meckler, le réseau est de retour en ligne",
            "Selon Matze, le réseau est de retour en ligne",
            id="word before a comma that the quote has as well",
        ),
        pytest.param(
            "Hier, 12 millions de membres ont quitté le réseau",
            "15 millions de membres ont quitté le réseau",
            "12 millions de membres ont quitté le réseau",
            id="first word, a figure",
        ),
        pytest.param(
            "il est ouvert depuis l’an dernier au public",
            "il est ouvert depuis l’été dernier",
            "il est ouvert depuis l’an dernier",
            id="elided word inside",
        ),
        pytest.param(
            "le réseau est de nouveau ouvert depuis l’automne au public",
            "le réseau est de nouveau ouvert depuis mardi",
            "le réseau est de nouveau ouvert depuis l’automne",
            id="elided word counts as one",
        ),
        pytest.param(
            "Le réseau est revenu en ligne. Amazon se tait.",
            "Le réseau est revenu en ligne hier",
            "Le réseau est revenu en ligne.",
            id="not beyond the sentence",
        ),
        pytest.param(
            "Fini. Le réseau est revenu en ligne",
            "Hier Le réseau est revenu en ligne",
            "Le réseau est revenu en ligne",
            id="not before the sentence",
        ),
        pytest.param(
            "Le réseau est revenu en ligne\r\n\r\nAmazon se tait",
            "Le réseau est revenu en ligne hier",
            "Le réseau est revenu en ligne",
            id="not beyond the paragraph",
        ),
        pytest.param(
            "Le réseau est revenu en\nfévrier, dit-il",
            "Le réseau est revenu en janvier",
            "Le réseau est revenu en février",
            id="over the end of a line",
        ),
        pytest.param(
            "Parler est de nouveau ouvert en 𝟷",
            "Parler est de nouveau ouvert en 2",
            "Parler est de nouveau ouvert en 𝟷",
            id="up to the end of the text",
        ),
        pytest.param(
            "Пост о том, что мост закрыт во вторник",
            "Пост о том, что мост закрыт в среду",
            "Пост о том, что мост закрыт во вторник",
            id="Cyrillic",
        ),
        pytest.param(
            "人口は千四百万人です首都は東京",
            "人口は千四百万人です首都は大阪",
            "人口は千四百万人です首都は東京",
            id="Japanese",
        ),
    ],
)
def test_passage_has_what_stands_for_the_first_and_last_words(
    raw: str, exact: str, passage: str
) -> None:
    assert passages(raw, suggest(raw, exact)) == [passage]


@pytest.mark.parametrize(
    ("prefix", "suffix", "passage"),
    [
        pytest.param("", "au public", "le réseau est ouvert depuis le mois dernier", id="suffix"),
        pytest.param("", "ailleurs", "le réseau est ouvert depuis le", id="suffix that is gone"),
        pytest.param("Hier,", "", "le réseau est ouvert depuis le", id="prefix says nothing of it"),
    ],
)
def test_surroundings_tell_how_far_what_was_replaced_goes(
    prefix: str, suffix: str, passage: str
) -> None:
    raw = "Hier, le réseau est ouvert depuis le mois dernier au public"

    suggestions = suggest(raw, "le réseau est ouvert depuis janvier", prefix=prefix, suffix=suffix)

    assert passages(raw, suggestions) == [passage]


def test_word_too_many_is_not_exchanged_for_one_that_the_surroundings_exclude() -> None:
    raw = "Le réseau est de nouveau ouvert depuis lundi"

    suggestion = suggest(raw, "Le réseau est de nouveau ouvert hier", suffix="depuis lundi")[0]

    assert raw[slice(*suggestion.span)] == "Le réseau est de nouveau ouvert"
    assert suggestion.changed == ("hier",)


@pytest.mark.parametrize(
    ("quote", "passage", "changed"),
    [
        pytest.param("de 20 à 15 voix contre", "de 15 à 20 voix contre", True, id="swapped"),
        pytest.param("une baisse de 5 points", "une baisse de -5 points", True, id="sign"),
        pytest.param("vendu 20 000 fois en 2020", "vendu 20000 fois en 2020", True, id="space"),
        pytest.param("vendu 1,5 fois en 2020", "vendu 1.5 fois en 2020", True, id="comma"),
        pytest.param("vendu 20\u202f000 fois ici", "vendus 20 000 fois ici", False, id="same"),
        pytest.param("avec ٢٠ personnes ici", "avec ٢٥ personnes ici", True, id="Arabic digits"),
        pytest.param("Il a ½ part du gâteau", "Il a ¼ part du gâteau", True, id="fraction"),
        pytest.param("dix x² mètres de sol", "dix x³ mètres de sol", True, id="exponent"),
        pytest.param("un prix de 5 € par mois", "un prix de 5 $ par mois", True, id="currency"),
        pytest.param("une hausse de 5 % ici", "une hausse de 5 ‰ ici", True, id="percent"),
        pytest.param("une hausse de 5 points", "une hausse de +5 points", True, id="plus"),
        pytest.param("dose de 5 µg par jour", "dose de 5 mg par jour", False, id="unit"),
    ],
)
def test_figures_that_differ_are_told(quote: str, passage: str, *, changed: bool) -> None:
    suggestion = suggest(passage, quote)[0]

    assert suggestion.figures_changed is changed


@pytest.mark.parametrize(
    ("raw", "exact", "passage"),
    [
        pytest.param(
            "我们在北京的一家公司工作了三年。",
            "我们在上海的一家公司工作了三年",
            "我们在北京的一家公司工作了三年",
            id="Chinese",
        ),
        pytest.param(
            "قال أحمد إن الكتاب الجديد مفيد جدا",
            "قال محمد إن الكتاب الجديد مفيد",
            "قال أحمد إن الكتاب الجديد مفيد",
            id="Arabic",
        ),
    ],
)
def test_other_scripts_are_suggested_as_well(raw: str, exact: str, passage: str) -> None:
    assert passages(raw, suggest(raw, exact))[:1] == [passage]


def test_quote_of_a_hundred_thousand_characters_is_found_by_its_ends() -> None:
    words = [f"{number * 7919 % 100003:x}".translate(_LETTERS) for number in range(60_000)]
    text = Text(" ".join(words))
    exact = " ".join([*words[9_000:15_000], "tout", "autre", "chose", *words[15_003:21_000]])

    suggestion = suggest(text, exact)[0]

    start = text.folded.index(" ".join(words[9_000:9_010]))
    assert suggestion.span.start == start
    assert suggestion.likeness > 0.99
    assert suggestion.changed == ("tout", "autre", "chose", *words[15_000:15_003])


@pytest.mark.parametrize(
    "exact",
    [
        pytest.param("a" * 100 + "b", id="seeds that stand everywhere"),
        pytest.param("a" * 100_000 + "b", id="very long"),
        pytest.param("a" * 300_000 + "b", id="too long"),
        pytest.param("a" * 100, id="only inside a word"),
    ],
)
def test_text_of_one_letter_gives_nothing_to_suggest(exact: str) -> None:
    assert suggest("a" * 300_000, exact) == []


WORDS = st.sampled_from(
    [
        *("le", "mois", "dernier,", "Parler", "été", "20", "000", "l’an", "«oui»", "fin…"),
        *("ﬁn", "我在", "والكتاب", "नहीं", "x\u0323\u0304"),
    ]
)
TEXTS = st.lists(WORDS, max_size=20).map(" ".join)


@settings(deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_suggestions_can_be_named_and_do_not_overlap(raw: str, exact: str, prefix: str) -> None:
    text = Text(raw)

    suggestions = suggest(text, exact, prefix=prefix)

    spans = sorted(one.span for one in suggestions)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 < one.likeness <= 1 for one in suggestions)
    assert all(shortest_unique(text, span).exact for span in spans)
