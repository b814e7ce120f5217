"""What became of cited words in other versions of a real article."""

from collections import Counter
from functools import partial

import pytest

from recoupe.editing.drift import Drift, SourceDrift, State
from recoupe.editing.drifts import drifts
from recoupe.editing.earlier import earlier
from recoupe.loading import load
from recoupe.pipeline import build
from tests.editing.conftest import Drifting

FIGURE, HOSTS, CEO, APPEAL, PASSAGE, COUNTED = range(6)
DISMISSED = "Le PDG de Parler, John Matze, a été limogé début février. "


def drifted(project: Drifting) -> list[SourceDrift]:
    return list(drifts(load(project.root).facts.anchored, partial(earlier, project.root)))


def of_quotes(project: Drifting) -> list[Drift]:
    """What became of the quotes of the claim, in its order."""
    (source,) = drifted(project)
    where = ("accounts", 0, "quotes")
    return [one for one in source.drifts if (one.citation.where or ())[:3] == where]


def test_text_that_was_checked_has_not_drifted(drifting: Drifting) -> None:
    assert drifted(drifting) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("’", "'"), ("\n", "\r\n"), (" ", "\u00a0"), ("«\u00a0", "“"), ("\n\n", "\n \n\t\n")],
    ids=["apostrophes", "line ends", "no-break spaces", "quotation marks", "white space"],
)
def test_quotes_stand_where_only_the_typesetting_has_changed(
    drifting: Drifting, old: str, new: str
) -> None:
    drifting.capture(drifting.article.replace(old, new))

    (source,) = drifted(drifting)

    assert source.changed
    assert source.settled
    assert {one.state for one in source.drifts} == {State.STANDS}


def test_words_added_in_front_move_nothing(drifting: Drifting) -> None:
    drifting.capture("Rectificatif : un mot a été corrigé.\n\n" + drifting.article)

    assert {one.state for one in of_quotes(drifting)} == {State.STANDS}


def test_sentence_that_moved_is_told_with_both_its_places(drifting: Drifting) -> None:
    text = drifting.article.replace(DISMISSED, "")
    drifting.capture(text.replace("Si son lancement", f"{DISMISSED}Si son lancement"))

    found = of_quotes(drifting)

    assert found[CEO].state is State.MOVED
    assert found[CEO].proved
    assert found[CEO].then is not None
    assert found[CEO].now is not None
    assert (found[CEO].then.line, found[CEO].now.line) == (9, 19)
    assert Counter(one.state for one in found) == {State.MOVED: 1, State.STANDS: 5}


def test_mended_slip_is_clearly_the_same_passage(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("services d’hébergement", "services d’hébergment"))

    hosts = of_quotes(drifting)[HOSTS]

    assert hosts.state is State.CHANGED
    assert hosts.mendable
    assert hosts.after.startswith("de nombreux services d’hébergment")


@pytest.mark.parametrize(
    ("old", "new", "number", "doubt"),
    [
        ("15 millions", "16 millions", FIGURE, "a figure or a date has changed: `15`, `16`"),
        ("15 millions", "quinze millions", FIGURE, "a figure or a date"),
        ("début février", "début mars", CEO, "a figure or a date has changed: `février`, `mars`"),
        ("avaient refusé", "n’avaient pas refusé", HOSTS, "a negation has changed: `n`, `pas`"),
        ("avaient refusé", "auraient refusé", HOSTS, "a word of certainty or extent"),
        ("de Parler, John Matze", "de Parler, Mark Meckler", CEO, "a name has changed"),
        ("début février. Q", "début d’hiver. Q", CEO, "it ends with another word: `hiver`"),
        ("a été limogé", "a été délimogé", CEO, "turned into its contrary: `délimogé`"),
    ],
    ids=["figure", "figure in words", "month", "negation", "hedge", "name", "end", "contrary"],
)
def test_change_that_may_be_one_of_meaning_is_for_the_editor(
    drifting: Drifting, old: str, new: str, number: int, doubt: str
) -> None:
    drifting.capture(drifting.article.replace(old, new))

    found = of_quotes(drifting)[number]

    assert found.state is State.CHANGED
    assert not found.mendable
    assert any(doubt in one for one in found.doubts)


