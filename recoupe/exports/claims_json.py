"""`data/claims.json`: everything that was proved, so that anybody can prove it again."""

from collections.abc import Iterable, Iterator

from recoupe.exports.dataset import ClaimRecord, Dataset
from recoupe.exports.json_lists import json_items, json_list

_DEPTH = 2  # spaces: the lists are the values of the file's one object


def claims_json(data: Dataset) -> Iterator[bytes]:
    """The file, in parts: UTF-8 with every character as itself, one space of indent.

    Keys have their order. Equal data give equal bytes.
    """
    lists: dict[str, Iterable[bytes]] = {
        "claims": map(claim_json, data.claims),
        "sources": [json_items(data.sources, _DEPTH)],
        "discrepancies": [json_items(data.discrepancies, _DEPTH)],
        "conflicts": [json_items(data.conflicts, _DEPTH)],
    }
    opening = "{"
    for name, parts in lists.items():
        yield f'{opening}\n "{name}": '.encode()
        yield from json_list(parts, _DEPTH)
        opening = ","
    yield b"\n}\n"


def claim_json(claim: ClaimRecord) -> bytes:
    """What a claim brings to the file."""
    return json_items((claim,), _DEPTH)
