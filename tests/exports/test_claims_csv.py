import csv
import io
from dataclasses import replace

import pytest

from recoupe.exports.claims_csv import claim_csv, claims_csv
from recoupe.exports.dataset import ClaimRecord, QuoteRecord

HEADER = (
    "claim_id,claim,verdict,source,account,stance,certainty,attributed_to,value,unit,as_of,"
    "quote,start,end,url"
)


def rows(claims: list[ClaimRecord]) -> list[dict[str, str]]:
    text = b"".join(claims_csv(map(claim_csv, claims))).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def quoting(claims: list[ClaimRecord], text: str) -> list[ClaimRecord]:
    """`claims` with one account left, and `text` quoted in it."""
    claim = claims[0]
    account = replace(claim.accounts[0], quotes=(QuoteRecord(text, 0, len(text), "u"),))
    return [replace(claim, accounts=(account,))]


def test_header_is_that_of_the_format(claims: list[ClaimRecord]) -> None:
    assert b"".join(claims_csv(map(claim_csv, claims))).decode().split("\r\n")[0] == HEADER


def test_every_account_has_a_row_for_each_of_its_quotes(claims: list[ClaimRecord]) -> None:
    found = [(row["source"], row["account"], row["quote"]) for row in rows(claims)]

    assert found == [
        ("first", "", "20 millions"),
        ("first", "", "dit-il"),
        ("second", "later", "'=HYPERLINK est une formule"),
        ("third", "", ""),
    ]


def test_row_says_what_the_account_says(claims: list[ClaimRecord]) -> None:
    row = rows(claims)[0]

    start = int(row["start"])
    assert row == {
        "claim_id": "users",
        "claim": "Parler compte 20 millions de membres.",
        "verdict": "unproven",
        "source": "first",
        "account": "",
        "stance": "supports",
        "certainty": "asserted",
        "attributed_to": "Le Monde; Parler",
        "value": "20 000 000",
        "unit": "membres",
        "as_of": "2021-02",
        "quote": "20 millions",
        "start": str(start),
        "end": str(start + len("20 millions")),
        "url": claims[0].accounts[0].quotes[0].url,
    }


@pytest.mark.parametrize("text", ["=1+1", "+a", "-a", "-1+1", "- 1", "@a", "\tx", "\t1", "\rx"])
def test_cell_that_begins_like_a_formula_is_none(claims: list[ClaimRecord], text: str) -> None:
    assert rows(quoting(claims, text))[0]["quote"] == "'" + text


@pytest.mark.parametrize(
    "text",
    ['il a dit "non"', "a,b;c", "a\r\nb", "a\rb", "« é » 𝟙", "l'eau", "– non", "-5", "+1 000,5"],
)
def test_every_other_quote_comes_back_as_it_stands(claims: list[ClaimRecord], text: str) -> None:
    assert rows(quoting(claims, text))[0]["quote"] == text
