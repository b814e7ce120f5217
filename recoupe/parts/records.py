"""The pages of a part as they are written, and read back without believing a word of it.

Nothing here can run, and nothing can lead out of the part: every number is held against what is
there, every name against those that there are.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from recoupe.making.kept_pages import KeptPage, Record, packed_of
from recoupe.packs import Packed

_MEMORY = re.compile(r"[0-9a-f]{16}")
_MOST = 1100  # times its size that a content may unpack to: pages unpack to a few dozen times
_EMPTY = 64  # bytes that the smallest of contents may unpack to beside that


@dataclass(frozen=True, slots=True)
class PartPages:
    """Pages, with the folder and the version of the page memory that may take them over."""

    memory: str
    version: bytes
    record: Record


encoded_pages = msgspec.msgpack.Encoder().encode
_decoded = msgspec.msgpack.Decoder(PartPages).decode


def decoded_pages(content: bytes, packs: Mapping[str, int]) -> PartPages:
    """The pages that were encoded; `packs` are the sizes of packs that they may lie in.

    Raises ValueError for whatever cannot be such.
    """
    pages = _decoded(content)
    reads, found = pages.record.reads, pages.record.pages
    if not _MEMORY.fullmatch(pages.memory):
        raise ValueError("no page memory")
    if not all(_is_key(key) for _, key, _ in reads):
        raise ValueError("a page cannot have read that")
    if not all(_numbers_fit(page, len(reads)) for page in found):
        raise ValueError("a read that is none")
    if not all(_lies_in(packs, one) for one in packed_of(found)):
        raise ValueError("a place that is in no pack")
    return pages


def _is_key(key: Any) -> bool:
    """Whether fields may have it: nothing, a word, or several."""
    kinds = {type(one) for one in key} if isinstance(key, list) else set()
    return key is None or isinstance(key, str) or kinds == {str}


def _numbers_fit(page: KeptPage, reads: int) -> bool:
    return not page.reads or (min(page.reads) >= 0 and max(page.reads) < reads)


def _lies_in(packs: Mapping[str, int], packed: Packed) -> bool:
    within = packed.start >= 0 and packed.length >= 0
    within = within and packed.start + packed.length <= packs.get(packed.pack, -1)
    return within and 0 <= packed.size <= _MOST * packed.length + _EMPTY
