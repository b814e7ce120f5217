import csv
import io
from dataclasses import replace

import pytest

from recoupe.exports.claims_csv import claims_csv
from recoupe.exports.dataset import Dataset, QuoteRecord

HEADER = (
    "claim_id,claim,verdict,source,account,stance,certainty,attributed_to,value,unit,as_of,"
    "quote,start,end,url"
)


def rows(data: Dataset) -> list[dict[str, str]]:
    text = b"".join(claims_csv(data)).decode()
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def quoting(data: Dataset, text: str) -> Dataset:
    """`data` with one account left, and `text` quoted in it."""
    claim = data.claims[0]
    account = replace(claim.accounts[0], quotes=(QuoteRecord(text, 0, len(text), "u"),))
    return replace(data, claims=(replace(claim, accounts=(account,)),))


def test_header_is_that_of_the_format(data: Dataset) -> None:
    assert b"".join(claims_csv(data)).decode().split("\r\n")[0] == HEADER


def test_every_account_has_a_row_for_each_of_its_quotes(data: Dataset) -> None:
    found = [(row["source"], row["account"], row["quote"]) for row in rows(data)]

    assert found == [
        ("first", "", "20 millions"),
        ("first", "", "dit-il"),
        ("second", "later", "'=HYPERLINK est une formule"),
        ("third", "", ""),
    ]


def test_row_says_what_the_account_says(data: Dataset) -> None:
    row = rows(data)[0]

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
        "url": data.claims[0].accounts[0].quotes[0].url,
    }


@pytest.mark.parametrize("text", ["=1+1", "+a", "-a", "-1+1", "- 1", "@a", "\tx", "\t1", "\rx"])
def test_cell_that_begins_like_a_formula_is_none(data: Dataset, text: str) -> None:
    assert rows(quoting(data, text))[0]["quote"] == "'" + text


@pytest.mark.parametrize(
    "text",
    ['il a dit "non"', "a,b;c", "a\r\nb", "a\rb", "« é » 𝟙", "l'eau", "– non", "-5", "+1 000,5"],
)
def test_every_other_quote_comes_back_as_it_stands(data: Dataset, text: str) -> None:
    assert rows(quoting(data, text))[0]["quote"] == text
