"""Which files of an output are Recoupe's, as they stand after a build."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from recoupe.memory.stamps import Seen, stamped
from recoupe.searching import INDEX_RECORD
from recoupe.writing.manifest import MANIFEST, owned_files


def written_files(output: Path) -> Seen:
    """All that the manifests name, and these themselves. Raises OSError where one is gone."""
    return {path: stamped(path, digest) for path, digest in _hashes(output)}


def _hashes(output: Path) -> Iterator[tuple[str, str]]:
    for record in (MANIFEST, INDEX_RECORD):
        if (output / record).exists():
            yield f"{output}/{record}", sha256((output / record).read_bytes()).hexdigest()
        for path, digest in owned_files(output, record).items():
            yield f"{output}/{path}", digest
