"""Which memory is believed: what was sealed with the key of whoever asks."""

import secrets
from collections.abc import Callable
from pathlib import Path

import pytest

from recoupe.memory.seal import sealed, unsealed

pytestmark = pytest.mark.usefixtures("caches")


def test_what_was_sealed_here_is_believed() -> None:
    assert unsealed(sealed(b"memory")) == b"memory"


@pytest.mark.parametrize("harm", [lambda one: one[:-1], lambda one: one + b"x", lambda _: b""])
def test_what_was_changed_since_is_not(harm: Callable[[bytes], bytes]) -> None:
    assert unsealed(harm(sealed(b"memory"))) is None


def test_key_that_machines_have_in_common_opens_what_another_sealed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RECOUPE_KEY", secrets.token_hex(32))
    kept = sealed(b"memory")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "another machine"))

    assert unsealed(kept) == b"memory"
    monkeypatch.setenv("RECOUPE_KEY", secrets.token_hex(32))
    assert unsealed(kept) is None


def test_key_that_can_be_guessed_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RECOUPE_KEY", "hunter2")
    kept = sealed(b"memory")

    monkeypatch.delenv("RECOUPE_KEY")

    assert unsealed(kept) == b"memory"


def test_key_never_lies_in_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", "caches")

    sealed(b"memory")

    assert not (tmp_path / "caches").exists()
    assert (tmp_path / "home/.cache/recoupe/key").is_file()
