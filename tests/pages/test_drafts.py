from collections.abc import Callable

from recoupe.pages.claims import claim_view
from recoupe.pages.editions import Edition
from recoupe.pages.site import site_pages
from recoupe.pages.sources import source_view

Maker = Callable[..., Edition]

DRAFT_CLAIM = """
draft: true
claim: Les membres sont revenus.
tags: [secret]
accounts:
  - {source: daily, stance: supports, quotes: [ses membres sont revenus peu à peu]}
explanation: |
  Voir [un mois](quote:daily "un mois de silence").
"""
DRAFT_DISCREPANCY = """
draft: true
title: Quinze ou vingt millions
kind: number
strength: contradiction
claims: [members]
summary: Deux nombres.
"""
DRAFTS = {
    "claims/return.yaml": DRAFT_CLAIM,
    "discrepancies/numbers.yaml": DRAFT_DISCREPANCY,
}


def urls(edition: Edition) -> set[str]:
    return {view.frame.url for view in site_pages(edition)}


def test_draft_has_no_page_and_leaves_no_trace(make: Maker) -> None:
    edition = make(DRAFTS)

    daily = source_view(edition, edition.anchored.sources["daily"])
    members = claim_view(edition, edition.anchored.claims["members"])

    assert not urls(edition) & {"/claims/return/", "/discrepancies/numbers/", "/tags/secret/"}
    marked = [one.text for one in daily.excerpts[0].segments if one.spans]
    assert not any("un mois" in text or "peu à peu" in text for text in marked)
    assert (members.discrepancies, members.conflicts[0].discrepancies) == ((), ())


def test_draft_is_shown_when_asked_for(make: Maker) -> None:
    edition = make(DRAFTS, drafts=True)

    assert urls(edition) >= {"/claims/return/", "/discrepancies/numbers/", "/tags/secret/"}
    assert claim_view(edition, edition.anchored.claims["return"]).draft


def test_page_that_is_no_draft_is_the_same_with_drafts_and_without(make: Maker) -> None:
    files = {"claims/return.yaml": DRAFT_CLAIM.replace("daily", "weekly").split("accounts")[0]}
    files["claims/return.yaml"] += "accounts: [{source: early, stance: silent, searched: [peu]}]"

    without, shown = make(files), make(files, drafts=True)

    claims = [claim_view(one, one.anchored.claims["founding"]) for one in (without, shown)]
    assert claims[0] == claims[1]
