"""Texts that are held compressed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guidec.build.packed import Packed

TEXTS = st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=())))


@given(TEXTS, TEXTS)
def test_what_was_put_in_comes_out_however_often_it_is_read(first: list[str], second: list[str]) -> None:
    packed = Packed(first)
    assert [*packed] == first
    for text in second:
        packed.append(text)
    assert [*packed] == [*packed] == [*first, *second]
    assert len(packed) == len(first) + len(second)


def test_texts_longer_than_what_is_read_at_once_come_out() -> None:
    texts = ["x" * 100_000, "", "".join(map(str, range(100_000)))]
    assert [*Packed(texts)] == texts
