"""`data/claims.csv`: a row for each account, for those who work in a spreadsheet.

An account with several quotes has a row for each of them, in order, so that no cell holds two;
one without quotes has one row. A spreadsheet runs a cell that begins like a formula, and facts
come from people one does not know: such a cell gets an apostrophe in front, unless it is a plain
number. Who needs every character exactly as it stands in the source takes `claims.json`.
"""

import csv
import io
import re
from collections.abc import Iterator

from recoupe.exports.dataset import AccountRecord, ClaimRecord, Dataset, QuoteRecord

_HEADER = (
    "claim_id",
    "claim",
    "verdict",
    "source",
    "account",
    "stance",
    "certainty",
    "attributed_to",
    "value",
    "unit",
    "as_of",
    "quote",
    "start",
    "end",
    "url",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # OWASP, "CSV Injection"
_NUMBER = re.compile(r"[+-]?\d[\d.,\s]*")  # with any separators of thousands; runs nothing
_SEPARATOR = "; "  # between speakers, and between choices


def claims_csv(data: Dataset) -> bytes:
    """The file, as RFC 4180 has it: UTF-8, CRLF, a header; absent values are empty."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(_HEADER)
    for claim in data.claims:
        for account in claim.accounts:
            writer.writerows(_rows(claim, account))
    return file.getvalue().encode()


def _rows(claim: ClaimRecord, account: AccountRecord) -> Iterator[tuple[str, ...]]:
    value = account.value if isinstance(account.value, tuple) else (account.value or "",)
    said = (
        claim.id,
        claim.claim,
        claim.verdict or "",
        account.source,
        account.id or "",
        account.stance,
        account.certainty,
        _SEPARATOR.join(account.attributed_to),
        _SEPARATOR.join(value),
        account.unit or "",
        account.as_of or "",
    )
    for quote in account.quotes or (None,):
        yield tuple(map(_plain, (*said, *_quote_cells(quote))))


def _quote_cells(quote: QuoteRecord | None) -> tuple[str, ...]:
    if quote is None:
        return ("", "", "", "")
    return (quote.text, str(quote.start), str(quote.end), quote.url)


def _plain(cell: str) -> str:
    """`cell`, which no spreadsheet takes for a formula."""
    if _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
