"""The articles as captured: files under seeds/, read once each, their characters untouched."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from recoupe.diagnostics import Report
from recoupe.reading.decoding import article_text
from recoupe.reading.folders import SEEDS, file_bytes


@dataclass(frozen=True, slots=True)
class Seed:
    """A captured text and the hex SHA-256 of its bytes; `text` is None where it is not UTF-8."""

    text: str | None
    sha256: str


class Seeds:
    """The files under seeds/, each read when a source first names it, and only once."""

    def __init__(self, paths: Mapping[str, Path | None], report: Report) -> None:
        self._paths = paths
        self._report = report
        self._read: dict[str, Seed | None] = {}

    @property
    def names(self) -> list[str]:
        """The files that there are."""
        return sorted(self._paths)

    def seed(self, name: str) -> Seed | None:
        """The file `name`; None, and a diagnostic, where it is unreadable. KeyError for none."""
        if name not in self._read:
            self._read[name] = self._seed(self._paths[name], name)
        return self._read[name]

    def _seed(self, path: Path | None, name: str) -> Seed | None:
        if path is None:
            return None
        shown = f"{SEEDS}/{name}"
        raw = file_bytes(path, shown, self._report)
        if raw is None:
            return None
        return Seed(article_text(shown, raw, self._report), hashlib.sha256(raw).hexdigest())
