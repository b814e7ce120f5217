"""Compiled templates, kept between builds: compiling them takes as long as some hundred pages.

Jinja's own cache runs whatever lies in its folder. This one believes only what this user has
sealed, since the folder lies in the project, which may come from anywhere.
"""

import marshal
from contextlib import suppress
from pathlib import Path

from jinja2.bccache import Bucket, BytecodeCache

from recoupe.memory.records import keep_record, kept_record


class CompiledTemplates(BytecodeCache):
    """The templates in `folder`, which may be removed at any time; `version` is the program's."""

    def __init__(self, folder: Path, version: bytes) -> None:
        self._folder, self._version = folder, version

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template its code, if it was compiled from the same source before."""
        code = kept_record(self._path(bucket), self._key(bucket), marshal.loads)
        if code is not None:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template's code; where that fails, it is compiled again."""
        with suppress(OSError):
            keep_record(self._path(bucket), self._key(bucket), marshal.dumps(bucket.code))

    def _path(self, bucket: Bucket) -> str:
        return str(self._folder / bucket.key)

    def _key(self, bucket: Bucket) -> bytes:
        return self._version + bucket.checksum.encode()
