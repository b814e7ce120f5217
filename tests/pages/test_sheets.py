"""Worksheets: the material is on them, and nothing that gives the answer away."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass

import pytest

from recoupe.pages.claims import claim_view
from recoupe.pages.discrepancies import discrepancy_view
from recoupe.pages.editions import Edition
from recoupe.pages.sheet_lists import sheet_list_pages
from recoupe.pages.sheets import claim_sheet, discrepancy_sheet
from recoupe.pages.site import site_pages
from recoupe.pages.solutions import claim_solution, discrepancy_solution
from tests.pages.planned import views

Maker = Callable[..., Edition]
SITE = """
title: Alpha
base_url: https://example.org/alpha/
sheets: true
ratings:
  - {id: confirmed, label: Confirmé, value: 2, description: Deux origines le disent.}
  - {id: unproven, label: Non prouvé}
tags: {audience: Audience}
"""


@pytest.fixture
def school(make: Maker) -> Edition:
    return make({"site.yaml": SITE})


def texts_in(value: object) -> Iterator[str]:
    if is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, str):
        yield value


def test_site_has_sheets_only_where_it_says_so(small: Edition) -> None:
    urls = [view.frame.url for view in site_pages(small)]

    assert not [url for url in urls if url.startswith("/sheets/")]
    assert claim_view(small, small.claims[0]).sheet is None
    assert discrepancy_view(small, small.discrepancies[0]).sheet is None
    assert "/sheets/" not in {link.url for link in small.site.pages}


def test_every_claim_and_discrepancy_has_a_sheet_and_a_solution(school: Edition) -> None:
    urls = {view.frame.url for view in site_pages(school)}

    facts = [f"claims/{one.claim.id}" for one in school.claims]
    facts += [f"discrepancies/{one.id}" for one in school.discrepancies]
    for fact in facts:
        assert {f"/sheets/{fact}/", f"/sheets/{fact}/solution/"} <= urls
    assert "/sheets/" in urls & {link.url for link in school.site.pages}


def test_claim_and_discrepancy_lead_to_their_sheets(school: Edition) -> None:
    claim, discrepancy = school.anchored.claims["members"], school.project.discrepancies["numbers"]

    assert claim_view(school, claim).sheet == "/sheets/claims/members/"
    assert discrepancy_view(school, discrepancy).sheet == "/sheets/discrepancies/numbers/"


def test_sheet_of_a_claim_tells_neither_verdict_nor_stance_nor_note(school: Edition) -> None:
    sheet = claim_sheet(school, school.anchored.claims["members"])

    told = "\n".join(texts_in(sheet))
    for secret in ("Alpha seul le dit", "le répète", "Voir", "supports", "neutral", "15 000 000"):
        assert secret not in told
    assert not any(step.current for step in sheet.scale)
    assert [step.label for step in sheet.scale] == ["Confirmé", "Non prouvé"]


def test_sheet_of_a_discrepancy_goes_by_a_question_and_not_by_its_title(school: Edition) -> None:
    sheet = discrepancy_sheet(school, school.project.discrepancies["numbers"])

    told = "\n".join(texts_in(sheet))
    assert "Combien ?" in sheet.frame.title
    assert "Quinze ou vingt" not in told
    assert "Deux nombres" not in told
    assert "contradiction" not in told


def test_documents_are_in_the_order_of_publication_and_hold_the_quotes(school: Edition) -> None:
    side = claim_sheet(school, school.anchored.claims["founding"]).side

    assert [one.source.id for one in side.accounts] == ["early", "weekly"]
    assert "Il avait été fondé en 2018" in side.accounts[0].excerpts[0].text
    assert side.accounts[0].printed == "example.org/alpha/sources/early/"


def test_silent_articles_stand_with_the_words_that_were_searched(school: Edition) -> None:
    side = claim_sheet(school, school.anchored.claims["members"]).side

    assert [(one.source.id, one.searched) for one in side.silences] == [("early", ("membres",))]


def test_address_is_not_printed_where_the_site_has_none(make: Maker) -> None:
    school = make({"site.yaml": SITE.replace("base_url: https://example.org/alpha/\n", "")})

    sheet = claim_sheet(school, school.anchored.claims["founding"])

    assert sheet.printed is None
    assert sheet.side.accounts[0].printed is None


def test_solution_of_a_claim_has_verdict_stances_and_explanation(school: Edition) -> None:
    solution = claim_solution(school, school.anchored.claims["members"])

    assert solution.verdict is not None
    assert solution.verdict.summary == "Alpha seul le dit."
    assert [one.stance for one in solution.accounts] == ["supports", "neutral"]
    assert "le répète" in str(solution.explanation)
    assert [one.id for one in solution.discrepancies] == ["numbers"]
    assert len(solution.conflicts) == 1


def test_solution_of_a_discrepancy_has_its_title_and_strength(school: Edition) -> None:
    solution = discrepancy_solution(school, school.project.discrepancies["numbers"])

    assert (solution.title, solution.strength) == ("Quinze ou vingt millions", "contradiction")
    assert [one.source.id for one in solution.sides[0].accounts] == ["daily", "weekly"]


def test_documents_of_a_sheet_and_of_its_solution_have_the_same_numbers(school: Edition) -> None:
    for claim in school.claims:
        sheet, solution = claim_sheet(school, claim), claim_solution(school, claim)

        assert [one.source.id for one in sheet.side.accounts] == [
            one.source.id for one in solution.accounts
        ]


def test_list_has_claims_by_subject_and_discrepancies_last(school: Edition) -> None:
    (view,) = views(sheet_list_pages, school)

    assert [(group.family, group.tag) for group in view.groups] == [
        ("claim", "Audience"),
        ("claim", "retour"),
        ("claim", None),
        ("discrepancy", None),
    ]
    assert view.total == 6
    assert view.groups[0].entries[0].articles == 3
