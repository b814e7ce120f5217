"""What is kept saves time and is never trusted: a spoilt picture is drawn again."""

from pathlib import Path

import pytest

from recoupe.picturing.store import Store

pytestmark = pytest.mark.usefixtures("caches")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "deep" / "pictures")


def never() -> bytes:
    raise AssertionError("it was drawn again")


def test_picture_is_drawn_once(store: Store) -> None:
    first = store.drawn("key", lambda: b"picture")

    assert first == b"picture"
    assert store.drawn("key", never) == b"picture"


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"picture", b"\0" * 32, lambda kept: kept[:-1], lambda kept: kept + b"x"],
    ids=["empty", "foreign", "no-picture", "truncated", "longer"],
)
def test_spoilt_picture_is_drawn_again_and_kept(store: Store, spoilt: object) -> None:
    store.drawn("key", lambda: b"picture")
    kept = store.folder / "key"
    kept.write_bytes(spoilt(kept.read_bytes()) if callable(spoilt) else spoilt)

    assert store.drawn("key", lambda: b"picture") == b"picture"
    assert store.drawn("key", never) == b"picture"


def test_picture_of_another_key_is_drawn_again(store: Store) -> None:
    for key in ("one", "two"):
        store.drawn(key, key.encode)

    (store.folder / "one").write_bytes((store.folder / "two").read_bytes())

    assert store.drawn("one", lambda: b"anew") == b"anew"


def test_picture_that_another_user_kept_is_drawn_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.drawn("key", lambda: b"forged")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "mine"))

    assert store.drawn("key", lambda: b"picture") == b"picture"


def test_picture_of_a_part_is_taken_on_another_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = Store(tmp_path / "part", sealed=False)
    part.keep("key", b"picture")

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "theirs"))

    assert part.kept("key") == b"picture"


def test_picture_is_drawn_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    store = Store(tmp_path / "file")

    assert store.drawn("key", lambda: b"picture") == b"picture"
    assert (tmp_path / "file").read_text() == "in the way"


def test_all_but_what_is_used_is_forgotten(store: Store) -> None:
    old, new = "0" * 64, "f" * 64
    for key in (old, new):
        store.drawn(key, key.encode)

    store.forget(but={new})

    assert [path.name for path in store.folder.iterdir()] == [new]


def test_nothing_is_removed_that_is_no_picture_of_ours(store: Store) -> None:
    store.folder.mkdir(parents=True)
    (store.folder / "letter.txt").write_text("dear reader")

    store.forget(but=set())

    assert (store.folder / "letter.txt").is_file()


def test_nothing_is_removed_behind_a_link(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / ("0" * 64)).write_text("somebody's")
    (tmp_path / "pictures").symlink_to(elsewhere)

    Store(tmp_path / "pictures").forget(but=set())

    assert (elsewhere / ("0" * 64)).is_file()


def test_forgetting_needs_no_folder(store: Store) -> None:
    store.forget(but=set())

    assert not store.folder.exists()
