import re
from collections.abc import Callable

from recoupe.pages.claims import claim_view
from recoupe.pages.editions import Edition
from recoupe.pages.views.claims import ClaimView

Maker = Callable[..., Edition]


def page(edition: Edition, id: str) -> ClaimView:
    return claim_view(edition, edition.anchored.claims[id])


def test_account_has_value_stance_and_origin_as_readers_see_them(small: Edition) -> None:
    first, second = page(small, "members").accounts

    assert first.value == "20\u202f000\u202f000 membres"
    assert second.value == "environ\u00a015\u202f000\u202f000 membres"
    assert (first.anchor, first.source.label) == ("account-daily", "Le Jour")
    assert (second.stance, second.certainty) == ("neutral", "asserted")


def test_quote_shows_the_words_around_it_and_leads_to_its_span(small: Edition) -> None:
    quote = page(small, "reopening").accounts[0].quotes[0]

    assert quote.text == "Le réseau a rouvert lundi"
    assert quote.before == "Alpha compte 20 millions de membres, selon son patron. "
    assert quote.after.startswith(", après un mois")
    assert (quote.cut_before, quote.cut_after) == (False, True)
    assert re.fullmatch(r"/sources/daily/#span-[a-z2-7]{10}", quote.url)


def test_conflict_names_both_accounts_and_what_explains_it(small: Edition) -> None:
    view = page(small, "members")

    (conflict,) = view.conflicts
    assert [conflict.first.label, conflict.second.label] == ["Le Jour", "L’Hebdo"]
    assert conflict.first.url == "/claims/members/#account-daily"
    assert [link.url for link in conflict.discrepancies] == ["/discrepancies/numbers/"]
    assert [link.label for link in view.accounts[0].conflicts_with] == ["L’Hebdo"]


def test_silence_is_told_from_an_earlier_article(small: Edition) -> None:
    (earlier,) = page(small, "reopening").silences
    (silent,) = page(small, "members").silences

    assert (earlier.earlier, earlier.searched) == (True, ("rouvert",))
    assert (silent.earlier, silent.anchor) == (False, "account-early")


def test_source_without_account_is_named_as_not_searched(small: Edition) -> None:
    assert [one.id for one in page(small, "founding").unsearched] == ["daily"]


def test_origin_that_is_its_own_source_goes_by_its_label(small: Edition) -> None:
    (origin,) = page(small, "reopening").confirmations

    assert (origin.name, [one.id for one in origin.sources]) == ("Le Jour", ["daily"])


def test_claim_without_verdict_is_open_and_described_by_its_sources(small: Edition) -> None:
    view = page(small, "founding")

    assert view.verdict is None
    assert view.frame.description == (
        "Ce que 2\u00a0sources disent de cette affirmation, mot pour mot."
    )


def test_verdict_stands_within_its_scale(small: Edition) -> None:
    verdict = page(small, "members").verdict

    assert verdict is not None
    assert (verdict.label, verdict.summary) == ("Non prouvé", "Alpha seul le dit.")
    assert [step.current for step in verdict.scale] == [False, False, True]


def test_markdown_leads_to_claims_and_to_quoted_words(small: Edition) -> None:
    view = page(small, "members")

    assert view.explanation is not None
    assert 'href="../../sources/daily/#span-' in view.explanation
    assert view.accounts[0].note is not None
    assert 'href="../reopening/"' in view.accounts[0].note


def test_frame_knows_where_the_page_is(small: Edition) -> None:
    frame = page(small, "members").frame

    assert frame.canonical == "https://example.org/alpha/claims/members/"
    assert [link.url for link in frame.breadcrumbs] == ["/", "/claims/"]
    assert [link.label for link in frame.breadcrumbs] == ["Accueil", "Affirmations"]


def test_accounts_of_one_source_are_told_apart(make: Maker) -> None:
    claim = """
claim: Alpha compte 20 millions de membres.
compare: {as: number}
accounts:
  - {source: weekly, id: now, stance: supports, value: 20, quotes: [Le réseau aurait rouvert lundi]}
  - source: weekly
    id: then
    stance: disputes
    value: 15
    says: quinze
    quotes: [comptait 15 millions]
"""

    view = page(make({"claims/members.yaml": claim}), "members")

    assert [one.anchor for one in view.accounts] == ["account-weekly--now", "account-weekly--then"]
    assert [view.conflicts[0].first.label, view.conflicts[0].second.label] == [
        "L’Hebdo (20)",
        "L’Hebdo (quinze)",
    ]