def test_deleted_sentence_is_gone(drifting: Drifting) -> None:
    sentence = drifting.article[drifting.article.index("Quelques jours avant") :].split(". ")[0]
    drifting.capture(drifting.article.replace(f"{sentence}. ", ""))

    appeal = of_quotes(drifting)[APPEAL]

    assert appeal.state is State.GONE
    assert appeal.then is not None
    assert appeal.passages == ()


def test_figure_that_changed_inside_a_long_passage_is_doubted(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("n’était plus en ligne", "était encore en ligne"))

    passage = of_quotes(drifting)[PASSAGE]

    assert passage.proved
    assert not passage.settled
    assert any("a negation has changed" in one for one in passage.doubts)


def test_no_change_inside_a_long_passage_is_settled_unseen(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("n’était plus en ligne", "n’était guère en ligne"))
    assert any("`guère`" in one for one in of_quotes(drifting)[PASSAGE].doubts)

    drifting.capture(drifting.article.replace("politique", "politqiue"))

    passage = of_quotes(drifting)[PASSAGE]
    assert passage.proved
    assert not passage.settled


def test_end_of_a_long_passage_is_found_again(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("le 10 janvier dernier", "le 10 janvier denier"))

    passage = of_quotes(drifting)[PASSAGE]

    assert passage.state is State.CHANGED
    assert [one.text for one in passage.passages] == [
        "Celui qui était devenu la référence",
        "le 10 janvier denier",
    ]


def test_occurrence_that_would_count_to_another_place_is_noticed(drifting: Drifting) -> None:
    drifting.capture(
        drifting.article.replace("Les fans de Donald Trump", "Ce réseau social plaît. Les fans")
    )

    counted = of_quotes(drifting)[COUNTED]

    assert counted.state is State.CHANGED
    assert counted.mendable


def test_occurrence_is_doubted_where_nobody_knows_the_earlier_text(untracked: Drifting) -> None:
    untracked.capture(untracked.article.replace("Les fans", "Les amis"))

    counted = of_quotes(untracked)[COUNTED]

    assert counted.proved
    assert counted.doubts == (
        "`occurrence` may now name another place: the earlier text is not known",
    )


def test_silence_that_a_new_text_breaks_is_told(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("Pour son retour", "Avec un nouveau logo"))

    (source,) = drifted(drifting)

    (speaking,) = [one for one in source.drifts if one.state is State.SPEAKS]
    assert speaking.before == "logo"
    assert not source.proved


def test_body_whose_first_words_have_changed_is_still_looked_into(drifting: Drifting) -> None:
    drifting.capture(drifting.article.replace("reprend de la voix", "repernd de la voix"))

    (source,) = drifted(drifting)

    begin = source.drifts[0]
    assert begin.citation.where == ("body", "from")
    assert begin.mendable
    assert {one.state for one in source.drifts[2:]} == {State.STANDS}


def test_earlier_text_is_only_what_has_the_hash_of_the_pin(drifting: Drifting) -> None:
    pinned = drifting.fact("sources/retour.yaml").replace("cec22de7", "00000000")
    drifting.write("sources/retour.yaml", pinned)

    (source,) = drifted(drifting)

    assert source.changed
    assert source.earlier is None


def test_slip_of_the_pen_is_found_without_any_pin(drifting: Drifting) -> None:
    source = drifting.fact("sources/retour.yaml")
    drifting.write("sources/retour.yaml", source[: source.index("sha256")])
    claim = drifting.fact("claims/compte.yaml").replace(
        "services d’hébergement", "sevices d’hébergement"
    )
    drifting.write("claims/compte.yaml", claim)

    (found,) = drifted(drifting)

    assert not found.changed
    assert [one.state for one in found.drifts] == [State.CHANGED]
    assert found.drifts[0].mendable


