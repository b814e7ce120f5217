"""Whether what is remembered was written here, by this user.

`.recoupe/` lies in the project, and a project may come from anywhere: without a seal, whoever
writes a pull request could hand in the memory of a build that never was, and have it published. The
key lies among the user's own caches and not in the project, or is given by whoever runs machines
that keep nothing else; a memory under another key is as good as none.
"""

import os
from hashlib import blake2b
from hmac import compare_digest

_LENGTH = 32  # bytes, of key and seal
_GIVEN = "RECOUPE_KEY"  # the environment's variable for a key that many machines have in common
_SECRET = 32  # characters that a given key must have at least: a shorter one can be guessed


def sealed(content: bytes) -> bytes:
    """`content` behind its seal. Raises OSError where there is no key and none can be kept."""
    return _seal(content, _key() or _new_key()) + content


def unsealed(content: bytes) -> bytes | None:
    """What `sealed` was given; None where somebody else, or nobody, has sealed it."""
    key = _key()
    seal, rest = content[:_LENGTH], content[_LENGTH:]
    return rest if key and compare_digest(seal, _seal(rest, key)) else None


def _seal(content: bytes, key: bytes) -> bytes:
    return blake2b(content, key=key, digest_size=_LENGTH).digest()


def _path() -> str:
    """Where the key is, by the XDG Base Directory Specification, on every system."""
    caches = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(caches):  # which the specification has everybody ignore
        caches = os.path.expanduser("~/.cache")
    return f"{caches}/recoupe/key"


def _key() -> bytes | None:
    given = os.environ.get(_GIVEN, "")
    if len(given) >= _SECRET:
        return blake2b(os.fsencode(given), digest_size=_LENGTH).digest()
    try:
        with open(_path(), "rb") as file:
            key = file.read()
    except OSError:
        return None
    return key if len(key) == _LENGTH else None


def _new_key() -> bytes:
    """A key that only this user can read; of two processes that make one, the later is heeded."""
    path, key = _path(), os.urandom(_LENGTH)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    new = f"{path}.{os.getpid()}"
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(key)
    os.replace(new, path)
    return key
