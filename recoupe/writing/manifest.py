"""The site's own record of its files: what `data/manifest.json` names is Recoupe's to change.

The public manifest is also the record of ownership, because a second one could contradict it. A
path in it is checked like any other input: the file lies where everybody may have edited it.
"""

import json
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path

from recoupe.writing.refusals import OutputRefusedError

MANIFEST = "data/manifest.json"
_ODD_SIGN = re.compile(r"[\\:\0]")  # which lead elsewhere on some system
_SHA256 = re.compile(r"[0-9a-f]{64}")


def manifest_json(files: Mapping[str, str]) -> bytes:
    """The manifest of `files`, hex SHA-256 by path; equal files give equal bytes."""
    content = {"version": version("recoupe"), "files": dict(sorted(files.items()))}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def owned_files(output: Path, record: str = MANIFEST) -> Mapping[str, str]:
    """The files that the last publish into `output` wrote, as hashes by path.

    Without a record there are none. Raises OutputRefusedError where `record` is somebody's own.
    """
    path = output / record
    if not path.exists():
        return {}
    try:
        files = json.loads(path.read_bytes())["files"]
        if all(is_site_path(name) and _SHA256.fullmatch(digest) for name, digest in files.items()):
            return dict(files)
    except (ValueError, TypeError, KeyError, AttributeError):
        pass
    raise OutputRefusedError(f"{path} is no manifest of Recoupe's; move it away to build here")


def is_site_path(path: str) -> bool:
    """Whether `path` is a plain POSIX path below the output, as the site's files have."""
    return not _ODD_SIGN.search(path) and not {"", ".", ".."} & set(path.split("/"))
