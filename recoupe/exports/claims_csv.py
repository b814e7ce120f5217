"""`data/claims.csv`: a row for each account, for those who work in a spreadsheet.

An account with several quotes has a row for each of them, in order, so that no cell holds two;
one without quotes has one row. A spreadsheet runs a cell that begins like a formula, and facts
come from people one does not know: such a cell gets an apostrophe in front, unless it is a plain
number. Who needs every character exactly as it stands in the source takes `claims.json`.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator

from recoupe.exports.dataset import AccountRecord, ClaimRecord, QuoteRecord
from recoupe.exports.json_lists import Entry

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


def claims_csv(claims: Iterable[Entry]) -> Iterator[Entry | bytes]:
    """The file, in parts, as RFC 4180 has it: UTF-8, CRLF, a header; absent values are empty.

    `claims` are what `claim_csv` gives of each.
    """
    yield _lines([_HEADER])
    yield from claims


def claim_csv(claim: ClaimRecord) -> bytes:
    """The rows of a claim."""
    return _lines(row for account in claim.accounts for row in _rows(claim, account))


def _lines(rows: Iterable[Iterable[str]]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue().encode()


def _rows(claim: ClaimRecord, account: AccountRecord) -> Iterator[tuple[str, ...]]:
    said = tuple(map(_plain, _said(claim, account)))
    for quote in account.quotes or (None,):
        yield (*said, *map(_plain, _quote_cells(quote)))


def _said(claim: ClaimRecord, account: AccountRecord) -> tuple[str, ...]:
    value = account.value if isinstance(account.value, tuple) else (account.value or "",)
    return (
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


def _quote_cells(quote: QuoteRecord | None) -> tuple[str, ...]:
    if quote is None:
        return ("", "", "", "")
    return (quote.text, str(quote.start), str(quote.end), quote.url)


def _plain(cell: str) -> str:
    """`cell`, which no spreadsheet takes for a formula."""
    if not cell.startswith(_FORMULA_STARTS) or _NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"
