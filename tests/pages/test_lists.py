import pytest

from recoupe.pages.lists import bound, leaves


@pytest.mark.parametrize(
    ("items", "lengths"),
    [(0, [0]), (1, [1]), (100, [100]), (101, [100, 1]), (250, [100, 100, 50])],
    ids=str,
)
def test_list_goes_on_after_a_hundred(items: int, lengths: list[int]) -> None:
    made = list(leaves("/claims/", range(items)))

    assert [len(leaf.items) for leaf in made] == lengths
    assert [item for leaf in made for item in leaf.items] == list(range(items))


def test_pages_of_a_list_lead_to_each_other() -> None:
    first, second, third = bound("/grid/", [(1,), (2,), (3,)])

    assert [one.url for one in (first, second, third)] == [
        "/grid/",
        "/grid/page/2/",
        "/grid/page/3/",
    ]
    assert (first.pager.previous, first.pager.following) == (None, "/grid/page/2/")
    assert (second.pager.previous, second.pager.following) == ("/grid/", "/grid/page/3/")
    assert (third.pager.current, third.pager.total, third.pager.following) == (3, 3, None)
