from collections.abc import Callable

from recoupe.pages.corrections import corrections_pages
from recoupe.pages.editions import Edition
from tests.pages.planned import views

Maker = Callable[..., Edition]

CLAIM = """
claim: Alpha a été fondé en 2018.
accounts:
  - source: early
    stance: supports
    quotes: [Il avait été fondé en 2018]
history:
"""


def entry(day: str, kind: str = "corrected", note: str = "Ceci.") -> str:
    return f"  - {{date: {day}, kind: {kind}, note: {note}}}\n"


def without_history(make: Maker, entries: str) -> Edition:
    """The small project, whose only history is that of one claim."""
    silent = "claim: Rien.\naccounts: [{source: daily, stance: silent, searched: [xyz]}]\n"
    numbers = "title: Rien\nkind: omission\nsummary: Rien.\nclaims: [members]\n"
    history = CLAIM + entries if entries else CLAIM.replace("history:\n", "")
    return make(
        {
            "claims/members.yaml": silent,
            "claims/founding.yaml": history,
            "discrepancies/numbers.yaml": numbers,
        }
    )


def test_corrections_are_told_from_updates(small: Edition) -> None:
    (view,) = views(corrections_pages, small)

    ((corrected,), (updated,)) = (
        [one for group in groups for one in group.entries]
        for groups in (view.corrected, view.updated)
    )
    assert (view.corrections, view.updates) == (1, 1)
    assert (corrected.fact.url, corrected.family, corrected.entry.before) == (
        "/claims/members/",
        "claim",
        "2 millions",
    )
    assert (updated.fact.url, updated.family) == ("/discrepancies/numbers/", "discrepancy")


def test_entries_say_when_and_what_and_stand_by_month(small: Edition) -> None:
    (view,) = views(corrections_pages, small)

    (group,) = view.corrected
    (one,) = group.entries
    assert group.when.text == "mars 2021"
    assert one.entry.heading.text == "Correction du 4 mars 2021"
    assert one.anchor == "claim-members-corrected-2021-03-04"


def test_page_is_there_before_anything_had_to_be_corrected(make: Maker) -> None:
    (view,) = views(corrections_pages, without_history(make, ""))

    assert (view.corrections, view.updates, view.updates_url) == (0, 0, None)
    assert (view.corrected, view.updated) == ((), ())


def test_publication_is_neither_a_correction_nor_an_update(make: Maker) -> None:
    (view,) = views(corrections_pages, without_history(make, entry("2021-03-01", "published")))

    assert (view.corrections, view.updates) == (0, 0)


def test_long_list_goes_on_with_the_corrections_first(make: Maker) -> None:
    corrected = "".join(entry(f"{2000 + n // 12}-{n % 12 + 1:02}-01") for n in range(150))
    updated = "".join(entry(f"2024-05-{n:02}", "updated") for n in range(1, 31)) * 3
    made = views(corrections_pages, without_history(make, corrected + updated))

    shown = [
        tuple(sum(len(one.entries) for one in part) for part in (view.corrected, view.updated))
        for view in made
    ]
    assert shown == [(100, 0), (50, 50), (0, 40)]
    assert {view.updates_url for view in made} == {"/corrections/page/2/#updated"}
    assert made[1].frame.title == "Corrections, page\u00a02"
    assert made[0].corrected[0].when.text == "juin 2012"


def test_entries_of_one_day_have_anchors_of_their_own(make: Maker) -> None:
    twice = entry("2021-03-01", note="Un.") + entry("2021-03-01", note="Deux.")
    (view,) = views(corrections_pages, without_history(make, twice + entry("2021-03")))

    entries = [one.entry for group in view.corrected for one in group.entries]
    assert {one.note: one.anchor for one in entries[:2]} == {
        "Un.": "corrected-2021-03-01",
        "Deux.": "corrected-2021-03-01--2",
    }
    assert entries[2].anchor == "corrected-2021-03"
