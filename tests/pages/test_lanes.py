from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.pages.lanes import LANES, lanes
from recoupe.text import Span

SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20)
)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 5), (8, 9)], [0, 0]),
        ([(0, 5), (5, 9)], [0, 1]),
        ([(0, 9), (0, 5), (2, 3)], [0, 1, 2]),
        ([(0, 5), (3, 9), (7, 12)], [0, 1, 0]),
    ],
    ids=["apart", "touching", "nested", "in a chain"],
)
def test_lane_is_the_first_that_no_neighbour_has(
    spans: list[tuple[int, int]], expected: list[int]
) -> None:
    found = lanes(Span(*one) for one in spans)

    assert [found[Span(*one)] for one in spans] == expected


@given(st.lists(SPANS, max_size=12))
def test_spans_that_overlap_or_touch_share_no_lane_but_the_last(spans: list[Span]) -> None:
    found = lanes(spans)

    for first, second in combinations(found, 2):
        if first.start <= second.end and second.start <= first.end:
            assert found[first] != found[second] or found[first] == LANES - 1