def test_words_that_stand_in_another_source_are_not_taken_for_a_slip(drifting: Drifting) -> None:
    other = "text: autre.txt\ntitle: Autre\ndescribed: true\n"
    words = "de nombreux services d’hébergment avaient refusé les demandes de retour"
    drifting.write("sources/autre.yaml", other)
    (drifting.root / "seeds/autre.txt").write_text(f"Selon elle, {words}.", "utf-8")
    claim = drifting.fact("claims/compte.yaml")
    drifting.write(
        "claims/compte.yaml", claim.replace("services d’hébergement", "services d’hébergment")
    )

    (found,) = drifted(drifting)

    assert found.drifts[0].doubts == ("the very words stand in source `autre`",)


def test_words_whose_like_alone_is_left_are_not_clearly_the_same(drifting: Drifting) -> None:
    twice = drifting.article.replace("Pour son retour", f"{DISMISSED}Pour son retour")
    quote = "      - exact: Le PDG de Parler, John Matze, a été limogé début février\n"
    claim = drifting.fact("claims/compte.yaml").replace(
        "      - Le PDG de Parler, John Matze, a été limogé début février\n",
        f"{quote}        prefix: dernières semaines.\n",
    )
    drifting.write("claims/compte.yaml", claim)
    drifting.capture(twice.replace(f"semaines. {DISMISSED}", "semaines. "))

    found = of_quotes(drifting)[CEO]

    assert found.state is State.CHANGED
    assert found.doubts == ("the words stand there, with others around them",)


def test_translation_of_words_that_are_others_now_is_doubted(drifting: Drifting) -> None:
    quote = "un appel en justice dans le but de contrer la décision d’Amazon"
    claim = drifting.fact("claims/compte.yaml")
    mapping = f"{{exact: {quote}, translation: an appeal}}"
    drifting.write("claims/compte.yaml", claim.replace(quote, mapping))
    drifting.capture(drifting.article.replace("dans le but de contrer", "dans le but d’annuler"))

    found = of_quotes(drifting)[APPEAL]

    assert "its translation may no longer fit" in found.doubts


def test_passages_of_a_long_text_stay_though_much_was_added(drifting: Drifting) -> None:
    added = " ".join(f"Phrase numéro {number}, qui s’ajoute au récit." for number in range(3000))
    drifting.capture(drifting.article.replace("Pour son retour", f"{added} Pour son retour"))

    assert {one.state for one in of_quotes(drifting)} == {State.STANDS}


def test_earlier_text_is_known_from_the_published_site(untracked: Drifting) -> None:
    untracked.write("site.yaml", untracked.fact("site.yaml") + "source_text: full\n")
    assert not build(untracked.root, quick=True).report.failed
    text = untracked.article.replace(DISMISSED, "")
    untracked.capture(text.replace("Si son lancement", f"{DISMISSED}Si son lancement"))

    (source,) = drifted(untracked)

    assert source.earlier is not None
    assert source.earlier.origin == "the published site"
    assert source.earlier.anchored.text.raw in untracked.article
    moved = of_quotes(untracked)[CEO]
    assert (moved.state, moved.then) == (State.MOVED, None)


def test_published_page_that_somebody_touched_is_not_believed(untracked: Drifting) -> None:
    untracked.write("site.yaml", untracked.fact("site.yaml") + "source_text: full\n")
    build(untracked.root, quick=True)
    page = untracked.root / "site/sources/retour/index.html"
    page.write_text(page.read_text("utf-8").replace("John Matze", "Jean Matze"), "utf-8")
    untracked.capture(untracked.article.replace("15 millions", "16 millions"))

    (source,) = drifted(untracked)

    assert source.earlier is None


def test_passage_that_moved_out_of_the_body_is_said_to_stand_there(drifting: Drifting) -> None:
    moved = "de nombreux services d’hébergement avaient refusé les demandes de retour"
    drifting.capture(f"{drifting.article.replace(moved, 'rien')}\n\nPlus loin : {moved}.\n")

    hosts = of_quotes(drifting)[HOSTS]

    assert not hosts.proved
    assert "the very words stand in this file, outside the article’s `body`" in hosts.doubts
