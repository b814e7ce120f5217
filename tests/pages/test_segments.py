from hypothesis import given
from hypothesis import strategies as st

from recoupe.pages.segments import pieces
from recoupe.text import Span

WHOLE = Span(3, 40)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 44))
    return Span(start, draw(st.integers(start + 1, 45)))


def inside(span: Span) -> bool:
    return WHOLE.start <= span.start and span.end <= WHOLE.end


@given(st.lists(spans()))
def test_pieces_joined_are_the_whole(found: list[Span]) -> None:
    made = pieces(WHOLE, found)

    covered = [at for piece in made for at in range(*piece.span)]
    assert covered == list(range(*WHOLE))
    assert all(piece.span.start < piece.span.end for piece in made)


@given(st.lists(spans()))
def test_pieces_under_a_span_joined_are_the_span(found: list[Span]) -> None:
    made = pieces(WHOLE, found)

    for span in filter(inside, found):
        covered = [at for one in made if span in one.covering for at in range(*one.span)]
        assert covered == list(range(*span))


@given(st.lists(spans()))
def test_every_span_begins_at_exactly_one_piece(found: list[Span]) -> None:
    made = pieces(WHOLE, found)

    begun = [span for piece in made for span in piece.beginning]
    assert sorted(begun) == sorted(set(filter(inside, found)))
    assert all(span in piece.covering for piece in made for span in piece.beginning)


@given(st.lists(spans()))
def test_shortest_span_over_a_piece_comes_last(found: list[Span]) -> None:
    made = pieces(WHOLE, found)

    for piece in made:
        lengths = [span.end - span.start for span in piece.covering]
        assert lengths == sorted(lengths, reverse=True)


def test_neighbouring_pieces_lie_under_different_spans() -> None:
    made = pieces(Span(0, 10), [Span(2, 6), Span(4, 8), Span(4, 6)])

    assert [(tuple(one.span), len(one.covering)) for one in made] == [
        ((0, 2), 0),
        ((2, 4), 1),
        ((4, 6), 3),
        ((6, 8), 1),
        ((8, 10), 0),
    ]
