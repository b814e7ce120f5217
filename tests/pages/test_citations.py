from collections.abc import Callable

import pytest

from recoupe.locale import interface
from recoupe.pages.claims import claim_view
from recoupe.pages.discrepancies import discrepancy_view
from recoupe.pages.editions import Edition
from recoupe.pages.reports import report_address
from recoupe.pages.sources import source_view

Maker = Callable[..., Edition]

PAGE = "https://example.org/alpha/claims/x/"


def claim(edition: Edition, id: str = "members"):  # type: ignore[no-untyped-def]  # a view
    return claim_view(edition, edition.anchored.claims[id])


def test_claim_is_cited_with_its_last_change(small: Edition) -> None:
    citation = claim(small).citation

    assert (citation.title, citation.publisher) == (
        "Alpha compte 20 millions de membres",
        "Recoupe",
    )
    assert citation.date is not None
    assert citation.date.iso == "2021-03-04"
    assert citation.url == "https://example.org/alpha/claims/members/"


def test_bibtex_keeps_capitals_and_names_the_institution(small: Edition) -> None:
    assert claim(small).citation.bibtex == (
        "@online{claim-members,\n"
        "  author = {{Recoupe}},\n"
        "  title = {{Alpha compte 20 millions de membres.}},\n"
        "  organization = {Alpha},\n"
        "  date = {2021-03-04},\n"
        "  url = {https://example.org/alpha/claims/members/},\n"
        "}"
    )


def test_bibtex_escapes_what_tex_would_read(make: Maker) -> None:
    statement = "claim: 'À 5 % & 3 $ : {a_b} #1 ~ ^ \\x'\n"
    silent = "accounts: [{source: daily, stance: silent, searched: [xyz]}]\n"
    edition = make(
        {"claims/founding.yaml": statement + silent, "discrepancies/fondation.yaml": None}
    )

    title = claim(edition, "founding").citation.bibtex.splitlines()[2]

    assert title == (
        r"  title = {{À 5 \% \& 3 \$ : \{a\_b\} \#1 "
        r"\textasciitilde{} \textasciicircum{} \textbackslash{}x}},"
    )


def test_ris_has_a_line_for_each_field(small: Edition) -> None:
    citation = source_view(small, small.sources[1]).citation

    assert citation.ris.splitlines() == [
        "TY  - ELEC",
        "AU  - Recoupe",
        "TI  - Texte relevé de l’article « Alpha rouvre, et compte ses membres » (Le Jour)",
        "T2  - Alpha",
        "UR  - https://example.org/alpha/sources/daily/",
        "LA  - fr",
        "ER  -",
    ]


def test_discrepancy_has_a_permanent_address_without_a_base_url(make: Maker) -> None:
    site = "title: Alpha\nlanguage: fr\npublisher: {name: Alpha}\nratings:\n"
    ratings = "".join(f"  - {{id: {id}, label: X}}\n" for id in ("confirmed", "unproven"))
    edition = make({"site.yaml": site + ratings})

    citation = discrepancy_view(edition, edition.project.discrepancies["numbers"]).citation

    assert (citation.url, citation.publisher) == ("/discrepancies/numbers/", None)
    assert "url" not in citation.bibtex
    assert "UR" not in citation.ris


def test_quotes_have_ids_of_their_own_on_a_claims_page(small: Edition) -> None:
    quotes = [quote for one in claim(small).accounts for quote in one.quotes]

    spans = [quote.url.rpartition("#span-")[2] for quote in quotes]
    assert [quote.anchor for quote in quotes] == [
        f"quote-{source}-{span}" for source, span in zip(("daily", "weekly"), spans, strict=True)
    ]


BODY = "body=https%3A%2F%2Fexample.org%2Falpha%2Fclaims%2Fx%2F%0D%0A%0D%0A"
SUBJECT = "subject=Error%20on%20the%20page%20%E2%80%9CX%20%26%20Y%E2%80%9D"
REPORTS = {
    "none": (None, None),
    "a form": ("https://example.org/report?a=b", "https://example.org/report?a=b"),
    "a mail": ("mailto:a@example.org", f"mailto:a@example.org?{SUBJECT}&{BODY}"),
    "a mail with a subject": (
        "mailto:a@example.org?Subject=Hello",
        f"mailto:a@example.org?Subject=Hello&{BODY}",
    ),
}


@pytest.mark.parametrize(("written", "address"), REPORTS.values(), ids=list(REPORTS))
def test_error_is_reported_with_its_page_where_that_is_safe(
    written: str | None, address: str | None
) -> None:
    assert report_address(written, "X & Y", PAGE, interface("en")) == address
