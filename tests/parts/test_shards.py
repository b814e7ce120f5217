"""Which part is meant, and what of a whole is its share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.parts.shards import Shard


def test_part_is_named_by_its_number_and_by_how_many_there_are() -> None:
    shard = Shard.typed("2/3")

    assert shard == Shard(2, 3)
    assert str(shard) == "part 2 of 3"
    assert shard.folder == "part-2-of-3"


@pytest.mark.parametrize(
    "words",
    ["0/3", "4/3", "1/0", "0/0", "-1/3", "1", "1/", "/3", "1/2/3", "a/b", "", "1 / 2", "²/3"],
)
def test_what_names_no_part_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=f"^`{words}` is no part"):
        Shard.typed(words)


def test_no_site_has_a_million_parts() -> None:
    with pytest.raises(ValueError, match="there is no part 1 of 1000000"):
        Shard(1, 10**6)


@given(whole=st.lists(st.integers()), count=st.integers(1, 9))
def test_shares_together_are_the_whole(whole: list[int], count: int) -> None:
    shares = [Shard(number, count).share(whole) for number in range(1, count + 1)]

    assert sorted(one for share in shares for one in share) == sorted(whole)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1
