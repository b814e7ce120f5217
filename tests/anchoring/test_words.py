"""Words are told the same way with and without where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from recoupe.anchoring.words import word_texts, words
from recoupe.text import folded


@given(st.text(st.sampled_from("ab é1 2.,'-+%€½²ไทย漢字ـ\n") | st.characters(), max_size=60))
def test_texts_of_words_are_those_of_the_words_with_their_places(text: str) -> None:
    plain = folded(text)

    assert word_texts(plain) == [plain[word.start : word.end] for word in words(plain)]
