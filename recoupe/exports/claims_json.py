"""`data/claims.json`: everything that was proved, so that anybody can prove it again."""

from collections.abc import Iterable, Iterator

from recoupe.exports.dataset import ClaimRecord, Dataset
from recoupe.exports.json_lists import Entry, json_items, json_list

_DEPTH = 2  # spaces: the lists are the values of the file's one object


def claims_json(claims: Iterable[Entry], data: Dataset) -> Iterator[Entry | bytes]:
    """The file, in parts: UTF-8 with every character as itself, one space of indent.

    `claims` are what `claim_json` gives of each. Keys have their order; equal data, equal bytes.
    """
    yield b'{\n "claims": '
    yield from json_list(claims, _DEPTH)
    lists = {
        "sources": data.sources,
        "discrepancies": data.discrepancies,
        "conflicts": data.conflicts,
    }
    for name, items in lists.items():
        yield f',\n "{name}": '.encode()
        yield from json_list([json_items(items, _DEPTH)], _DEPTH)
    yield b"\n}\n"


def claim_json(claim: ClaimRecord) -> bytes:
    """What a claim brings to the file."""
    return json_items((claim,), _DEPTH)
