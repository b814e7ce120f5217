"""What a part says of itself, in JSON: which it is, of what, and the hash of each of its files.

The hash over all of it shows damage, and nothing else: no seal could tell a machine that is trusted
from one that is not, since the machines share no secret.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any, Self

import msgspec

from recoupe.parts.shards import Shard
from recoupe.reading.addresses import with_final_slash

MARKER = "recoupe-part.json"
PAGES = "recoupe-part.pages"
PICTURES = "pictures"
FORM = 1  # raised when parts are written otherwise

_KIND = "part of a site"
_FILE = re.compile(rf"{re.escape(PAGES)}|[0-9a-f]{{16}}\.pack|{PICTURES}/[0-9a-f]{{64}}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Options:
    """The options of a build that change its pages."""

    base_url: str | None
    drafts: bool
    quick: bool

    @classmethod
    def given(cls, base_url: str | None, *, drafts: bool, quick: bool) -> Self:
        """The options of a command; one address is the same however it was typed."""
        return cls(None if base_url is None else with_final_slash(base_url), drafts, quick)

    def __str__(self) -> str:
        typed = [f"--base-url {self.base_url}"] if self.base_url else []
        typed += [f"--{name}" for name in ("drafts", "quick") if getattr(self, name)]
        return f"`{' '.join(typed)}`" if typed else "none of --base-url, --drafts, --quick"


@dataclass(frozen=True, slots=True)
class Marker:
    """What a part says of itself: `program` tells the program with the templates, in hex.

    `files` are the hex SHA-256 of all other files of the part, by their names in it.
    """

    shard: Shard
    program: str
    options: Options
    files: Mapping[str, str]


class OtherFormError(ValueError):
    """A marker that another version of Recoupe has written; the message is the form."""


def marker_json(marker: Marker) -> bytes:
    """The marker as it is written; equal ones give equal bytes."""
    told = {"recoupe": _KIND, "format": FORM, **asdict(marker)}
    return json.dumps(told | {"sha256": _digest(told)}, ensure_ascii=False, indent=1).encode()


def read_marker(content: bytes) -> Marker:
    """What `marker_json` wrote. Raises OtherFormError, and ValueError for what it did not write."""
    told = json.loads(content)
    if not isinstance(told, dict) or told.pop("recoupe", None) != _KIND:
        raise ValueError("no marker")
    if told["format"] != FORM:
        raise OtherFormError(str(told["format"]))
    known = told.pop("sha256", None)
    if known != _digest({"recoupe": _KIND, **told}):
        raise ValueError("not as it was written")
    marker = msgspec.convert(told, Marker)
    if not all(_FILE.fullmatch(name) for name in marker.files):
        raise ValueError("a file that no part has")
    if not all(_SHA256.fullmatch(digest) for digest in marker.files.values()):
        raise ValueError("no hash")
    return marker


def _digest(told: Mapping[str, Any]) -> str:
    return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
