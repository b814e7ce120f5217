"""`data/claims.json`: everything that was proved, so that anybody can prove it again."""

import msgspec

from recoupe.exports.dataset import Dataset


def claims_json(data: Dataset) -> bytes:
    """The file: UTF-8 with every character as itself, one space of indent, keys in their order.

    Equal data give equal bytes.
    """
    return msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"
